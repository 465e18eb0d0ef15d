import type { z } from 'zod';
import * as consultations from '../consultations/consultations.server.ts';
import { openPhase, turnOf, type Consultation } from '../consultations/consultation.ts';
import type { Ctx } from '../server/ctx.ts';
import type { Point } from '../strategy/points/point.ts';
import { obey, type Verdict } from '../verdict.ts';
import type { AnswerForm } from './questions/questionRound.ts';
import { castVote } from './ballots/castVote.server.ts';
import type { ShownRound } from './results/publishedResult.ts';
import { mine, type Mine } from './ballots/ownVotes.server.ts';
import { seenOf, type PositionRound } from './positions/position.ts';
import { positionsOn, votedSecretly } from './positions/positions.server.ts';
import { published } from './results/results.server.ts';
import { sortRounds, type SortedRounds } from './results/rounds.ts';
import { mayVote, mayVoteOn, type Choice } from './vote.ts';

export { questionRound } from './questions/questionRound.server.ts';
export { personalBallots, tickedBallots } from './ballots/ballots.server.ts';
export { ownTicks, putTicks } from './ballots/ticks.server.ts';
export { castVote } from './ballots/castVote.server.ts';
export { noteTelling, tellingOf } from './questions/extremity.server.ts';
export { mine, own } from './ballots/ownVotes.server.ts';
export {
	participation,
	publishParticipation,
	refer,
	referenceState,
	references
} from './participation/participation.server.ts';
export { forgetSeat, positionsOf, positionsOn } from './positions/positions.server.ts';
export { publishResults, release } from './results/publications.server.ts';
export { published, currentResults } from './results/results.server.ts';
export { rewriteRunning } from './ballots/rewriteBallots.server.ts';
export { sealEnded } from './ballots/sealPhase.server.ts';
export { phasesWithoutKey } from './ballots/voterToken.server.ts';
export { forgetSheetsOf, sheetDays, sheets, withdrawSheet } from './sheets/sheetList.server.ts';
export { recordSheet, recordTicks } from './sheets/sheets.server.ts';
export { survey } from './results/results.server.ts';
export { claimVotes } from './ballots/claimVotes.server.ts';

/** `castVote` for one of several questions in a row; whoever skips has answered nothing, but only who may vote is asked. */
export async function answer(
	ctx: Ctx,
	consultation: Consultation,
	{ choice, wording, punkt, seen }: z.output<typeof AnswerForm>
): Promise<void> {
	if (choice !== 'skip') return castVote(ctx, punkt, choice, wording, seen);
	obey(mayVote({ person: ctx.person, phases: consultation.phases, now: ctx.now }));
}

export interface Panel extends SortedRounds<ShownRound> {
	may: Verdict;
	/** The text one votes on; null when the point does not stand in the newest version. */
	wordingId: string | null;
	mine: Choice | null;
	/** For an organisation: it votes openly. null: whoever asks speaks for none. */
	openly: OpenVote | null;
	positions: SortedRounds<PositionRound>;
}

export interface OpenVote {
	organisation: string;
	/** What the form has to send back. */
	seen: string;
	/** When and by whom it was said; null: nothing was. */
	said: { since: string; byMe: boolean } | null;
	/** Organisations voted secretly on this wording before. */
	secretly: boolean;
}

/** Everything the point's page shows of votes. */
export async function panel(ctx: Ctx, point: Point): Promise<Panel> {
	const { phases } = await consultations.byId(ctx, point.consultationId);
	const wordingId = point.current?.wordingId ?? null;
	const rounds = (await published(ctx, [point.id])).get(point.id) ?? [];
	const positions = (await positionsOn(ctx, [point.id])).get(point.id) ?? [];
	const own = (await mine(ctx, [point.id])).get(point.id) ?? [];
	const here = own.find((one) => one.wordingId === wordingId) ?? null;
	return {
		may: mayVoteOn(wordingId, { person: ctx.person, phases, now: ctx.now }),
		wordingId,
		mine: here?.choice ?? null,
		openly: await openVote(ctx, wordingId, openPhase(phases, 'vote', ctx.now, turnOf(ctx.person))?.id ?? null, here),
		positions: sortRounds(positions, point.wordings, wordingId),
		...sortRounds(rounds, point.wordings, wordingId)
	};
}

async function openVote(
	{ person, ...ctx }: Ctx,
	wordingId: string | null,
	phaseId: string | null,
	mine: Mine | null
): Promise<OpenVote | null> {
	if (!person?.organisation || wordingId === null) return null;
	const { since, byMe = false } = mine ?? {};
	return {
		organisation: person.organisation,
		seen: since === undefined ? '' : seenOf({ since, choice: mine?.choice ?? '' }),
		said: since === undefined ? null : { since, byMe },
		secretly: phaseId !== null && mine === null && (await votedSecretly({ ...ctx, person }, wordingId, phaseId))
	};
}
