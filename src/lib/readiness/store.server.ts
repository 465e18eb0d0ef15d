import type { Db } from '../server/house.ts';

/** Staff whose account opens something, with each of their roles. */
export async function staffRows(db: Db) {
	return db
		.selectFrom('accounts as a')
		.innerJoin('roles as r', 'r.personId', 'a.personId')
		.leftJoin('secondFactors as f', 'f.personId', 'a.personId')
		.select(['a.email', 'r.role', 'f.confirmedAt'])
		.where('a.blockedAt', 'is', null)
		.orderBy('a.email')
		.execute();
}

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
