import type { Instant } from '../../time.ts';
import type { Db } from '../../server/app.ts';

/** Instead of a fingerprint: people voted in this phase before there were keys. */
export const NO_PHASE_KEY = 'lasting';

export async function fingerprintOf(db: Db, phaseId: string): Promise<string | undefined> {
	const row = await db.selectFrom('ballotKeys').select('fingerprint').where('phaseId', '=', phaseId).executeTakeFirst();
	return row?.fingerprint;
}

/** Fingerprints of the keys of phases that are not sealed; the folder of keys has to hold these. Phases from before there were keys are left out. */
export async function keysInUse(db: Db): Promise<{ phaseId: string; fingerprint: string }[]> {
	return db
		.selectFrom('ballotKeys as k')
		.innerJoin('phases as p', 'p.id', 'k.phaseId')
		.select(['k.phaseId', 'k.fingerprint'])
		.where('k.destroyedAt', 'is', null)
		.where('k.fingerprint', '!=', NO_PHASE_KEY)
		.where('p.ballotsSealedAt', 'is', null)
		.execute();
}

/** Several processes may make the same one: it stays. Of the first vote no more than the day is kept. */
export async function addKey(db: Db, key: { phaseId: string; fingerprint: string }, now: Instant): Promise<void> {
	const day = now.slice(0, 10);
	await db
		.insertInto('ballotKeys')
		.values({ ...key, madeAt: day, rewrittenOn: day, destroyedAt: null })
		.onConflict((c) => c.column('phaseId').doNothing())
		.execute();
}

/** Phases that were over by then, in which somebody has voted, and whose ballots can still be told apart by person. */
export async function phasesEndedBy(db: Db, then: Instant) {
	return db
		.selectFrom('phases')
		.select('id')
		.where('endsAt', '<=', then)
		.where((e) => e.or([e('endChangedAt', 'is', null), e('endChangedAt', '<=', then)]))
		.where('ballotsSealedAt', 'is', null)
		.where((e) =>
			e.or([
				e('id', 'in', (q) => q.selectFrom('ballotBoxes').select('phaseId')),
				// Who only ticks measures needs no box of a point.
				e('id', 'in', (q) => q.selectFrom('ballotKeys').select('phaseId'))
			])
		)
		.execute();
}

/** Keys to be destroyed: their phases are sealed. */
export async function keysToDestroy(db: Db) {
	return db
		.selectFrom('ballotKeys as k')
		.innerJoin('phases as p', 'p.id', 'k.phaseId')
		.select(['k.phaseId', 'p.consultationId', 'p.slug as kind'])
		.where('p.ballotsSealedAt', 'is not', null)
		.where('k.destroyedAt', 'is', null)
		.execute();
}

export async function markDestroyed(db: Db, phaseId: string, now: Instant): Promise<void> {
	await db.updateTable('ballotKeys').set({ destroyedAt: now }).where('phaseId', '=', phaseId).execute();
}

/** Phases with ballots that can still be told apart by person, and were not written anew on this day or later. */
export async function rewrittenBefore(db: Db, day: string) {
	return db
		.selectFrom('ballotKeys as k')
		.innerJoin('phases as p', 'p.id', 'k.phaseId')
		.select(['k.phaseId', 'p.consultationId'])
		.where('k.destroyedAt', 'is', null)
		.where((e) => e.or([e('k.rewrittenOn', 'is', null), e('k.rewrittenOn', '<', day)]))
		.execute();
}

export async function markRewritten(db: Db, phaseId: string, day: string): Promise<void> {
	await db.updateTable('ballotKeys').set({ rewrittenOn: day }).where('phaseId', '=', phaseId).execute();
}
