import type { Instant } from '../server/ctx.ts';
import type { Db } from '../server/house.ts';

/** Instead of a fingerprint: people voted in this phase before there were keys. */
export const LASTING = 'lasting';

export async function fingerprintOf(db: Db, phaseId: string): Promise<string | undefined> {
	const row = await db.selectFrom('ballotKeys').select('fingerprint').where('phaseId', '=', phaseId).executeTakeFirst();
	return row?.fingerprint;
}

export async function addKey(db: Db, key: { phaseId: string; fingerprint: string }, now: Instant): Promise<void> {
	await db
		.insertInto('ballotKeys')
		.values({ ...key, madeAt: now, destroyedAt: null })
		.execute();
}

/** Phases that are over, in which somebody has voted, and whose ballots can still be told apart by person. */
export async function over(db: Db, now: Instant) {
	return db
		.selectFrom('phases')
		.select('id')
		.where('endsAt', '<=', now)
		.where('ballotsSealedAt', 'is', null)
		.where('id', 'in', (q) => q.selectFrom('ballotBoxes').select('phaseId'))
		.execute();
}

/** Keys to be destroyed: their phases are sealed. */
export async function condemned(db: Db) {
	return db
		.selectFrom('ballotKeys as k')
		.innerJoin('phases as p', 'p.id', 'k.phaseId')
		.select(['k.phaseId', 'p.consultationId', 'p.kind'])
		.where('p.ballotsSealedAt', 'is not', null)
		.where('k.destroyedAt', 'is', null)
		.execute();
}

export async function markDestroyed(db: Db, phaseId: string, now: Instant): Promise<void> {
	await db.updateTable('ballotKeys').set({ destroyedAt: now }).where('phaseId', '=', phaseId).execute();
}

/** Everybody's token in this phase, each once. */
export async function votersIn(db: Db, phaseId: string): Promise<string[]> {
	const rows = await db
		.selectFrom('ballots')
		.select('voter')
		.distinct()
		.where('boxId', 'in', (q) => q.selectFrom('ballotBoxes').select('id').where('phaseId', '=', phaseId))
		.execute();
	return rows.map((row) => row.voter);
}

export async function rename(db: Db, phaseId: string, from: string, to: string): Promise<void> {
	await db
		.updateTable('ballots')
		.set({ voter: to })
		.where('voter', '=', from)
		.where('boxId', 'in', (q) => q.selectFrom('ballotBoxes').select('id').where('phaseId', '=', phaseId))
		.execute();
}
