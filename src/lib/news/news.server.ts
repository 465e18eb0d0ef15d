import { accountIdOf, isStaff } from '../people/person.ts';
import * as cards from '../people/cards/cards.server.ts';
import { signedIn, type Ctx } from '../server/ctx.ts';
import { transaction } from '../server/db/transaction.ts';
import { record } from '../server/journal/journal.server.ts';
import type { Instant } from '../time.ts';
import { obey } from '../verdict.ts';
import * as votes from '../votes/votes.server.ts';
import { listMoment, mayList, NewsRow, nextListMoment, SHOWN_MAX, type News } from './news.ts';
import * as store from './store.server.ts';

export interface Reworded {
	number: number;
	title: string;
}

/** What the one who asks has not been told yet, newest first. `more`: how many there are beyond these. */
export async function unseen(ctx: Ctx): Promise<{ news: News[]; more: number }> {
	const account = accountIdOf(signedIn(ctx));
	const rows = await store.unseenOf(ctx.db, account, ctx.now, SHOWN_MAX);
	const news = rows.map((row) => NewsRow.parse(row));
	const more = news.length < SHOWN_MAX ? 0 : (await store.countUnseen(ctx.db, account, ctx.now)) - news.length;
	return { news, more };
}

/** How much of it there is, for the navigation. Whoever works here takes no part, and nothing of it is theirs. */
export async function count(ctx: Ctx): Promise<number> {
	if (ctx.person === null || isStaff(ctx.person)) return 0;
	return store.countUnseen(ctx.db, accountIdOf(ctx.person), ctx.now);
}

/** Of what was on the page; what has come since is still new. Twice is once. */
export async function markSeen(ctx: Ctx, items: readonly string[]): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const { news } = await unseen(ctx);
		const seen = new Set(items);
		const account = accountIdOf(signedIn(ctx));
		await store.markSeen(
			ctx.db,
			account,
			news.map(({ item }) => item).filter((item) => seen.has(item))
		);
	});
}

/**
 * Which points with new words in this version the one who asks has spoken to, or voted on as far as that can still be
 * known. It is read anew each time, and nothing of it is kept: what follows from a vote leads to one.
 */
export async function rewordedForMe(ctx: Ctx, version: number): Promise<Reworded[]> {
	const person = signedIn(ctx);
	const changed = await store.rewordedPoints(ctx.db, version, person.id);
	const voted = new Set(changed.length > 0 ? (await votes.own(ctx)).map((vote) => vote.number) : []);
	return changed
		.filter((point) => point.spoke === 1 || voted.has(point.number))
		.map(({ number, title }) => ({ number, title }));
}

/** For which cards something is new, as it was on a Monday; never what. */
export interface CardList {
	/** null: there was no list yet. */
	until: Instant | null;
	numbers: string[];
	/** From when on there can be the next one; null: now. */
	next: Instant | null;
}

/** The last list of a batch, as it was made: it changes with nothing that has happened since. Refused: batchNotYours. */
export async function cardList(ctx: Ctx, batchId: string): Promise<CardList> {
	const held = await cards.heldCards(ctx, batchId);
	const until = await store.listedUntil(ctx.db, batchId);
	const listed = new Set(await store.listed(ctx.db, batchId));
	return {
		until,
		numbers: held.filter((card) => listed.has(card.personId)).map((card) => card.number),
		next: until !== null && until >= listMoment(ctx.now) ? nextListMoment(ctx.now) : null
	};
}

/**
 * Makes the list of this week: cards whose holders have not read something from before Monday. Refused: batchNotYours,
 * newsListedThisWeek, newsTooFew.
 */
export async function listCards(ctx: Ctx, batchId: string): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const held = await cards.heldCards(ctx, batchId);
		const moment = listMoment(ctx.now);
		const until = await store.listedUntil(ctx.db, batchId);
		const accounts = held.map((card) => card.personId);
		const waiting = await store.waitingAmong(ctx.db, accounts, moment);
		// Whoever compares two lists finds at least so many who could have come to the second one.
		const fresh = waiting.filter(({ newest }) => until === null || newest > until).length;
		obey(mayList({ until, moment, fresh }));
		await store.putList(
			ctx.db,
			{ batchId, until: moment },
			waiting.map(({ account }) => account)
		);
		const { label } = (await cards.batch(ctx, batchId)).batch;
		await record(ctx, { verb: 'batch.listed', subjectId: batchId, details: { label } });
	});
}

/**
 * What has become new for this account within a span of time, is not read, and was not told by the subscription that asks,
 * newest first: for what is sent to people. `more`: how many there are beyond these.
 */
export async function unseenSince(
	ctx: Ctx,
	account: string,
	span: store.Span,
	most: number
): Promise<{ news: News[]; more: number }> {
	const { rows, count } = await store.unseenWithin(ctx.db, account, span, most);
	return { news: rows.map((row) => NewsRow.parse(row)), more: count - rows.length };
}

/** What somebody with this account has been told, as it is kept: by kind and id, without when. */
export async function keptOf(ctx: Ctx, account: string): Promise<string[]> {
	return store.seenBy(ctx.db, account);
}

/** Somebody leaves. Call it inside `transaction`. */
export async function forgetAllOf(ctx: Ctx, personId: string): Promise<void> {
	await store.forget(ctx.db, personId);
}

/** After the process, when no code opens anything any more. Call it inside `transaction`. */
export async function forgetEverybody(ctx: Ctx): Promise<void> {
	await store.forgetEverybody(ctx.db);
}
