import { sql } from 'kysely';
import type { Instant } from '../time.ts';
import type { Db } from '../server/app.ts';

const COLUMNS = ['id', 'subjectKind', 'subjectId', 'deed', 'ground', 'note', 'moderatorId', 'at'] as const;

export interface NewScreening {
	id: string;
	subjectKind: string;
	subjectId: string;
	deed: string;
	ground: string | null;
	note: string | null;
	moderatorId: string;
	at: Instant;
	batchId?: string | null;
}

export async function add(db: Db, screening: NewScreening): Promise<void> {
	await db
		.insertInto('screenings')
		.values({ batchId: null, ...screening })
		.execute();
}

export async function byId(db: Db, id: string) {
	return db.selectFrom('screenings').select(COLUMNS).where('id', '=', id).executeTakeFirst();
}

/** One decision, or all that were made together. */
export async function madeAs(db: Db, id: string) {
	return db
		.selectFrom('screenings')
		.select(COLUMNS)
		.where((e) => e.or([e('id', '=', id), e('batchId', '=', id)]))
		.orderBy('id')
		.execute();
}

/** Oldest first. */
export async function ofSubjects(db: Db, subjectIds: readonly string[]) {
	if (subjectIds.length === 0) return [];
	return db
		.selectFrom('screenings')
		.select(COLUMNS)
		.where('subjectId', 'in', [...subjectIds])
		.orderBy('at')
		.orderBy('id')
		.execute();
}

export interface Place {
	at: Instant;
	id: string;
}

/**
 * About what a group writes among itself while its phase runs: who is not of it learns not even that something was decided
 * there. Of a comment or another wording it is never true.
 */
const amongPeers = (db: Db, now: Instant) =>
	db
		.selectFrom('proposals as p')
		.innerJoin('phases as f', 'f.id', 'p.peerPhaseId')
		.select('p.id')
		.where('f.endsAt', '>', now)
		.where('p.publishedAt', 'is', null);

/** Newest first; with what is among peers. */
export async function latest(db: Db, deeds: readonly string[], limit: number) {
	return latestOf(db, deeds, null, limit).execute();
}

/** As everybody reads it, newest first. */
export async function latestForAll(
	db: Db,
	{ deeds, before, limit, now }: { deeds: readonly string[]; before: Place | null; limit: number; now: Instant }
) {
	return latestOf(db, deeds, before, limit).where('subjectId', 'not in', amongPeers(db, now)).execute();
}

function latestOf(db: Db, deeds: readonly string[], before: Place | null, limit: number) {
	let query = db
		.selectFrom('screenings')
		.select(COLUMNS)
		.where('deed', 'in', [...deeds])
		.orderBy('at', 'desc')
		.orderBy('id', 'desc')
		.limit(limit);
	if (before) query = query.where(sql<boolean>`(at, id) < (${before.at}, ${before.id})`);
	return query;
}

/** As everybody reads it, oldest first. */
export async function earliestForAll(
	db: Db,
	{ deeds, after, limit, now }: { deeds: readonly string[]; after: Place | null; limit: number; now: Instant }
) {
	let query = db
		.selectFrom('screenings')
		.select(COLUMNS)
		.where('deed', 'in', [...deeds])
		.where('subjectId', 'not in', amongPeers(db, now))
		.orderBy('at')
		.orderBy('id')
		.limit(limit);
	if (after) query = query.where(sql<boolean>`(at, id) > (${after.at}, ${after.id})`);
	return query.execute();
}

/**
 * How often each deed was done on each ground in each hour (`2027-05-10T13`): a month of Germany begins at one of them. What
 * a group writes among itself is not counted until everybody reads it: the count would tell that it is there.
 */
export async function counts(db: Db, now: Instant) {
	const hour = sql<string>`substr(at, 1, 13)`;
	return db
		.selectFrom('screenings')
		.select((e) => [hour.as('hour'), 'deed', 'ground', e.fn.countAll<number>().as('count')])
		.where('subjectId', 'not in', amongPeers(db, now))
		.groupBy([hour, 'deed', 'ground'])
		.execute();
}

export async function seal(db: Db, original: { screeningId: string; sealed: string; dropAt: Instant }): Promise<void> {
	await db.insertInto('originals').values(original).execute();
}

/** Drops what is due. Returns how many. */
export async function dropOriginals(db: Db, now: Instant): Promise<number> {
	const result = await db.deleteFrom('originals').where('dropAt', '<=', now).executeTakeFirst();
	return Number(result.numDeletedRows);
}

export async function original(db: Db, screeningId: string) {
	return db.selectFrom('originals').select('sealed').where('screeningId', '=', screeningId).executeTakeFirst();
}

export async function dropOriginal(db: Db, screeningId: string): Promise<void> {
	await db.deleteFrom('originals').where('screeningId', '=', screeningId).execute();
}

/** Drops the sealed texts of these, due or not, what stood there before its author changed it, and the words somebody found against a decision on them. */
export async function dropOriginalsOf(db: Db, subjectIds: readonly string[]): Promise<void> {
	if (subjectIds.length === 0) return;
	await db
		.deleteFrom('originals')
		.where('screeningId', 'in', (q) =>
			q
				.selectFrom('screenings')
				.select('id')
				.where('subjectId', 'in', [...subjectIds])
		)
		.execute();
	await db
		.deleteFrom('textEditions')
		.where('subjectId', 'in', [...subjectIds])
		.execute();
	await db
		.updateTable('appeals')
		.set({ body: '' })
		.where('subjectId', 'in', [...subjectIds])
		.execute();
}

export async function dropBefore(db: Db, limit: Instant): Promise<number> {
	await db
		.deleteFrom('appeals')
		.where('screeningId', 'in', (q) => q.selectFrom('screenings').select('id').where('at', '<', limit))
		.execute();
	await db
		.deleteFrom('originals')
		.where('screeningId', 'in', (q) => q.selectFrom('screenings').select('id').where('at', '<', limit))
		.execute();
	const result = await db.deleteFrom('screenings').where('at', '<', limit).executeTakeFirst();
	return Number(result.numDeletedRows);
}

export async function addScribe(db: Db, scribe: { subjectId: string; recordedBy: string }): Promise<void> {
	await db
		.insertInto('scribes')
		.values(scribe)
		.onConflict((c) => c.column('subjectId').doNothing())
		.execute();
}

/** Who wrote these texts down for somebody else. */
export async function scribesOf(db: Db, subjectIds: readonly string[]): Promise<Map<string, string>> {
	if (subjectIds.length === 0) return new Map();
	const rows = await db
		.selectFrom('scribes')
		.select(['subjectId', 'recordedBy'])
		.where('subjectId', 'in', [...subjectIds])
		.execute();
	return new Map(rows.map(({ subjectId, recordedBy }) => [subjectId, recordedBy]));
}
