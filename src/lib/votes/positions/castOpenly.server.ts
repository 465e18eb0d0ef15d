import * as consultations from '../../consultations/consultations.server.ts';
import type { Ctx } from '../../server/ctx.ts';
import { transaction } from '../../server/db/transaction.ts';
import * as strategy from '../../strategy/strategy.server.ts';
import { obey, Stale } from '../../verdict.ts';
import { take } from './positions.server.ts';
import { mayVoteOn, type Choice } from '../vote.ts';

export interface OpenVoteInput {
	pointNumber: number;
	choice: Choice | null;
	wordingId?: string | undefined;
	/** As `seenOf` says; not given: whatever was there before. */
	seen?: string | undefined;
}

/**
 * An organisation's vote: the same rules as `castVote` has for a person, but openly, by name, once for all who sit for it, and
 * never as a ballot.
 */
export async function castOpenly(ctx: Ctx, { pointNumber, choice, wordingId, seen }: OpenVoteInput): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const { id: pointId, consultationId, ...point } = await strategy.upForVote(ctx, pointNumber);
		const { phases } = await consultations.byId(ctx, consultationId);
		const facts = { person: ctx.person, phases, now: ctx.now };
		const { person, phase, wordingId: current } = obey(mayVoteOn(point.wordingId, facts));
		if (wordingId !== undefined && wordingId !== current) throw new Stale('wording');
		const place = { pointId, wordingId: current, phaseId: phase.id, consultationId, number: pointNumber };
		await take(ctx, person, { ...place, choice, seen });
	});
}
