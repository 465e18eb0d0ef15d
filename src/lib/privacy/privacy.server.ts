import * as amendments from '../amendments/amendments.server.ts';
import * as comments from '../comments/comments.server.ts';
import * as moderation from '../moderation/moderation.server.ts';
import type { Purpose } from '../people/consent.ts';
import * as consents from '../people/consents.server.ts';
import { admins, forgetAccount, forgetPerson } from '../people/leaving.server.ts';
import { isStaff } from '../people/person.ts';
import * as proposals from '../proposals/proposals.server.ts';
import * as recording from '../recording/recording.server.ts';
import { signedIn, type Ctx } from '../server/ctx.ts';
import { together } from '../server/db/together.ts';
import { forgetActor } from '../server/journal/actors.server.ts';
import { record } from '../server/journal/journal.server.ts';
import { t } from '../texts/texts.ts';
import * as understanding from '../understanding/understanding.server.ts';
import { obey } from '../verdict.ts';
import * as votes from '../votes/votes.server.ts';
import { mayLeave, type Fate } from './privacy.ts';

export { letGo, tryLetGo, type Counts } from './retention.server.ts';
export { ownCounts, ownData, type OwnData } from './data.server.ts';

/** Allows something from now on. What was withheld from the public goes to moderation again. Twice is once. */
export async function giveConsent(ctx: Ctx, purpose: Purpose): Promise<void> {
	await together(ctx, async (ctx) => {
		const person = signedIn(ctx);
		if ((await consents.allowed(ctx)).has(purpose)) return;
		await consents.give(ctx, purpose);
		if (purpose === 'publish') await proposals.release(ctx, person.id);
	});
}

/**
 * Takes a consent back, and at once what rested on it: without `publish` no contribution is public any more and comments
 * are taken back; without `evaluate` every text is forgotten. Twice is once.
 */
export async function withdrawConsent(ctx: Ctx, purpose: Purpose): Promise<void> {
	await together(ctx, async (ctx) => {
		const person = signedIn(ctx);
		await consents.withdraw(ctx, purpose);
		const quietly = { ...ctx, person: null };
		if (purpose === 'contact') return;
		const said = [
			...(await comments.forgetAllOf(quietly, person.id)),
			...(await amendments.forgetAllOf(quietly, person.id))
		];
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
	await forgetPerson(quietly, seatId);
	await record(quietly, { verb: 'person.left', subjectId: 'person', details: { texts: 'seat' } });
}

/**
 * Ends an account for good, in one go: the card opens nothing any more, no text, deed or journal entry leads to the
 * person. Tallies and published versions stay as they are, and what staff did stays on record without a name. Refused: lastAdmin.
 */
export async function leaveForGood(ctx: Ctx, fate: Fate): Promise<void> {
	await together(ctx, async (ctx) => {
		obey(mayLeave(ctx.person, await admins(ctx)));
		const { id, seatId } = signedIn(ctx);
		const quietly = { ...ctx, person: null };
		if (seatId !== undefined) return leaveSeat(quietly, seatId);
		if (fate === 'erase') {
			await proposals.forgetAllOf(quietly, id);
			await comments.forgetAllOf(quietly, id);
			await amendments.forgetAllOf(quietly, id);
		}
		const texts = [
			...(await proposals.unlinkAllOf(quietly, id, t.privacy.nobody)),
			...(await comments.unlinkAllOf(quietly, id, t.privacy.nobody)),
			...(await amendments.unlinkAllOf(quietly, id, t.privacy.nobody))
		];
		await moderation.dropOriginalsOf(quietly, texts);
		await understanding.forgetAllOf(quietly, id);
		await recording.forgetCardOf(quietly, id);
		await votes.forgetSheetsOf(quietly, id);
		const staff = isStaff(ctx.person);
		if (staff) await forgetAccount(quietly, id);
		else await forgetActor(quietly, id);
		await forgetPerson(quietly, id, staff ? t.privacy.formerStaff : '');
		await record(quietly, { verb: 'person.left', subjectId: 'person', details: { texts: fate } });
	});
}
