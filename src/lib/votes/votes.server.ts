import type { z } from 'zod';
import * as consultations from '../consultations/consultations.server.ts';
import { openPhase, type Consultation } from '../consultations/consultation.ts';
import type { Ctx } from '../server/ctx.ts';
import type { Point } from '../strategy/point.ts';
import { obey, type Verdict } from '../verdict.ts';
import type { AnswerForm } from './asking.ts';
import { cast } from './casting.server.ts';
import type { ShownRound } from './disclosure.ts';
import { mine, type Mine } from './own.server.ts';
import { seenOf, type PositionRound } from './position.ts';
import { positionsOn, votedSecretly } from './positions.server.ts';
import { published } from './results.server.ts';
import { sortRounds, type SortedRounds } from './rounds.ts';
import { mayVote, type Choice } from './vote.ts';

export { ask } from './asking.server.ts';
export { personalBallots } from './ballots.server.ts';
export { cast } from './casting.server.ts';
export { extremityOf, noteExtremity } from './extremity.server.ts';
export { mine, own } from './own.server.ts';
export { participation, publishParticipation, refer, referenceState, references } from './participation.server.ts';
export { forgetSeat, positionsOf, positionsOn } from './positions.server.ts';
export { publishResults, release } from './publications.server.ts';
export { published, standing } from './results.server.ts';
export { rewriteRunning } from './rewriting.server.ts';
export { sealEnded } from './sealing.server.ts';
export { phasesWithoutKey } from './voter.server.ts';
export { forgetSheetsOf, sheets, withdrawSheet } from './sheetList.server.ts';
export { putDown } from './sheets.server.ts';
export { survey } from './survey.server.ts';
export { takeOver } from './takingOver.server.ts';

/** The same for one of several questions; whoever skips has answered nothing, but only who may vote is asked. */
export async function answer(
	ctx: Ctx,
	consultation: Consultation,
	{ choice, wording, punkt, seen }: z.output<typeof AnswerForm>
): Promise<void> {
	if (choice !== 'skip') return cast(ctx, punkt, choice, wording, seen);
	obey(mayVote({ person: ctx.person, phases: consultation.phases, now: ctx.now, current: true }));
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
		may: mayVote({ person: ctx.person, phases, now: ctx.now, current: wordingId !== null }),
		wordingId,
		mine: here?.choice ?? null,
		openly: await openVote(ctx, wordingId, openPhase(phases, 'vote', ctx.now)?.id ?? null, here),
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
