import type { Instant } from '../../time.ts';
import type { Db } from '../../server/app.ts';

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

export interface DigestRow {
	edition: number;
	at: Instant;
	digest: string;
}

/** What it says of itself; null: that was not kept yet. */
export async function description(db: Db, number: number): Promise<string | null> {
	const row = await db.selectFrom('dataEditions').select('description').where('number', '=', number).executeTakeFirst();
	return row?.description ?? null;
}

/** Finished before descriptions were kept, the oldest first. */
export async function undescribed(db: Db) {
	return db
		.selectFrom('dataEditions')
		.select(EDITION)
		.where('finishedAt', 'is not', null)
		.where('description', 'is', null)
		.orderBy('number')
		.execute();
}

/** From now on; what its digest was before stays on record. */
export async function describe(
	db: Db,
	number: number,
	{ description, digest, at }: { description: string; digest: string; at: Instant }
): Promise<void> {
	await db.updateTable('dataEditions').set({ description }).where('number', '=', number).execute();
	const state = (await digests(db, [number])).length + 1;
	await db.insertInto('dataDigests').values({ edition: number, state, at, digest }).execute();
}

/** Every digest these editions have had, the newest first. */
export async function digests(db: Db, editions: readonly number[]): Promise<DigestRow[]> {
	if (editions.length === 0) return [];
	return db
		.selectFrom('dataDigests')
		.select(['edition', 'at', 'digest'])
		.where('edition', 'in', [...editions])
		.orderBy('edition', 'desc')
		.orderBy('state', 'desc')
		.execute();
}

/** The digest that each edition before this one has now, the newest edition first. */
export async function newestDigests(
	db: Db,
	{ before, limit }: { before: number; limit: number }
): Promise<DigestRow[]> {
	return db
		.selectFrom('dataDigests as d')
		.select(['d.edition', 'd.at', 'd.digest'])
		.where('d.edition', '<', before)
		.where('d.state', '=', (q) =>
			q
				.selectFrom('dataDigests as l')
				.whereRef('l.edition', '=', 'd.edition')
				.select((e) => e.fn.max('l.state').as('last'))
		)
		.orderBy('d.edition', 'desc')
		.limit(limit)
		.execute();
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
