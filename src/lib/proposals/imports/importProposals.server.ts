import type { Spoken } from '../../people/details/language.ts';
import type { AuthorGroup } from '../../people/person.ts';
import type { Ctx } from '../../server/ctx.ts';
import { nextNumbers } from '../../server/db/counters.ts';
import { transaction } from '../../server/db/transaction.ts';
import type { Kind } from '../proposal.ts';
import * as search from '../lists/searchIndex.store.server.ts';
import * as residences from '../residence/store.server.ts';
import * as summaries from '../summaries/store.server.ts';
import * as taking from './store.server.ts';
import { forget } from '../lifecycle/withdraw.server.ts';

export interface ImportRow {
	id: string;
	consultationId: string;
	fieldId: string;
	kind: Kind;
	language: Spoken;
	title: string;
	body: string;
	authorName: string;
	authorGroup: AuthorGroup;
	origin: string;
	originId: string;
	originUrl: string | null;
	originOn: string | null;
	/** As it stood in the file, where its HTML became plain text. */
	original?: { title: string; text: string };
}

/**
 * Takes over contributions of another process, seen by nobody yet: `release` publishes all of the import at once. `first`:
 * the place of the first in its import. Call it inside `transaction`.
 */
export async function stage(ctx: Ctx, jobId: string, first: number, rows: readonly ImportRow[]): Promise<void> {
	if (rows.length === 0) return;
	const texts = rows.map(({ original: _, ...row }) => row);
	await taking.addStaged(ctx.db, texts, ctx.now);
	await taking.addRows(
		ctx.db,
		rows.map(({ id }, at) => ({ jobId, place: first + at, proposalId: id }))
	);
	const originals = rows.flatMap(({ id, original }) =>
		original ? [{ proposalId: id, title: original.title, body: original.text }] : []
	);
	await taking.keepOriginals(ctx.db, originals);
}

/**
 * From here on everybody sees them, or moderation, where they are to be screened. Returns the first and the last number.
 * Call it inside `transaction`.
 */
export async function release(
	ctx: Ctx,
	jobId: string,
	count: number,
	screened: boolean
): Promise<[number, number] | null> {
	if (count === 0) return null;
	const first = await nextNumbers(ctx, 'proposal', count);
	await taking.release(ctx.db, jobId, { first, now: ctx.now, publishedAt: screened ? null : ctx.now });
	return [first, first + count - 1];
}

/** Makes contributions of an import that are public findable, from a place on. Call it inside `transaction`. */
export async function indexReleased(ctx: Ctx, jobId: string, from: number, limit: number): Promise<void> {
	await search.indexMany(ctx.db, await taking.publishedOf(ctx.db, jobId, from, limit));
}

/** Takes away what nobody has seen yet, so many at once; returns how many. Call it inside `transaction`. */
export async function dropStaged(ctx: Ctx, jobId: string, limit: number): Promise<number> {
	const ids = await taking.stagedOf(ctx.db, jobId, limit);
	await taking.drop(ctx.db, ids);
	return ids.length;
}

/** Ids of what came with an import and was not taken back since, in its order; so many after this place. */
export async function importedWith(ctx: Ctx, jobId: string, after: number, limit: number): Promise<ImportedWith[]> {
	const rows = await taking.rowsOf(ctx.db, jobId, after, limit);
	return rows.map(({ supportCount, commentCount, number, ...row }) => ({
		...{ ...row, number: number ?? 0, used: supportCount + commentCount > 0 }
	}));
}

export interface ImportedWith extends ImportedFrom {
	place: number;
}

/** Takes everything of an import back at once; the words are forgotten afterwards. Call it inside `transaction`. */
export async function withdrawImport(ctx: Ctx, jobId: string): Promise<void> {
	await taking.withdrawAll(ctx.db, jobId, ctx.now);
}

/** Forgets the words of what was taken back, so many from a place on. Call it inside `transaction`. */
export async function forgetImport(ctx: Ctx, jobId: string, from: number, limit: number): Promise<void> {
	const rows = await taking.rowsOf(ctx.db, jobId, from - 1, limit, true);
	const ids = rows.map(({ id }) => id);
	if (ids.length === 0) return;
	await residences.forget(ctx.db, ids);
	for (const { proposalId } of await summaries.current(ctx.db, ids)) await summaries.forget(ctx.db, proposalId);
	await taking.forgetWords(ctx.db, ids, ctx.now);
}

/** Title and text of what is there and not taken back, some at a time, for comparing. `after`: an id. */
export async function textsAfter(ctx: Ctx, consultationId: string, after: string, limit: number) {
	return taking.textsAfter(ctx.db, consultationId, after, limit);
}

/** Which of these ids of another process were taken over before. */
export async function knownOriginIds(ctx: Ctx, origin: string, ids: readonly string[]): Promise<Set<string>> {
	return new Set(await taking.knownOriginIds(ctx.db, origin, ids));
}

/** How many of these ids were taken over before, and how many of them with the same heading. */
export async function knownAlike(
	ctx: Ctx,
	origin: string,
	titles: ReadonlyMap<string, string>
): Promise<{ known: number; alike: number }> {
	const rows = await taking.knownTitles(ctx.db, origin, [...titles.keys()]);
	const plain = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();
	// Of what was withdrawn here nobody can say any more.
	const alike = rows.filter(
		({ originId, title, withdrawnAt }) =>
			withdrawnAt !== null || plain(title) === plain(titles.get(originId ?? '') ?? '')
	);
	return { known: rows.length, alike: alike.length };
}

export interface ImportedFrom {
	id: string;
	number: number;
	/** Somebody supports it or has commented on it here. */
	used: boolean;
}

/** What came from there and was not taken back. */
export async function importedFrom(ctx: Ctx, origin: string): Promise<ImportedFrom[]> {
	return (await taking.ofOrigin(ctx.db, origin)).map(({ id, number, supportCount, commentCount }) => ({
		...{ id, number: number ?? 0 },
		used: supportCount + commentCount > 0
	}));
}

/** Takes imported contributions back: their words are forgotten, their numbers stay, and the file can come in again. */
export async function undoImport(ctx: Ctx, ids: readonly string[]): Promise<void> {
	await transaction(ctx, async (ctx) => {
		for (const id of ids) {
			await forget(ctx, id);
			await taking.clearOrigin(ctx.db, id);
		}
	});
}

/** As it stood in the file; null where nothing was changed, or where it was blackened or withdrawn since. */
export async function importedOriginal(ctx: Ctx, id: string): Promise<{ title: string; body: string } | null> {
	return (await taking.originalOf(ctx.db, id)) ?? null;
}
