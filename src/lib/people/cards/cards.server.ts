import type { Ctx } from '../../server/ctx.ts';
import { transaction } from '../../server/db/transaction.ts';
import { record } from '../../server/journal/journal.server.ts';
import { found, NotFound, obey, Refused } from '../../verdict.ts';
import { mayIssueCards } from './batch.ts';
import { mayTendCards, type BatchDetail } from './card.ts';
import { cardSheet } from './cardSheet.server.ts';
import * as access from './access.store.server.ts';
import * as store from './cards.store.server.ts';
import { showCode } from './cardCode.ts';
import { LanguageName } from '../details/language.ts';
import { GroupName } from '../person.ts';
import { cardNumber, mayTendPlaces } from '../places/place.ts';
import { openPlace, teamOf } from '../places/places.server.ts';
import { cardOf } from './replaceCard.server.ts';
import * as replacements from './replaceCard.store.server.ts';

/** One batch, counted, and whether the one who asks tends its cards. */
export async function batch(ctx: Ctx, id: string): Promise<{ batch: BatchDetail; mine: boolean }> {
	obey(mayIssueCards(ctx.person));
	const { issuedBy, placeId, ...row } = found(await store.batchRow(ctx.db, id), 'batch');
	const { used, replaced, ended, numbered } = await store.counts(ctx.db, id);
	// Cards that were replaced before a replaced card stayed the same card.
	const now = await replacements.countIn(ctx.db, id);
	const counted = { used, replaced: replaced + now, revoked: ended - replaced, numbered: numbered > 0 };
	return {
		batch: { ...row, group: GroupName.parse(row.group), language: LanguageName.parse(row.language), ...counted },
		mine: mayTendCards(ctx.person, { issuedBy, team: await teamOf(ctx, placeId) }).ok
	};
}

async function obeyTeam(ctx: Ctx, { issuedBy, placeId }: { issuedBy: string | null; placeId: string | null }) {
	obey(mayTendCards(ctx.person, { issuedBy, team: await teamOf(ctx, placeId) }));
}

/** In which batch the card with this printed number is. */
export async function find(ctx: Ctx, printed: { code: string | null; number: number }): Promise<string> {
	obey(mayIssueCards(ctx.person));
	const card = await store.byPrintedNumber(ctx.db, printed);
	if (!card) throw new Refused('cardNumberUnknown');
	return card.batchId;
}

/** Who holds a card of this batch, for what is counted or hung up together. Whoever calls must not show it. */
export async function holders(ctx: Ctx, batchId: string): Promise<string[]> {
	await obeyTeam(ctx, found(await store.batchRow(ctx.db, batchId), 'batch'));
	return store.holders(ctx.db, batchId);
}

/** The same with the number that is printed on the card. Whoever calls must show one without the other. */
export async function heldCards(ctx: Ctx, batchId: string): Promise<{ personId: string; number: string }[]> {
	await obeyTeam(ctx, found(await store.batchRow(ctx.db, batchId), 'batch'));
	return (await store.heldCards(ctx.db, batchId)).flatMap(({ personId, number, placeCode }) =>
		personId === null || number === null ? [] : [{ personId, number: cardNumber({ number, placeCode }) }]
	);
}

const of = ({ validUntil, language }: { validUntil: string; language: string }) => {
	return { validUntil, language: LanguageName.parse(language) };
};

/** Gives cards into the hands of a place: its team tends them from now on. Numbers and codes stay as they are printed. */
export async function moveTo(ctx: Ctx, batchId: string, place: string): Promise<void> {
	await transaction(ctx, async (ctx) => {
		obey(mayTendPlaces(ctx.person));
		const { label, placeId } = found(await store.batchRow(ctx.db, batchId), 'batch');
		if (placeId === place) return;
		const { name } = await openPlace(ctx, place);
		await store.setPlace(ctx.db, batchId, place);
		await record(ctx, { verb: 'batch.moved', subjectId: batchId, details: { label, name } });
	});
}

/** One card opens nothing any more; there is none instead of it. */
export async function revokeCard(ctx: Ctx, batchId: string, number: number): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const { batch, card } = await cardOf(ctx, batchId, number);
		await store.closeCard(ctx.db, card.id, ctx.now);
		if (card.personId) await access.endAccessOf(ctx.db, card.personId);
		await record(ctx, { verb: 'card.revoked', subjectId: batchId, details: { label: batch.label, number } });
	});
}

/**
 * The cards with these codes as a PDF. The codes come from the page that showed them once; only codes of this batch are
 * printed, so that nobody can have sheets made that only look like ours. Refused: print….
 */
export async function sheet(ctx: Ctx, batchId: string, codes: readonly string[]): Promise<Uint8Array> {
	const row = found(await store.batchRow(ctx.db, batchId), 'batch');
	// Whoever has the command line is the operator.
	if (ctx.via !== 'command') await obeyTeam(ctx, row);
	const hashes = codes.map((code) => ctx.app.keys.digest('card', code));
	const known = new Map((await store.numbersOf(ctx.db, batchId, hashes)).map((card) => [card.codeHash, card]));
	const cards = codes.map((code, index) => {
		const { number = null, placeCode = null } = known.get(hashes[index] ?? '') ?? {};
		if (number === null) throw new NotFound('card');
		return { code: showCode(code), number: cardNumber({ number, placeCode }) };
	});
	const { label, organisation } = row;
	return cardSheet({ label, organisation, ...of(row), cards, origin: ctx.app.config.origin, now: ctx.now });
}
