import type { Instant } from '../server/ctx.ts';
import type { Db } from '../server/house.ts';

const COLUMNS = ['id', 'code', 'name', 'closedAt'] as const;

export async function places(db: Db) {
	return db.selectFrom('places').select(COLUMNS).orderBy('name').execute();
}

export async function byId(db: Db, id: string) {
	return db.selectFrom('places').select(COLUMNS).where('id', '=', id).executeTakeFirst();
}

export async function byCode(db: Db, code: string) {
	return db.selectFrom('places').select(COLUMNS).where('code', '=', code).executeTakeFirst();
}

export async function add(db: Db, place: { id: string; code: string; name: string }, now: Instant): Promise<void> {
	await db
		.insertInto('places')
		.values({ ...place, createdAt: now, closedAt: null })
		.onConflict((c) => c.column('code').doNothing())
		.execute();
}

export async function change(db: Db, id: string, changes: { name?: string; closedAt?: Instant | null }): Promise<void> {
	await db.updateTable('places').set(changes).where('id', '=', id).execute();
}

export async function team(db: Db, placeId: string) {
	return db
		.selectFrom('placeMembers as m')
		.innerJoin('persons as p', 'p.id', 'm.personId')
		.select(['p.id', 'p.pseudonym as name'])
		.where('m.placeId', '=', placeId)
		.orderBy('p.pseudonym')
		.execute();
}

export async function placesOf(db: Db, personId: string) {
	return db
		.selectFrom('placeMembers as m')
		.innerJoin('places as p', 'p.id', 'm.placeId')
		.select(['p.id', 'p.code', 'p.name', 'p.closedAt'])
		.where('m.personId', '=', personId)
		.orderBy('p.name')
		.execute();
}

export async function addMember(db: Db, placeId: string, personId: string, now: Instant): Promise<void> {
	await db
		.insertInto('placeMembers')
		.values({ placeId, personId, addedAt: now })
		.onConflict((c) => c.columns(['placeId', 'personId']).doNothing())
		.execute();
}

export async function removeMember(db: Db, placeId: string, personId: string): Promise<void> {
	await db.deleteFrom('placeMembers').where('placeId', '=', placeId).where('personId', '=', personId).execute();
}
