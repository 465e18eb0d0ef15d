import { cardWith } from '../../people/cards/cardUse.server.ts';
import * as recording from '../../recording/recording.server.ts';
import type { Ctx } from '../../server/ctx.ts';
import { transaction } from '../../server/db/transaction.ts';
import { move } from './ballots.server.ts';
import { votingNow } from './ownVotes.server.ts';
import * as store from '../sheets/store.server.ts';
import { knownVoter, voterFor } from './voterToken.server.ts';

/**
 * Takes over what was written down for the holder of this card: words as `recording.takeOver` says, and votes. Whoever
 * comes in with the card is the person those ballots were counted for. Whoever has a card already makes them hers;
 * where she has voted herself, her own ballot counts and the other one goes. Returns who has it now.
 */
export async function claimVotes(ctx: Ctx, code: string): Promise<string> {
	return transaction(ctx, async (ctx) => {
		const card = await cardWith(ctx, code);
		const votes = card.personId === null && (await store.isCardOfSheets(ctx.db, card.id));
		if (votes && ctx.person && card.heldFor === ctx.person.id) return ctx.person.id;
		const id = await recording.claimRecords(ctx, code, votes);
		if (votes && card.heldFor && card.heldFor !== id) await moveBallots(ctx, card.heldFor, id);
		return id;
	});
}

async function moveBallots(ctx: Ctx, fromId: string, toId: string): Promise<void> {
	for (const phaseId of await votingNow(ctx)) {
		const from = await knownVoter(ctx, phaseId, { id: fromId });
		if (from === null) continue;
		const to = await voterFor(ctx, phaseId, { id: toId });
		await move(ctx, from, to);
	}
}
