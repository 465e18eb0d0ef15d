import type { Db } from '../server/app.ts';

export async function countCards(db: Db): Promise<number> {
	const row = await db
		.selectFrom('cards')
		.select((e) => e.fn.countAll<number>().as('count'))
		.executeTakeFirstOrThrow();
	return Number(row.count);
}

export async function hasCards(db: Db): Promise<boolean> {
	return (await db.selectFrom('cards').select('id').limit(1).executeTakeFirst()) !== undefined;
}

export async function countPlaces(db: Db): Promise<number> {
	const row = await db
		.selectFrom('places')
		.select((e) => e.fn.countAll<number>().as('count'))
		.executeTakeFirstOrThrow();
	return Number(row.count);
}
