import type { z } from 'zod';
import * as consultations from '../consultations/consultations.server.ts';
import { openPhase, type Consultation } from '../consultations/consultation.ts';
import { standingOf } from '../people/person.ts';
import type { Ctx } from '../server/ctx.ts';
import { together } from '../server/db/together.ts';
import type { Point } from '../strategy/point.ts';
import * as strategy from '../strategy/strategy.server.ts';
import { obey, Refused, Stale, type Verdict } from '../verdict.ts';
import type { AnswerForm } from './asking.ts';
import { put } from './ballots.server.ts';
import { mine } from './own.server.ts';
import { published } from './results.server.ts';
import { sortRounds, type SortedRounds } from './rounds.ts';
import * as store from './store.server.ts';
import { mayVote, type Choice } from './vote.ts';
import { voterFor } from './voter.server.ts';

export { ask } from './asking.server.ts';
export { extremityOf, noteExtremity } from './extremity.server.ts';
export { mine, own } from './own.server.ts';
export { participation, publishParticipation, refer, references } from './participation.server.ts';
export { publishResults, release } from './publications.server.ts';
export { published, standing } from './results.server.ts';
export { sealEnded } from './sealing.server.ts';
export { forgetSheetsOf, sheets, withdrawSheet } from './sheetList.server.ts';
export { putDown } from './sheets.server.ts';
export { survey } from './survey.server.ts';
export { takeOver } from './takingOver.server.ts';

/**
 * Votes on a point's current wording, changes the vote, or takes it back (`null`). With the wording the person had
 * before her eyes: Stale when the point reads differently by now. The journal never hears of a vote. Refused:
 * pointDropped, phase…, ballotsSealed, ballotKeyMissing, signInFirst.
 */
export async function cast(ctx: Ctx, pointNumber: number, choice: Choice | null, wordingId?: string): Promise<void> {
	await together(ctx, async (ctx) => {
		const { id: pointId, consultationId, wordingId: current } = await strategy.upForVote(ctx, pointNumber);
		const { phases } = await consultations.byId(ctx, consultationId);
		obey(mayVote({ person: ctx.person, phases, now: ctx.now, current: current !== null }));
		const phase = openPhase(phases, 'vote', ctx.now);
		if (!ctx.person || !current || !phase) throw new Refused('signInFirst');
		if (wordingId !== undefined && wordingId !== current) throw new Stale('wording');
		const boxId = await store.boxFor(ctx, { pointId, wordingId: current, phaseId: phase.id });
		const voter = await voterFor(ctx, phase.id, ctx.person);
		const who = { group: ctx.person.group, standing: standingOf(ctx.person) };
		await put(ctx, { boxId, voter, ...who }, choice, { day: ctx.now.slice(0, 10), hand: null });
	});
}

/** The same for one of several questions; whoever skips has answered nothing, but only who may vote is asked. */
export async function answer(
	ctx: Ctx,
	consultation: Consultation,
	{ choice, wording, punkt }: z.output<typeof AnswerForm>
): Promise<void> {
	if (choice !== 'skip') return cast(ctx, punkt, choice, wording);
	obey(mayVote({ person: ctx.person, phases: consultation.phases, now: ctx.now, current: true }));
}

export interface Panel extends SortedRounds {
	may: Verdict;
	/** The text one votes on; null when the point does not stand in the newest version. */
	wordingId: string | null;
	mine: Choice | null;
}

/** Everything the point's page shows of votes. */
export async function panel(ctx: Ctx, point: Point): Promise<Panel> {
	const { phases } = await consultations.byId(ctx, point.consultationId);
	const wordingId = point.current?.wordingId ?? null;
	const rounds = (await published(ctx, [point.id])).get(point.id) ?? [];
	const own = (await mine(ctx, [point.id])).get(point.id) ?? [];
	return {
		may: mayVote({ person: ctx.person, phases, now: ctx.now, current: wordingId !== null }),
		wordingId,
		mine: own.find((one) => one.wordingId === wordingId)?.choice ?? null,
		...sortRounds(rounds, point.wordings, wordingId)
	};
}
