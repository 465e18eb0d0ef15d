import { randomInt } from 'node:crypto';
import type { Ctx } from '../server/ctx.ts';
import { newId } from '../server/ids.ts';
import { obey, Refused } from '../verdict.ts';
import { DAYS_USUAL, mayEnterWithCard, mayIssueCards } from './batch.ts';
import * as batches from './batches.store.server.ts';
import { makeCode, showCode } from './code.ts';
import { accountIdOf, type Group } from './person.ts';
import * as store from './handing.store.server.ts';
import { placeFor } from './places.server.ts';

const DAY = 24 * 60 * 60 * 1000;
/** A card handed out one by one is good for at least this long. */
const DAYS_LEAST = 300;

const later = (now: string, days: number) => new Date(Date.parse(now) + days * DAY).toISOString();

/**
 * One card for one person, in a running batch of whoever hands it out. The code is told once. Call it inside `together`.
 */
export async function oneCard(ctx: Ctx, label: string, group: Group): Promise<{ id: string; code: string }> {
	obey(mayIssueCards(ctx.person));
	const issuedBy = ctx.person?.id ?? '';
	const until = later(ctx.now, DAYS_LEAST);
	let batchId = await store.running(ctx.db, { issuedBy, label, group, until });
	if (batchId === undefined) {
		batchId = newId(Date.parse(ctx.now));
		const { id: placeId } = await placeFor(ctx, undefined);
		const head = { id: batchId, label, group, organisationId: null, placeId, size: 0, issuedBy };
		await batches.addBatch(ctx.db, { ...head, validUntil: later(ctx.now, DAYS_USUAL) }, ctx.now);
	}
	const code = makeCode(randomInt);
	const id = await store.addCard(ctx.db, batchId, ctx.house.keys.digest('card', code), ctx.now);
	return { id, code: showCode(code) };
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
	const card = await batches.cardByHash(ctx.db, ctx.house.keys.digest('card', code));
	if (!card) throw new Refused('codeUnknown');
	return { id: card.id, personId: card.personId, heldFor: card.heldFor, mayEnter: mayEnterWithCard(card, ctx.now) };
}

/** This card has done what it was for: it opens no door any more. What was kept for its holder went to `personId`. */
export async function useUp(ctx: Ctx, cardId: string, personId: string): Promise<void> {
	await store.useUp(ctx.db, cardId, { heldFor: personId, revokedAt: ctx.now });
}

/**
 * Who the holder of this card will be, before anybody has come in with it; null when somebody has, or when it is used
 * up. Call it inside `together`.
 */
export async function holderToBe(ctx: Ctx, cardId: string): Promise<string | null> {
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
