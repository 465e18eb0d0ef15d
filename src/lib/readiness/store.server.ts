import type { Db } from '../server/house.ts';

export async function countCards(db: Db): Promise<number> {
	const row = await db
		.selectFrom('cards')
		.select((e) => e.fn.countAll<number>().as('count'))
		.executeTakeFirstOrThrow();
	return Number(row.count);
}

export async function countPlaces(db: Db): Promise<number> {
	const row = await db
		.selectFrom('places')
		.select((e) => e.fn.countAll<number>().as('count'))
		.executeTakeFirstOrThrow();
	return Number(row.count);
}
