import type { Updateable } from 'kysely';
import type { Instant } from '../time.ts';
import type { Db } from '../server/app.ts';
import type { Tables } from '../server/db/tables.ts';
import type { Status } from './importJob.ts';

type Change = Omit<Updateable<Tables['importJobs']>, 'id' | 'changedAt'>;

export interface NewJob {
	id: string;
	consultationId: string;
	name: string;
	status: Status;
	choices: string;
	origin: string | null;
}

export async function add(db: Db, job: NewJob, now: Instant): Promise<void> {
	const unknown = { preview: null, outcome: null, finishedAt: null, claimedBy: null, beatAt: null };
	await db
		.insertInto('importJobs')
		.values({ ...job, ...unknown, createdAt: now, changedAt: now })
		.execute();
}

export async function addFile(db: Db, file: Tables['importFiles']): Promise<void> {
	await db.insertInto('importFiles').values(file).execute();
}

export async function filesOf(db: Db, jobId: string) {
	return db.selectFrom('importFiles').select(['name', 'body']).where('jobId', '=', jobId).orderBy('place').execute();
}

/** The file, and what was shown of it. */
export async function forgetFile(db: Db, jobId: string): Promise<void> {
	await db.deleteFrom('importFiles').where('jobId', '=', jobId).execute();
	await db.updateTable('importJobs').set({ preview: null }).where('id', '=', jobId).execute();
}

export async function byId(db: Db, id: string) {
	return db.selectFrom('importJobs').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Newest first. */
export async function page(db: Db, before: { at: Instant; id: string } | null, limit: number) {
	let query = db
		.selectFrom('importJobs')
		.select(['id', 'name', 'status', 'total', 'through', 'createdAt', 'outcome'])
		.orderBy('createdAt', 'desc')
		.orderBy('id', 'desc')
		.limit(limit);
	if (before !== null) query = query.where((e) => e(e.refTuple('createdAt', 'id'), '<', e.tuple(before.at, before.id)));
	return query.execute();
}

export async function change(db: Db, id: string, now: Instant, change: Change): Promise<void> {
	await db
		.updateTable('importJobs')
		.set({ ...change, changedAt: now })
		.where('id', '=', id)
		.execute();
}

/** The oldest in one of these states that nobody works on. */
export async function waiting(db: Db, statuses: readonly Status[], only: string | null) {
	let query = db
		.selectFrom('importJobs')
		.selectAll()
		.where('status', 'in', [...statuses])
		.where('claimedBy', 'is', null)
		.orderBy('createdAt')
		.limit(1);
	if (only !== null) query = query.where('id', '=', only);
	return query.executeTakeFirst();
}

/** Whether one comes in at this moment: two of the same file would be in each other's way. */
export async function isOneRunning(db: Db): Promise<boolean> {
	const row = await db
		.selectFrom('importJobs')
		.select('id')
		.where('status', '=', 'running')
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
}

/** Says that one is still at it, and how far; false: it was cancelled, or somebody else has taken it over. */
export async function beat(
	db: Db,
	{ id, claimedBy, status }: { id: string; claimedBy: string; status: Status },
	now: Instant,
	through?: number
): Promise<boolean> {
	const result = await db
		.updateTable('importJobs')
		.set({ beatAt: now, ...(through !== undefined && { through }) })
		.where('id', '=', id)
		.where('claimedBy', '=', claimedBy)
		.where('status', '=', status)
		.executeTakeFirst();
	return result.numUpdatedRows > 0n;
}

/** Claimed, and not heard of since. */
export async function abandoned(db: Db, since: Instant) {
	return db
		.selectFrom('importJobs')
		.select(['id', 'status', 'tries', 'outcome', 'consultationId'])
		.where('claimedBy', 'is not', null)
		.where('beatAt', '<', since)
		.execute();
}

/** Over, and rows of it are still there that nobody has ever seen. */
export async function withLeftovers(db: Db) {
	return db
		.selectFrom('importJobs as j')
		.select('j.id')
		.where('j.status', 'in', ['cancelled', 'failed', 'expired'])
		.where((e) => e.exists(e.selectFrom('importRows as r').select('r.jobId').whereRef('r.jobId', '=', 'j.id')))
		.limit(1)
		.executeTakeFirst();
}

/** Uploaded before this moment, and not gone on with. */
export async function left(db: Db, before: Instant, statuses: readonly Status[]) {
	return db
		.selectFrom('importJobs')
		.select('id')
		.where('status', 'in', [...statuses])
		.where('changedAt', '<', before)
		.execute();
}
