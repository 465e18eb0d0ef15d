import { canonical, digestOf } from '#lib/canonical.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { RoundForm, type CostClass, type ReadyRound } from '#lib/priorities/priority.ts';
import * as priorities from '#lib/priorities/priorities.server.ts';
import { Counting, resultOf } from '#lib/priorities/result/result.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { nextNumbers } from '#lib/server/db/counters.ts';
import { record } from '#lib/server/journal/journal.server.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { DECLARED_GROUPS, GROUPS } from '../../../support/opinion/groups.ts';
import type { Who } from '../people.ts';

type As = (who: Who) => Ctx;

export const MEASURES = [
	[1, 'Jeder Kreis hat eine Stelle gegen Wohnungsverlust.'],
	[1, 'Wer eine Kündigung bekommt, wird noch am selben Tag beraten.'],
	[1, 'Das Land baut 500 kleine Wohnungen.'],
	[2, 'Alle Anträge gibt es in Einfacher Sprache.'],
	[2, 'In jeder Stadt hilft jemand beim Ausfüllen.']
] as const;
const CLASSES: readonly CostClass[] = ['small', 'small', 'large', 'small', 'medium'];
const WEIGHTS = { small: 1, medium: 3, large: 10 };
const BUDGET = 6;

/** What measures cost in the phase that runs, and what came out of one before it. */
export async function prioritise(as: As): Promise<void> {
	await priorities.startRound(as('editor'), 'draft');
	const classes = CLASSES.map((one, place) => [`class-${place + 1}`, one]);
	const costs = { revision: '1', budget: String(BUDGET), small: '1', medium: '3', large: '10' };
	await priorities.saveCosts(as('editor'), 'draft', RoundForm.parse({ ...costs, ...Object.fromEntries(classes) }));
	await transaction(as('admin'), formerResult);
}

/** As if 24 people had ticked before the town was there. */
async function formerResult(ctx: Ctx): Promise<void> {
	const { id: consultationId, phases } = await consultations.current(ctx);
	const phaseId = phases.find(({ slug }) => slug === 'auftakt')?.id ?? '';
	const versionId = (await strategy.latestHead(ctx, consultationId))?.id ?? '';
	const measures = await strategy.measuresIn(ctx, versionId);
	const first = await nextNumbers(ctx, 'ballot-box', measures.length);
	const head = { phaseId, consultationId, versionId, budget: BUDGET, revision: 1, fixedOn: ctx.now.slice(0, 10) };
	await ctx.db
		.insertInto('priorityRounds')
		.values({ ...head, ...WEIGHTS })
		.execute();
	const rows = measures.map(({ id }, place) => ({
		...{ id: first + place, phaseId, versionId, measureId: id, number: place + 1 },
		costClass: CLASSES[place] ?? 'small'
	}));
	await ctx.db.insertInto('priorityMeasures').values(rows).execute();
	const round: ReadyRound = { ...head, weights: WEIGHTS, measures: rows, computedAt: null };
	const body = canonical(counted(round));
	await ctx.db
		.insertInto('priorityResults')
		.values({ phaseId, computedAt: ctx.now, body, digest: digestOf(body) })
		.execute();
	const details = { kind: 'auftakt' };
	await record(ctx, { verb: 'priorities.published', subjectId: phaseId, consultationId, details });
}

function counted(round: ReadyRound) {
	const counting = new Counting(round, GROUPS);
	for (let n = 0; n < 24; n++) {
		const ticks = round.measures.filter(({ number }) => (n + number) % 3 !== 0).map(({ id }) => id);
		counting.add({ group: DECLARED_GROUPS[n % 2] ?? 'none', ticks });
	}
	return resultOf(round, counting, DECLARED_GROUPS);
}
