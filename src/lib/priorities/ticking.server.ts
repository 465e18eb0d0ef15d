import * as consultations from '../consultations/consultations.server.ts';
import { expectRevision } from '../editState.ts';
import type { Ctx } from '../server/ctx.ts';
import { transaction } from '../server/db/transaction.ts';
import * as strategy from '../strategy/strategy.server.ts';
import { isoDay } from '../texts/dates.ts';
import { found, obey, type Verdict } from '../verdict.ts';
import * as votes from '../votes/votes.server.ts';
import { mayTick, readyRound, tickingPhase, type ReadyRound, type TicksInput } from './priority.ts';
import { roundOf } from './rounds.server.ts';
import * as store from './store.server.ts';

/** What the rules ask for, of the phase that is open now. */
async function factsOf(ctx: Ctx, takingBack = false) {
	const { phases } = await consultations.current(ctx);
	const facts = { person: ctx.person, phases, now: ctx.now, takingBack };
	const phase = tickingPhase(facts);
	return { ...facts, phase, round: phase && (await roundOf(ctx, phase.id)) };
}

/**
 * Puts a person's ticks on her ballot, in place of what she ticked before. The journal never hears of it. Refused: phase…,
 * ballotsSealed, ballotKeyMissing, priorityNotReady, priorityOrganisations, signInFirst, staffTakesNoPart. Throws Stale
 * when the costs read differently by now, NotFound for a measure that is none.
 */
export async function castTicks(ctx: Ctx, form: TicksInput): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const { person, phase, round } = obey(mayTick(await factsOf(ctx)));
		expectRevision('priorityRound', { seen: form.revision, now: round.revision }, {});
		const ids = new Map(round.measures.map(({ number, id }) => [number, id]));
		const ticked = new Set(form.ticks.map((number) => found(ids.get(number), 'measure')));
		await votes.putTicks(ctx, person, phase.id, { boxes: [...ids.values()], ticked });
		if (round.fixedOn === null) await store.fix(ctx.db, phase.id, isoDay(ctx.now));
	});
}

/** Takes the whole ballot on measures back; what was said of points on it stays. */
export async function takeTicksBack(ctx: Ctx): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const { person, phase, round } = obey(mayTick(await factsOf(ctx, true)));
		const boxes = round.measures.map(({ id }) => id);
		await votes.putTicks(ctx, person, phase.id, { boxes, ticked: new Set() });
	});
}

/** What the one who asks has ticked, as long as it can be told, in words. */
export async function ownTicked(ctx: Ctx): Promise<{ point: number; measure: string }[]> {
	if (!(await consultations.find(ctx))) return [];
	const { measures, mine } = await tickPanel(ctx);
	return measures.flatMap(({ number, point, text }) => (mine.includes(number) ? [{ point, measure: text }] : []));
}

export interface TickPanel {
	may: Verdict;
	until: string | null;
	/** null: no phase is open, or it is not prepared. */
	round: ReadyRound | null;
	/** In the order of the version. */
	measures: (strategy.StandingMeasure & { number: number; cost: number; costClass: string })[];
	/** Numbers of what the one who asks has ticked. */
	mine: number[];
}

/** What the page shows of the phase that is open now. */
export async function tickPanel(ctx: Ctx): Promise<TickPanel> {
	const facts = await factsOf(ctx);
	const may = mayTick(facts);
	const round = readyRound(facts.round);
	const standing = round ? await strategy.measuresIn(ctx, round.versionId) : [];
	const texts = new Map(standing.map((one) => [one.id, one]));
	const own = round && may.ok ? await votes.ownTicks(ctx, may.permit.person, round.phaseId) : [];
	return {
		may: may.ok ? { ok: true } : may,
		until: facts.phase?.endsAt ?? null,
		round,
		measures: (round?.measures ?? []).flatMap(({ measureId, number, costClass }) => {
			const measure = texts.get(measureId);
			return measure && round ? [{ ...measure, number, costClass, cost: round.weights[costClass] }] : [];
		}),
		mine: (round?.measures ?? []).flatMap(({ id, number }) => (own.includes(id) ? [number] : []))
	};
}
