import type { Instant } from '../../time.ts';
import type { Db } from '../../server/app.ts';
import type { Tables } from '../../server/db/tables.ts';

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

/** Of all these places at once. */
export async function teams(db: Db, placeIds: readonly string[]) {
	if (placeIds.length === 0) return [];
	return db
		.selectFrom('placeMembers as m')
		.innerJoin('persons as p', 'p.id', 'm.personId')
		.select(['m.placeId', 'p.pseudonym as name'])
		.where('m.placeId', 'in', [...placeIds])
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

/** In the team of an open place with this person. */
export async function colleagues(db: Db, personId: string): Promise<string[]> {
	const rows = await db
		.selectFrom('placeMembers as mine')
		.innerJoin('places as p', 'p.id', 'mine.placeId')
		.innerJoin('placeMembers as m', 'm.placeId', 'mine.placeId')
		.select('m.personId')
		.distinct()
		.where('mine.personId', '=', personId)
		.where('p.closedAt', 'is', null)
		.execute();
	return rows.map((row) => row.personId);
}

export async function details(db: Db, placeId: string) {
	return db.selectFrom('placeDetails').selectAll().where('placeId', '=', placeId).executeTakeFirst();
}

export async function putDetails(db: Db, row: Tables['placeDetails']): Promise<void> {
	const { placeId: _, ...changes } = row;
	await db
		.insertInto('placeDetails')
		.values(row)
		.onConflict((c) => c.column('placeId').doUpdateSet(changes))
		.execute();
}

export async function publicPlaces(db: Db) {
	return db
		.selectFrom('placeDetails as d')
		.innerJoin('places as p', 'p.id', 'd.placeId')
		.select(['p.code', 'p.name', 'd.address', 'd.hours', 'd.note', 'd.changedAt'])
		.where('p.closedAt', 'is', null)
		.orderBy('p.name')
		.execute();
}
