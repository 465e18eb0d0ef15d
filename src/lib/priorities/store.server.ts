import type { Db } from '../server/app.ts';
import type { Instant } from '../time.ts';
import type { CostClass, Weights } from './priority.ts';

function rounds(db: Db) {
	return db
		.selectFrom('priorityRounds as r')
		.leftJoin('priorityResults as x', 'x.phaseId', 'r.phaseId')
		.select(['r.phaseId', 'r.consultationId', 'r.versionId', 'r.budget', 'r.small', 'r.medium', 'r.large'])
		.select(['r.revision', 'r.fixedOn', 'x.computedAt']);
}
export type RoundRow = Awaited<ReturnType<typeof roundsOf>>[number];

export async function roundsOf(db: Db, consultationId: string) {
	return rounds(db).where('r.consultationId', '=', consultationId).execute();
}

export async function roundOf(db: Db, phaseId: string) {
	return rounds(db).where('r.phaseId', '=', phaseId).executeTakeFirst();
}

/** In the order of their numbers. */
export async function measuresOf(db: Db, phaseIds: readonly string[]) {
	if (phaseIds.length === 0) return [];
	return db
		.selectFrom('priorityMeasures')
		.select(['id', 'phaseId', 'number', 'measureId', 'costClass'])
		.where('phaseId', 'in', [...phaseIds])
		.orderBy('number')
		.execute();
}

interface Start {
	phaseId: string;
	consultationId: string;
	versionId: string;
	weights: Weights;
}

/** One that is there rests on another version from now on. */
export async function putRound(db: Db, { weights, ...round }: Start): Promise<void> {
	await db
		.insertInto('priorityRounds')
		.values({ ...round, ...weights, budget: null, revision: 1, fixedOn: null })
		.onConflict((c) =>
			c
				.column('phaseId')
				.doUpdateSet((e) => ({ versionId: round.versionId, revision: e('priorityRounds.revision', '+', 1) }))
		)
		.execute();
}

export interface MeasureRow {
	id: number;
	phaseId: string;
	versionId: string;
	measureId: string;
	number: number;
	costClass: CostClass | null;
}

export async function replaceMeasures(db: Db, phaseId: string, rows: readonly MeasureRow[]): Promise<void> {
	await db.deleteFrom('priorityMeasures').where('phaseId', '=', phaseId).execute();
	if (rows.length > 0)
		await db
			.insertInto('priorityMeasures')
			.values([...rows])
			.execute();
}

export async function setCosts(
	db: Db,
	phaseId: string,
	{ budget, weights }: { budget: number; weights: Weights },
	classes: ReadonlyMap<number, CostClass>
): Promise<void> {
	await db
		.updateTable('priorityRounds')
		.set((e) => ({ budget, ...weights, revision: e('revision', '+', 1) }))
		.where('phaseId', '=', phaseId)
		.execute();
	for (const [number, costClass] of classes) {
		await db
			.updateTable('priorityMeasures')
			.set({ costClass })
			.where('phaseId', '=', phaseId)
			.where('number', '=', number)
			.execute();
	}
}

/** Of the first ballot no more than the day is kept. Writes only once: later ballots wait for nobody. */
export async function fix(db: Db, phaseId: string, day: string): Promise<void> {
	await db
		.updateTable('priorityRounds')
		.set({ fixedOn: day })
		.where('phaseId', '=', phaseId)
		.where('fixedOn', 'is', null)
		.execute();
}

export async function addResult(
	db: Db,
	result: { phaseId: string; computedAt: Instant; body: string; digest: string }
): Promise<void> {
	await db.insertInto('priorityResults').values(result).execute();
}

export async function resultOf(db: Db, phaseId: string) {
	return db
		.selectFrom('priorityResults')
		.select(['computedAt', 'body', 'digest'])
		.where('phaseId', '=', phaseId)
		.executeTakeFirst();
}

/** Rounds without a result whose phase was over by then: whether that is long enough ago says the rule. */
export async function withoutResult(db: Db, now: Instant) {
	return db
		.selectFrom('priorityRounds as r')
		.innerJoin('phases as p', 'p.id', 'r.phaseId')
		.leftJoin('priorityResults as x', 'x.phaseId', 'r.phaseId')
		.select(['r.phaseId', 'r.consultationId'])
		.where('p.endsAt', '<=', now)
		.where('x.phaseId', 'is', null)
		.execute();
}
