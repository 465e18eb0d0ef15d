import * as consultations from '../consultations/consultations.server.ts';
import { openPhase } from '../consultations/consultation.ts';
import { signedIn, type Ctx } from '../server/ctx.ts';
import { together } from '../server/db/together.ts';
import * as strategy from '../strategy/strategy.server.ts';
import { obey, Refused, Stale } from '../verdict.ts';
import { take } from './positions.server.ts';
import { mayVote, type Choice } from './vote.ts';

export interface OpenVoteInput {
	pointNumber: number;
	choice: Choice | null;
	wordingId?: string | undefined;
	/** As `seenOf` says; not given: whatever was there before. */
	seen?: string | undefined;
}

/**
 * What `cast` is for a person, for an organisation: the same rules, but openly, by name, once for all who sit for it, and
 * never as a ballot.
 */
export async function castOpenly(ctx: Ctx, { pointNumber, choice, wordingId, seen }: OpenVoteInput): Promise<void> {
	await together(ctx, async (ctx) => {
		const { id: pointId, consultationId, wordingId: current } = await strategy.upForVote(ctx, pointNumber);
		const { phases } = await consultations.byId(ctx, consultationId);
		obey(mayVote({ person: ctx.person, phases, now: ctx.now, current: current !== null }));
		const phase = openPhase(phases, 'vote', ctx.now);
		if (!current || !phase) throw new Refused('signInFirst');
		if (wordingId !== undefined && wordingId !== current) throw new Stale('wording');
		const place = { pointId, wordingId: current, phaseId: phase.id, consultationId, number: pointNumber };
		await take(ctx, signedIn(ctx), { ...place, choice, seen });
	});
}
