import type { Db } from '../../server/app.ts';

export async function addPart(db: Db, edition: number, dataset: string, part: number, body: string): Promise<void> {
	await db.insertInto('dataParts').values({ edition, dataset, part, body }).execute();
}

export async function changePart(db: Db, edition: number, dataset: string, part: number, body: string): Promise<void> {
	await db
		.updateTable('dataParts')
		.set({ body })
		.where('edition', '=', edition)
		.where('dataset', '=', dataset)
		.where('part', '=', part)
		.execute();
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

/** How many parts a table of an edition has. */
export async function partCount(db: Db, edition: number, dataset: string): Promise<number> {
	const row = await db
		.selectFrom('dataParts')
		.select((e) => e.fn.max('part').as('last'))
		.where('edition', '=', edition)
		.where('dataset', '=', dataset)
		.executeTakeFirst();
	return row?.last ?? 0;
}

/** The tables of an edition whose rows are kept. */
export async function datasets(db: Db, edition: number): Promise<string[]> {
	const rows = await db.selectFrom('dataParts').select('dataset').distinct().where('edition', '=', edition).execute();
	return rows.map(({ dataset }) => dataset);
}

/** The rows of editions before this one go; what they were (name, size, digest) stays on record. */
export async function dropPartsBefore(db: Db, edition: number): Promise<void> {
	await db.deleteFrom('dataParts').where('edition', '<', edition).execute();
}

export async function dropParts(db: Db, edition: number, datasets: readonly string[]): Promise<void> {
	await db
		.deleteFrom('dataParts')
		.where('edition', '=', edition)
		.where('dataset', 'in', [...datasets])
		.execute();
}
