import type { Instant } from '../server/ctx.ts';
import type { Db } from '../server/house.ts';

const EDITION = ['number', 'begunAt', 'finishedAt', 'columns', 'checkedAt', 'changedAt'] as const;

export type EditionRow = NonNullable<Awaited<ReturnType<typeof newest>>>;

export async function newest(db: Db) {
	return db
		.selectFrom('dataEditions')
		.select(EDITION)
		.where('finishedAt', 'is not', null)
		.orderBy('number', 'desc')
		.limit(1)
		.executeTakeFirst();
}

export async function finished(db: Db, number: number) {
	return db
		.selectFrom('dataEditions')
		.select(EDITION)
		.where('number', '=', number)
		.where('finishedAt', 'is not', null)
		.executeTakeFirst();
}

/** Those whose rows are still kept, newest first. */
export async function withParts(db: Db) {
	return db
		.selectFrom('dataEditions')
		.select(EDITION)
		.where('finishedAt', 'is not', null)
		.where('number', 'in', (q) => q.selectFrom('dataParts').select('edition').distinct())
		.orderBy('number', 'desc')
		.execute();
}

export async function unfinished(db: Db) {
	return db
		.selectFrom('dataEditions')
		.select(['number', 'begunAt', 'claimedBy', 'beat'])
		.where('finishedAt', 'is', null)
		.execute();
}

export async function begin(
	db: Db,
	claim: { number: number; claimedBy: string; columns: string },
	now: Instant
): Promise<void> {
	await db
		.insertInto('dataEditions')
		.values({ ...claim, begunAt: now, finishedAt: null })
		.execute();
}

/** A step forward of whoever claimed it. False: somebody else has taken it over. */
export async function beat(db: Db, number: number, claimedBy: string): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable('dataEditions')
		.set((e) => ({ beat: e('beat', '+', 1) }))
		.where('number', '=', number)
		.where('claimedBy', '=', claimedBy)
		.executeTakeFirst();
	return numUpdatedRows > 0n;
}

export async function finish(db: Db, number: number, now: Instant): Promise<void> {
	await db.updateTable('dataEditions').set({ finishedAt: now }).where('number', '=', number).execute();
}

export async function checked(
	db: Db,
	number: number,
	moments: { checkedAt: Instant; changedAt?: Instant }
): Promise<void> {
	await db.updateTable('dataEditions').set(moments).where('number', '=', number).execute();
}

/** With its files and parts. */
export async function remove(db: Db, number: number): Promise<void> {
	await db.deleteFrom('dataEditions').where('number', '=', number).execute();
}

export interface FileRow {
	edition: number;
	name: string;
	rows: number;
	bytes: number;
	digest: string;
	removed: number;
}

export async function addFile(db: Db, file: FileRow): Promise<void> {
	await db.insertInto('dataFiles').values(file).execute();
}

export async function changeFile(db: Db, { edition, name, ...facts }: FileRow): Promise<void> {
	await db.updateTable('dataFiles').set(facts).where('edition', '=', edition).where('name', '=', name).execute();
}

export async function files(db: Db, edition: number): Promise<FileRow[]> {
	return db.selectFrom('dataFiles').selectAll().where('edition', '=', edition).orderBy('name').execute();
}
