import { randomInt } from 'node:crypto';
import type { Ctx } from '../../server/ctx.ts';
import { transaction } from '../../server/db/transaction.ts';
import { record } from '../../server/journal/journal.server.ts';
import { isoDay } from '../../texts/dates.ts';
import { found, obey, Refused } from '../../verdict.ts';
import {
	mayReplaceIn,
	mayReplaceThis,
	mayStop,
	mayTendCards,
	STOP_WITHIN,
	type LookedUp,
	type ReplaceInput
} from './card.ts';
import * as access from './access.store.server.ts';
import * as store from './cards.store.server.ts';
import { makeCode, showCode } from './cardCode.ts';
import { LanguageName, type Language } from '../details/language.ts';
import { cardNumber } from '../places/place.ts';
import { teamOf } from '../places/places.server.ts';
import * as replacements from './replaceCard.store.server.ts';
import { earlier } from '../../time.ts';

export interface Replaced {
	label: string;
	/** As it is printed. */
	number: string;
	/** With hyphens. Shown once. */
	code: string;
	organisation: string | null;
	validUntil: string;
	language: Language;
}

/** A card of a batch that opens the door, for whoever tends it. Refused: batchNotYours, batchOver, cardNumberUnknown. */
export async function cardOf(ctx: Ctx, batchId: string, number: number) {
	const batch = found(await store.batchRow(ctx.db, batchId), 'batch');
	obey(mayTendCards(ctx.person, { issuedBy: batch.issuedBy, team: await teamOf(ctx, batch.placeId) }));
	obey(mayReplaceIn(batch, ctx.now));
	const card = await store.openCard(ctx.db, batchId, number);
	obey(mayReplaceThis({ known: false, card: card !== undefined }));
	return { batch, card: found(card, 'card') };
}

/** Which card this is, before another one takes its place: so that nobody's is taken by a slip of one figure. */
export async function lookUp(ctx: Ctx, batchId: string, number: number): Promise<LookedUp> {
	const { batch, card } = await cardOf(ctx, batchId, number);
	const first = card.personId === null ? null : await replacements.firstDay(ctx.db, card.personId);
	return {
		number: cardNumber({ number, placeCode: card.placeCode }),
		label: batch.label,
		firstUsed: first && isoDay(first)
	};
}

/**
 * A new code for whoever lost a card: it stays the same card with its number and person, the old code opens nothing any
 * more, nobody who came in with it stays in, and no mail or feed goes on. For a day the holder can stop that with the old
 * code. Refused: batchNotYours, batchOver, cardKnown, cardNumberUnknown.
 */
export async function replace(ctx: Ctx, batchId: string, { id, number }: ReplaceInput): Promise<Replaced> {
	const code = makeCode(randomInt);
	const codeHash = ctx.app.keys.digest('card', code);
	return transaction(ctx, async (ctx) => {
		const { batch, card } = await cardOf(ctx, batchId, number);
		obey(mayReplaceThis({ known: await replacements.isKnown(ctx.db, id), card: true }));
		await replacements.forgetBefore(ctx.db, earlier(ctx.now, STOP_WITHIN));
		const replacement = { id, cardId: card.id, formerHash: card.codeHash, replacedBy: ctx.person?.id ?? null };
		await replacements.add(ctx.db, replacement, ctx.now);
		await replacements.setCode(ctx.db, card.id, codeHash);
		if (card.personId) await access.endAccessOf(ctx.db, card.personId);
		await record(ctx, { verb: 'card.replaced', subjectId: batchId, details: { label: batch.label, number } });
		return {
			...{ label: batch.label, number: cardNumber({ number, placeCode: card.placeCode }), code: showCode(code) },
			...{
				organisation: batch.organisation,
				validUntil: batch.validUntil,
				language: LanguageName.parse(batch.language)
			}
		};
	});
}

/** Whether this code opened a card that somebody replaced within the last day, so that its holder can stop that. */
export async function canStop(ctx: Ctx, code: string): Promise<boolean> {
	const row = await replacements.byFormerHash(ctx.db, ctx.app.keys.digest('card', code));
	return row !== undefined && row.revokedAt === null && mayStop(await facts(ctx, row), ctx.now).ok;
}

async function facts(ctx: Ctx, row: { id: string; cardId: string; replacedAt: string; stoppedAt: string | null }) {
	const latest = await replacements.latestOf(ctx.db, row.cardId);
	return { replacedAt: row.replacedAt, stoppedAt: row.stoppedAt, latest: latest === row.id };
}

/**
 * The holder did not ask for another card: the old code is good again, the new one opens nothing, and whoever came in with
 * it is out. Refused: codeUnknown, also when the day is over.
 */
export async function stop(ctx: Ctx, code: string): Promise<void> {
	const hash = ctx.app.keys.digest('card', code);
	await transaction(ctx, async (ctx) => {
		const row = await replacements.byFormerHash(ctx.db, hash);
		if (!row || row.revokedAt !== null) throw new Refused('codeUnknown');
		obey(mayStop(await facts(ctx, row), ctx.now));
		await replacements.setCode(ctx.db, row.cardId, hash);
		await replacements.stop(ctx.db, row.id, ctx.now);
		if (row.personId) await access.endAccessOf(ctx.db, row.personId);
		await record(ctx, {
			verb: 'card.replacementStopped',
			subjectId: row.batchId,
			details: { number: row.number ?? 0 }
		});
	});
}

export interface Stopped {
	number: string;
	at: string;
}

/** What holders have stopped in this batch: for the team, which must ask who had the card replaced. */
export async function stoppedIn(ctx: Ctx, batchId: string): Promise<Stopped[]> {
	const rows = await replacements.stoppedIn(ctx.db, batchId);
	return rows.map(({ number, placeCode, stoppedAt }) => ({
		number: cardNumber({ number: number ?? 0, placeCode }),
		at: stoppedAt ?? ''
	}));
}
