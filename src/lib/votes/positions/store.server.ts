import type { Db } from '../../server/app.ts';

export interface Place {
	organisationId: string;
	wordingId: string;
	phaseId: string;
}

export async function position(db: Db, { organisationId, wordingId, phaseId }: Place) {
	return db
		.selectFrom('organisationPositions')
		.select(['choice', 'since'])
		.where('organisationId', '=', organisationId)
		.where('wordingId', '=', wordingId)
		.where('phaseId', '=', phaseId)
		.executeTakeFirst();
}

export async function put(
	db: Db,
	place: Place & { pointId: string },
	said: { choice: string; since: string; seatId: string | null }
): Promise<void> {
	await db
		.insertInto('organisationPositions')
		.values({ ...place, ...said })
		.onConflict((c) => c.columns(['organisationId', 'wordingId', 'phaseId']).doUpdateSet(said))
		.execute();
}

export async function remove(db: Db, { organisationId, wordingId, phaseId }: Place): Promise<void> {
	await db
		.deleteFrom('organisationPositions')
		.where('organisationId', '=', organisationId)
		.where('wordingId', '=', wordingId)
		.where('phaseId', '=', phaseId)
		.execute();
}

/** Newest phase first, and in it the later wording. */
export async function onPoints(db: Db, pointIds: readonly string[]) {
	if (pointIds.length === 0) return [];
	return db
		.selectFrom('organisationPositions as x')
		.innerJoin('organisations as o', 'o.id', 'x.organisationId')
		.innerJoin('phases as p', 'p.id', 'x.phaseId')
		.select(['x.pointId', 'x.wordingId', 'x.phaseId', 'x.organisationId'])
		.select(['p.slug as phaseSlug', 'p.title as phaseTitle'])
		.select(['o.name as organisation', 'x.choice', 'x.since'])
		.where('x.pointId', 'in', [...pointIds])
		.orderBy('p.beginsAt', 'desc')
		.orderBy('x.wordingId', 'desc')
		.execute();
}

/** Of one organisation, in these phases; everywhere when none are named. */
export async function ofOrganisation(db: Db, organisationId: string, phaseIds?: readonly string[]) {
	if (phaseIds?.length === 0) return [];
	const query = db
		.selectFrom('organisationPositions')
		.select(['pointId', 'wordingId', 'phaseId', 'choice', 'since', 'seatId'])
		.where('organisationId', '=', organisationId)
		.orderBy('since', 'desc');
	return (phaseIds ? query.where('phaseId', 'in', [...phaseIds]) : query).execute();
}

/** A secret ballot that organisations put into this box before they voted openly. */
export async function secretBox(db: Db, wordingId: string, phaseId: string): Promise<number | null> {
	const row = await db
		.selectFrom('ballotBoxes as b')
		.innerJoin('tallies as t', 't.boxId', 'b.id')
		.select((e) => ['b.id', e.fn.sum<number>(e('t.agree', '+', e('t.pass', '+', e.ref('t.disagree')))).as('n')])
		.where('b.wordingId', '=', wordingId)
		.where('b.phaseId', '=', phaseId)
		.where('t.standing', '=', 'organisation')
		.groupBy('b.id')
		.executeTakeFirst();
	return row && Number(row.n) > 0 ? row.id : null;
}

export async function forgetSeat(db: Db, seatId: string): Promise<void> {
	await db.updateTable('organisationPositions').set({ seatId: null }).where('seatId', '=', seatId).execute();
}

/** Of one organisation, with the phase, the newest first. */
export async function saidBy(db: Db, organisationId: string) {
	return db
		.selectFrom('organisationPositions as x')
		.innerJoin('phases as p', 'p.id', 'x.phaseId')
		.select(['x.wordingId', 'x.choice', 'x.since', 'p.title as phaseTitle'])
		.where('x.organisationId', '=', organisationId)
		.orderBy('p.beginsAt', 'desc')
		.orderBy('x.since', 'desc')
		.execute();
}
