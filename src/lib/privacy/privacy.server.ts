import * as amendments from '../amendments/amendments.server.ts';
import * as board from '../board/board.server.ts';
import * as comments from '../comments/comments.server.ts';
import * as evaluations from '../evaluations/evaluations.server.ts';
import * as moderation from '../moderation/moderation.server.ts';
import type { Purpose } from '../people/consents/consent.ts';
import * as consents from '../people/consents/consents.server.ts';
import { admins, forgetAccount, forgetPerson } from '../people/erasure/accountErasure.server.ts';
import { isStaff } from '../people/person.ts';
import * as news from '../news/news.server.ts';
import * as subscriptions from '../subscriptions/subscriptions.server.ts';
import * as positionPapers from '../positionPapers/positionPapers.server.ts';
import * as proposals from '../proposals/proposals.server.ts';
import * as recording from '../recording/recording.server.ts';
import { signedIn, type Ctx } from '../server/ctx.ts';
import { transaction } from '../server/db/transaction.ts';
import { forgetActor } from '../server/journal/actors.server.ts';
import { record } from '../server/journal/journal.server.ts';
import * as understanding from '../understanding/understanding.server.ts';
import { obey } from '../verdict.ts';
import * as votes from '../votes/votes.server.ts';
import { mayLeave, type Fate } from './privacy.ts';

export { applyRetention, previewRetention } from './retention.server.ts';
export { ownCounts, ownData } from './data.server.ts';

/** Allows something from now on. What was withheld from the public goes to moderation again. Twice is once. */
export async function giveConsent(ctx: Ctx, purpose: Purpose): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const person = signedIn(ctx);
		if ((await consents.allowed(ctx)).has(purpose)) return;
		await consents.give(ctx, purpose);
		if (purpose === 'publish') await proposals.release(ctx, person.id);
	});
}

/**
 * Takes a consent back, and at once what rested on it: without `publish` no contribution is public any more and comments
 * are taken back; without `evaluate` every text is forgotten, and without either what a board has not published yet. Ticks
 * are no texts: votes and the five of an evaluation are taken back where they were made. Twice is once.
 */
export async function withdrawConsent(ctx: Ctx, purpose: Purpose): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const person = signedIn(ctx);
		await consents.withdraw(ctx, purpose);
		const quietly = { ...ctx, person: null };
		if (purpose === 'contact') return;
		const said = [
			...(await comments.forgetAllOf(quietly, person.id)),
			...(await amendments.forgetAllOf(quietly, person.id))
		];
		await board.forgetStatementsOf(quietly, person.id);
		if (purpose === 'publish') {
			await proposals.withhold(quietly, person.id);
			return moderation.dropOriginalsOf(quietly, said);
		}
		await understanding.forgetAllOf(quietly, person.id);
		const texts = await proposals.forgetAllOf(quietly, person.id);
		await moderation.dropOriginalsOf(quietly, [...texts, ...said]);
	});
}

/** What was said for an organisation stays the organisation's; nothing leads to who sat there. */
async function leaveSeat(quietly: Ctx, seatId: string): Promise<void> {
	await votes.forgetSeat(quietly, seatId);
	await positionPapers.forgetSeat(quietly, seatId);
	await forgetPerson(quietly, seatId);
	await record(quietly, { verb: 'person.left', subjectId: 'person', details: { texts: 'seat' } });
}

/**
 * Ends an account for good, in one go: the card opens nothing any more, no text, deed or journal entry leads to the
 * person. Tallies and published versions stay as they are, and what staff did stays on record without a name. Refused: lastAdmin.
 */
export async function closeOwnAccount(ctx: Ctx, fate: Fate): Promise<void> {
	await transaction(ctx, async (ctx) => {
		obey(mayLeave(ctx.person, await admins(ctx)));
		const { id, seatId } = signedIn(ctx);
		const quietly = { ...ctx, person: null };
		await news.forgetAllOf(quietly, seatId ?? id);
		await subscriptions.forgetAllOf(quietly, seatId ?? id);
		if (seatId !== undefined) return leaveSeat(quietly, seatId);
		if (fate === 'erase') {
			await proposals.forgetAllOf(quietly, id);
			await comments.forgetAllOf(quietly, id);
			await amendments.forgetAllOf(quietly, id);
		}
		const texts = [
			...(await proposals.unlinkAllOf(quietly, id)),
			...(await comments.unlinkAllOf(quietly, id)),
			...(await amendments.unlinkAllOf(quietly, id))
		];
		await moderation.dropOriginalsOf(quietly, texts);
		await understanding.forgetAllOf(quietly, id);
		await board.endMembership(quietly, id);
		await evaluations.forgetAllOf(quietly, id);
		await recording.forgetCardOf(quietly, id);
		await votes.forgetSheetsOf(quietly, id);
		if (isStaff(ctx.person)) await forgetAccount(quietly, id);
		else await forgetActor(quietly, id);
		await forgetPerson(quietly, id);
		await record(quietly, { verb: 'person.left', subjectId: 'person', details: { texts: fate } });
	});
}
