import type { Instant } from '../server/ctx.ts';
import type { Db } from '../server/house.ts';

function rows(db: Db) {
	return db
		.selectFrom('reports')
		.select(['id', 'number', 'consultationId', 'title', 'frozen', 'digest', 'publishedAt']);
}

export type ReportRow = NonNullable<Awaited<ReturnType<typeof rowByNumber>>>;

export async function rowByNumber(db: Db, number: number) {
	return rows(db).where('number', '=', number).executeTakeFirst();
}

/** The report before this one, or with null the newest of all. */
export async function rowBefore(db: Db, consultationId: string, number: number | null) {
	let query = rows(db).where('consultationId', '=', consultationId);
	if (number !== null) query = query.where('number', '<', number);
	return query.orderBy('number', 'desc').limit(1).executeTakeFirst();
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
		.select(['r.number', 'r.title', 'r.publishedAt', 'r.digest', 'v.number as versionNumber'])
		.orderBy('r.number', 'desc')
		.execute();
}

export async function frozenTexts(db: Db) {
	return db
		.selectFrom('reports')
		.select(['number', 'consultationId', 'frozen', 'digest', 'publishedAt'])
		.orderBy('number')
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
