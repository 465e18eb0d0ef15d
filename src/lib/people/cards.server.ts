import { randomInt } from 'node:crypto';
import type { Ctx } from '../server/ctx.ts';
import { together } from '../server/db/together.ts';
import { record } from '../server/journal/journal.server.ts';
import { found, NotFound, obey } from '../verdict.ts';
import { mayIssueCards } from './batch.ts';
import { mayReplaceIn, mayReplaceThis, mayTendCards, type BatchDetail, type ReplaceInput } from './card.ts';
import { cardSheet } from './cardSheet.server.ts';
import * as store from './cards.store.server.ts';
import { makeCode, showCode } from './code.ts';
import { LanguageName, type Language } from './language.ts';
import { GroupName } from './person.ts';

/** One batch, counted, and whether the one who asks tends its cards. */
export async function batch(ctx: Ctx, id: string): Promise<{ batch: BatchDetail; mine: boolean }> {
	obey(mayIssueCards(ctx.person));
	const { issuedBy, ...row } = found(await store.batchRow(ctx.db, id), 'batch');
	const { used, replaced, ended, numbered } = await store.counts(ctx.db, id);
	const counted = { used, replaced, revoked: ended - replaced, numbered: numbered > 0 };
	return {
		batch: { ...row, group: GroupName.parse(row.group), language: LanguageName.parse(row.language), ...counted },
		mine: mayTendCards(ctx.person, { issuedBy }).ok
	};
}

/** Who holds a card of this batch, for what is counted or hung up together. Whoever calls must not show it. */
export async function holders(ctx: Ctx, batchId: string): Promise<string[]> {
	obey(mayTendCards(ctx.person, found(await store.batchRow(ctx.db, batchId), 'batch')));
	return store.holders(ctx.db, batchId);
}

export interface Replaced {
	label: string;
	number: number;
	/** With hyphens. Shown once. */
	code: string;
	validUntil: string;
	language: Language;
}

/**
 * A new card for whoever lost one: the old code opens nothing any more, and nobody who came in with it stays in.
 * Whoever gives the card out learns nothing about the person, not even whether the card was ever used.
 * Refused: batchNotYours, batchOver, cardKnown, cardNumberUnknown.
 */
export async function replace(ctx: Ctx, batchId: string, { id, number }: ReplaceInput): Promise<Replaced> {
	const code = makeCode(randomInt);
	const codeHash = ctx.house.keys.digest('card', code);
	return together(ctx, async (ctx) => {
		const { batch, card } = await lost(ctx, batchId, number, await store.isCard(ctx.db, id));
		await store.endCard(ctx.db, card.id, { revokedAt: ctx.now, replacedAt: ctx.now });
		await store.addCard(ctx.db, { id, batchId, codeHash, number, personId: card.personId });
		if (card.personId) await store.closeSessionsOf(ctx.db, card.personId);
		await record(ctx, { verb: 'card.replaced', subjectId: batchId, details: { label: batch.label, number } });
		return { label: batch.label, number, code: showCode(code), ...of(batch) };
	});
}

const of = ({ validUntil, language }: { validUntil: string; language: string }) => {
	return { validUntil, language: LanguageName.parse(language) };
};

/** One card opens nothing any more; there is none instead of it. */
export async function revokeCard(ctx: Ctx, batchId: string, number: number): Promise<void> {
	await together(ctx, async (ctx) => {
		const { batch, card } = await lost(ctx, batchId, number, false);
		await store.closeCard(ctx.db, card.id, ctx.now);
		if (card.personId) await store.closeSessionsOf(ctx.db, card.personId);
		await record(ctx, { verb: 'card.revoked', subjectId: batchId, details: { label: batch.label, number } });
	});
}

async function lost(ctx: Ctx, batchId: string, number: number, known: boolean) {
	const batch = found(await store.batchRow(ctx.db, batchId), 'batch');
	obey(mayTendCards(ctx.person, batch));
	obey(mayReplaceIn(batch, ctx.now));
	const card = await store.openCard(ctx.db, batchId, number);
	obey(mayReplaceThis({ known, card: card !== undefined }));
	return { batch, card: found(card, 'card') };
}

/**
 * The cards with these codes as a PDF. The codes come from the page that showed them once; only codes of this batch are
 * printed, so that nobody can have sheets made that only look like ours. Refused: print….
 */
export async function sheet(ctx: Ctx, batchId: string, codes: readonly string[]): Promise<Uint8Array> {
	const row = found(await store.batchRow(ctx.db, batchId), 'batch');
	// The command line is the operator's own hand.
	if (ctx.via !== 'command') obey(mayTendCards(ctx.person, row));
	const hashes = codes.map((code) => ctx.house.keys.digest('card', code));
	const numbers = new Map((await store.numbersOf(ctx.db, batchId, hashes)).map((card) => [card.codeHash, card.number]));
	const cards = codes.map((code, index) => {
		const number = numbers.get(hashes[index] ?? '');
		if (number === undefined || number === null) throw new NotFound('card');
		return { code: showCode(code), number };
	});
	return cardSheet({ label: row.label, ...of(row), cards, origin: ctx.house.config.origin, now: ctx.now });
}
