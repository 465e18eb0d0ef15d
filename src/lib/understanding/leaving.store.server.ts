import type { Db } from '../server/house.ts';

export async function forget(db: Db, personId: string): Promise<void> {
	await db.deleteFrom('understandings').where('personId', '=', personId).execute();
}

export async function ofPerson(db: Db, personId: string) {
	return db
		.selectFrom('understandings as u')
		.innerJoin('points as p', 'p.id', 'u.pointId')
		.select(['p.number', 'u.verdict', 'u.reason', 'u.at'])
		.where('u.personId', '=', personId)
		.orderBy('u.at')
		.orderBy('p.number')
		.execute();
}
