import { randomInt } from 'node:crypto';
import type { Ctx } from '../../server/ctx.ts';
import { newId } from '../../server/ids.ts';
import { obey, Refused } from '../../verdict.ts';
import { DAYS_USUAL, mayEnterWithCard, mayIssueCards } from './batch.ts';
import * as batches from './batches.store.server.ts';
import { makeCode, showCode } from './cardCode.ts';
import { accountIdOf, GroupName, type Group } from '../person.ts';
import * as store from './cardUse.store.server.ts';
import { placeFor } from '../places/places.server.ts';
import { DAY, later } from '../../time.ts';

/** A card handed out one by one is good for at least this long. */
const DAYS_MIN = 300;

/**
 * One card for one person, in a running batch of whoever hands it out. The code is told once. Call it inside `transaction`.
 */
export async function issueOneCard(ctx: Ctx, label: string, group: Group): Promise<{ id: string; code: string }> {
	const code = makeCode(randomInt);
	const id = newId(Date.parse(ctx.now));
	await issueCards(ctx, label, group, [{ id, code }]);
	return { id, code: showCode(code) };
}

/** The same for cards that are printed already, codes without hyphens. Call it inside `transaction`. */
export async function issueCards(
	ctx: Ctx,
	label: string,
	group: Group,
	cards: readonly { id: string; code: string }[]
): Promise<void> {
	obey(mayIssueCards(ctx.person));
	const issuedBy = ctx.person?.id ?? '';
	const until = later(ctx.now, DAYS_MIN * DAY);
	let batchId = await store.running(ctx.db, { issuedBy, label, group, until });
	if (batchId === undefined) {
		batchId = newId(Date.parse(ctx.now));
		const { id: placeId } = await placeFor(ctx, undefined);
		const head = { id: batchId, label, group, organisationId: null, placeId, size: 0, issuedBy };
		await batches.addBatch(ctx.db, { ...head, validUntil: later(ctx.now, DAYS_USUAL * DAY) }, ctx.now);
	}
	for (const { id, code } of cards)
		await store.addCard(ctx.db, { id, batchId, codeHash: ctx.app.keys.digest('card', code) });
}

/** How many signs of a card's id stand on a sheet of paper: too few to find it for anybody who has not given it out. */
const ENDING = 6;
export const sheetNumber = (cardId: string): string => cardId.slice(-ENDING).toUpperCase();

/** The card on whose sheet this number stands, given out by one of these people. null: there is none, or not only one. */
export async function cardOfSheet(ctx: Ctx, number: string, issuedBy: readonly string[]) {
	const cards = await store.endingIn(ctx.db, number.toLowerCase(), issuedBy);
	const [card] = cards;
	return card && cards.length === 1 ? { id: card.id, group: GroupName.parse(card.group) } : null;
}

/** Whose card it is, by group. Call it for a card that is there. */
export async function groupOfCard(ctx: Ctx, cardId: string): Promise<Group> {
	return GroupName.parse((await store.groupOf(ctx.db, cardId))?.group);
}

export interface HeldCard {
	id: string;
	/** null: nobody has come in with it yet. */
	personId: string | null;
	/** Who will hold it, or took over what was kept for its holder. */
	heldFor: string | null;
	/** Whether it opens the door. Refused by `obey`: codeUnknown. */
	mayEnter: ReturnType<typeof mayEnterWithCard>;
}

/** The card with this code, whether it is still good or not. Refused: codeUnknown. */
export async function cardWith(ctx: Ctx, code: string): Promise<HeldCard> {
	const card = await batches.cardByHash(ctx.db, ctx.app.keys.digest('card', code));
	if (!card) throw new Refused('codeUnknown');
	return { id: card.id, personId: card.personId, heldFor: card.heldFor, mayEnter: mayEnterWithCard(card, ctx.now) };
}

/** This card has done what it was for: it opens no door any more. What was kept for its holder went to `personId`. */
export async function useUp(ctx: Ctx, cardId: string, personId: string): Promise<void> {
	await store.useUp(ctx.db, cardId, { heldFor: personId, revokedAt: ctx.now });
}

/**
 * Who the holder of this card will be, before anybody has come in with it; null when somebody has, or when it is used
 * up. Call it inside `transaction`.
 */
export async function futureHolder(ctx: Ctx, cardId: string): Promise<string | null> {
	const card = await store.cardById(ctx.db, cardId);
	if (!card || card.personId || card.revokedAt) return null;
	if (card.heldFor) return card.heldFor;
	const id = newId(Date.parse(ctx.now));
	await store.holdFor(ctx.db, cardId, id);
	return id;
}

/** The cards of the one who asks. */
export async function myCards(ctx: Ctx): Promise<string[]> {
	return ctx.person ? store.cardsOf(ctx.db, accountIdOf(ctx.person)) : [];
}
