import type { Spoken } from '../people/language.ts';
import type { Ctx } from '../server/ctx.ts';
import { nextNumber } from '../server/db/counters.ts';
import { together } from '../server/db/together.ts';
import { record } from '../server/journal/journal.server.ts';
import type { Kind } from './proposal.ts';
import * as search from './search.store.server.ts';
import * as taking from './taking.store.server.ts';
import { forget } from './withdrawing.server.ts';

export interface ImportRow {
	id: string;
	consultationId: string;
	fieldId: string;
	kind: Kind;
	language: Spoken;
	title: string;
	body: string;
	authorName: string;
	origin: string;
	originId: string;
	originUrl: string | null;
	/** As it stood in the file, where its HTML became plain text. */
	original?: { title: string; text: string };
}

/** Takes over published contributions of another process, with where they are from. Call with rows not yet known. */
export async function takeOver(ctx: Ctx, rows: readonly ImportRow[]): Promise<void> {
	await together(ctx, async (ctx) => {
		for (const { original, ...row } of rows) {
			const number = await nextNumber(ctx, 'proposal');
			await taking.addImported(
				ctx.db,
				{ ...row, number, evidence: null, authorGroup: 'none', publishedAt: ctx.now },
				ctx.now
			);
			if (original) await taking.keepOriginal(ctx.db, row.id, original.title, original.text);
			await search.index(ctx.db, row.id, { title: row.title, body: row.body, evidence: null });
			const { consultationId } = row;
			await record(ctx, { verb: 'proposal.imported', subjectId: row.id, consultationId, details: { number } });
		}
	});
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

export interface TakenOver {
	id: string;
	number: number;
	/** Somebody supports it or has commented on it here. */
	used: boolean;
}

/** What came from there and was not taken back. */
export async function takenOverFrom(ctx: Ctx, origin: string): Promise<TakenOver[]> {
	return (await taking.ofOrigin(ctx.db, origin)).map(({ id, number, supportCount, commentCount }) => ({
		...{ id, number: number ?? 0 },
		used: supportCount + commentCount > 0
	}));
}

/** Takes imported contributions back: their words are forgotten, their numbers stay, and the file can come in again. */
export async function takeBack(ctx: Ctx, ids: readonly string[]): Promise<void> {
	await together(ctx, async (ctx) => {
		for (const id of ids) {
			await forget(ctx, id);
			await taking.loosen(ctx.db, id);
		}
	});
}

/** As it stood in the file; null where nothing was changed, or where it was blackened or withdrawn since. */
export async function importedOriginal(ctx: Ctx, id: string): Promise<{ title: string; body: string } | null> {
	return (await taking.originalOf(ctx.db, id)) ?? null;
}
