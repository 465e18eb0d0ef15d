import type { Instant } from '../time.ts';
import type { Db } from '../server/app.ts';

function rows(db: Db) {
	return db
		.selectFrom('reports as r')
		.leftJoin('reports as successor', 'successor.id', 'r.successorId')
		.select(['r.id', 'r.number', 'r.consultationId', 'r.title', 'r.frozen', 'r.digest', 'r.publishedAt'])
		.select(['r.textNow', 'r.digestNow', 'r.withdrawnAt', 'r.successorId', 'successor.number as successor']);
}

export type ReportRow = NonNullable<Awaited<ReturnType<typeof rowByNumber>>>;

export async function rowByNumber(db: Db, number: number) {
	return rows(db).where('r.number', '=', number).executeTakeFirst();
}

/** The report before this one, or with null the newest of all; `standing`: of those that are not withdrawn. */
export async function rowBefore(db: Db, consultationId: string, number: number | null, which?: 'standing') {
	let query = rows(db).where('r.consultationId', '=', consultationId);
	if (number !== null) query = query.where('r.number', '<', number);
	if (which) query = query.where('r.withdrawnAt', 'is', null);
	return query.orderBy('r.number', 'desc').limit(1).executeTakeFirst();
}

/** Every report, with the text it was published with and the one it has now; oldest first. */
export async function all(db: Db) {
	return rows(db).orderBy('r.number').execute();
}

export async function putNow(
	db: Db,
	id: string,
	now: { title: string; textNow: string; digestNow: string }
): Promise<void> {
	await db.updateTable('reports').set(now).where('id', '=', id).execute();
}

export async function withdraw(
	db: Db,
	id: string,
	row: { withdrawnAt: Instant; successorId: string | null }
): Promise<void> {
	await db.updateTable('reports').set(row).where('id', '=', id).execute();
}

export async function numberOf(db: Db, id: string): Promise<number | null> {
	const row = await db.selectFrom('reports').select('number').where('id', '=', id).executeTakeFirst();
	return row?.number ?? null;
}

/** Without the frozen texts, which are long. Newest first. */
export async function heads(db: Db) {
	return db
		.selectFrom('reports as r')
		.leftJoin('versions as v', 'v.id', 'r.versionId')
		.leftJoin('reports as successor', 'successor.id', 'r.successorId')
		.select(['r.number', 'r.title', 'r.publishedAt', 'r.digest', 'v.number as versionNumber'])
		.select(['r.withdrawnAt', 'successor.number as successor'])
		.orderBy('r.number', 'desc')
		.execute();
}

export interface NewReport {
	id: string;
	number: number;
	consultationId: string;
	versionId: string | null;
	title: string;
	frozen: string;
	digest: string;
	publishedBy: string | null;
	publishedAt: Instant;
}

export async function add(db: Db, report: NewReport): Promise<void> {
	await db.insertInto('reports').values(report).execute();
}
