import type { Instant } from '../server/ctx.ts';
import type { Db } from '../server/house.ts';

export async function newest(db: Db) {
	return db
		.selectFrom('dataEditions')
		.select(['number', 'begunAt', 'finishedAt'])
		.where('finishedAt', 'is not', null)
		.orderBy('number', 'desc')
		.limit(1)
		.executeTakeFirst();
}

export async function finished(db: Db, number: number) {
	return db
		.selectFrom('dataEditions')
		.select(['number', 'begunAt', 'finishedAt'])
		.where('number', '=', number)
		.where('finishedAt', 'is not', null)
		.executeTakeFirst();
}

export async function unfinished(db: Db) {
	return db.selectFrom('dataEditions').select(['number', 'begunAt']).where('finishedAt', 'is', null).execute();
}

export async function begin(db: Db, number: number, now: Instant): Promise<void> {
	await db.insertInto('dataEditions').values({ number, begunAt: now, finishedAt: null }).execute();
}

export async function finish(db: Db, number: number, now: Instant): Promise<void> {
	await db.updateTable('dataEditions').set({ finishedAt: now }).where('number', '=', number).execute();
}

/** With its files and parts. */
export async function remove(db: Db, number: number): Promise<void> {
	await db.deleteFrom('dataEditions').where('number', '=', number).execute();
}

export async function addPart(db: Db, edition: number, dataset: string, part: number, body: string): Promise<void> {
	await db.insertInto('dataParts').values({ edition, dataset, part, body }).execute();
}

export async function part(db: Db, edition: number, dataset: string, number: number): Promise<string | undefined> {
	const row = await db
		.selectFrom('dataParts')
		.select('body')
		.where('edition', '=', edition)
		.where('dataset', '=', dataset)
		.where('part', '=', number)
		.executeTakeFirst();
	return row?.body;
}

export interface FileRow {
	edition: number;
	name: string;
	rows: number;
	bytes: number;
	digest: string;
}

export async function addFile(db: Db, file: FileRow): Promise<void> {
	await db.insertInto('dataFiles').values(file).execute();
}

export async function files(db: Db, edition: number): Promise<FileRow[]> {
	return db.selectFrom('dataFiles').selectAll().where('edition', '=', edition).orderBy('name').execute();
}

/** The rows of editions before this one go; what they were (name, size, digest) stays on record. */
export async function dropPartsBefore(db: Db, edition: number): Promise<void> {
	await db.deleteFrom('dataParts').where('edition', '<', edition).execute();
}
