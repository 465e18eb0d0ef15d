import * as consultations from '../consultations/consultations.server.ts';
import { openPhase } from '../consultations/consultation.ts';
import { expectRevision } from '../editState.ts';
import type { Ctx } from '../server/ctx.ts';
import { transaction } from '../server/db/transaction.ts';
import { isoDay } from '../texts/dates.ts';
import { found, obey, type Verdict } from '../verdict.ts';
import * as votes from '../votes/votes.server.ts';
import { mayRecordTicks, type TickSheetInput } from './priority.ts';
import { roundOf } from './rounds.server.ts';
import * as store from './store.server.ts';
import { tickPanel, type TickPanel } from './ticking.server.ts';

/** Of the phase that is open now to this group; null: to anybody. */
async function factsOf(ctx: Ctx, group: string | null, saidOn: string) {
	const { id: consultationId, phases } = await consultations.current(ctx);
	const phase = openPhase(phases, 'prioritise', ctx.now, group);
	const round = phase && (await roundOf(ctx, phase.id));
	return { consultationId, person: ctx.person, phases, now: ctx.now, round, saidOn, group };
}

/**
 * Counts the ticks somebody made on paper as that person's ballot, under a token of whoever will come in with the card she
 * gets; the same sheet sent again changes it. Returns the code of a new card. Refused: roleMissing, phase…, ballotsSealed,
 * saidLater, saidEarlier, priorityNotReady, notYourRecording, sheetWithdrawn, cardInUse. Throws Stale when the costs read
 * differently by now, NotFound for a measure that is none.
 */
export async function recordTickSheet(ctx: Ctx, form: TickSheetInput): Promise<string | null> {
	return transaction(ctx, async (ctx) => {
		const facts = await factsOf(ctx, form.group, form.date);
		const { phase, round } = obey(mayRecordTicks(facts));
		expectRevision('priorityRound', { seen: form.revision, now: round.revision }, {});
		const ids = new Map(round.measures.map(({ number, id }) => [number, id]));
		const ticked = new Set(form.ticks.map((number) => found(ids.get(number), 'measure')));
		const where = { consultationId: facts.consultationId, phaseId: phase.id };
		const code = await votes.recordTicks(ctx, where, form, { boxes: [...ids.values()], ticked });
		if (round.fixedOn === null) await store.fix(ctx.db, phase.id, isoDay(ctx.now));
		return code;
	});
}

/** What a helper has before her: the measures in the order of the paper, and whether sheets can be typed in now. */
export async function tickSheet(ctx: Ctx): Promise<Omit<TickPanel, 'may' | 'mine'> & { may: Verdict }> {
	const { measures, until, round } = await tickPanel(ctx);
	const may = mayRecordTicks(await factsOf(ctx, null, isoDay(ctx.now)));
	return { measures, until, round, may: may.ok ? { ok: true } : may };
}
