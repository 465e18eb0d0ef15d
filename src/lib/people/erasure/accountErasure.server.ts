import type { Ctx } from '../../server/ctx.ts';
import * as store from './store.server.ts';
import { cardNumber } from '../places/place.ts';
import { peopleWithRole } from '../store.server.ts';

/** What this room erases of an account. The whole deletion, room by room, is `closeOwnAccount` in `privacy.server.ts`. */

interface Kept {
	since: string;
	validUntil: string | null;
	/** As printed on the card: with it the team of its place can replace it when it is lost. */
	cardNumber: string | null;
}

/** What we keep of the one who asks, beside texts and votes: since when, and until when the card is good. */
export async function retainedOf(ctx: Ctx, personId: string): Promise<Kept> {
	const since = (await store.sinceOf(ctx.db, personId))?.createdAt ?? ctx.now;
	const card = await store.cardOf(ctx.db, personId);
	return {
		since,
		validUntil: card?.validUntil ?? null,
		cardNumber: card?.number ? cardNumber({ number: card.number, placeCode: card.placeCode }) : null
	};
}

/** Who administers at this moment. */
export async function admins(ctx: Ctx): Promise<string[]> {
	return peopleWithRole(ctx.db, 'admin');
}

/** Address, password, second factor and roles of somebody who worked here. Call it inside `transaction`. */
export async function forgetAccount(ctx: Ctx, personId: string): Promise<void> {
	await store.dropAccount(ctx.db, personId);
}

/** Leaves a person without card, consents and sessions and name; what is said instead of it: `texts/names.ts`. Call it inside `transaction`. */
export async function forgetPerson(ctx: Ctx, personId: string): Promise<void> {
	await store.dropSessions(ctx.db, personId);
	await store.dropConsents(ctx.db, personId);
	await store.endCards(ctx.db, personId, ctx.now);
	await store.emptyPerson(ctx.db, personId, `${ctx.now.slice(0, 10)}T00:00:00.000Z`);
}

/** When the process is long over: the codes go, and with them the way from a card to a person. Returns how many. */
export async function endCodes(ctx: Ctx): Promise<number> {
	return store.endAllCards(ctx.db, ctx.now);
}
