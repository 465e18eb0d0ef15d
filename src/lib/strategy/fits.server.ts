import type { Amendment } from '../amendments/amendment.ts';
import { fitted, type Fitted } from '../amendments/fit.ts';
import type { Ctx } from '../server/ctx.ts';
import { wordsOf } from './amending.server.ts';
import type { Part } from './parts.ts';
import * as store from './store.server.ts';
import { compareMarkdown, compareWords } from './words.ts';

/**
 * How amendments stand to the wordings of a version (null: there is none), by their numbers. Only those in the list are
 * compared with each other, so it holds all the open ones of their points.
 */
export async function fitsIn(
	ctx: Ctx,
	versionId: string | null,
	list: readonly Amendment[]
): Promise<Map<number, Fitted>> {
	const bases = await wordsOf(
		ctx,
		list.map((one) => one.wordingId)
	);
	const standing = versionId === null || list.length === 0 ? [] : await store.standing(ctx.db, versionId);
	const current = new Map(standing.map(({ pointId, title, body }) => [pointId, { title, body }]));
	const found = new Map<number, Fitted>();
	for (const pointId of new Set(list.map((one) => one.pointId))) {
		const proposed = list
			.filter((one) => one.pointId === pointId)
			.map(({ number, title, body, wordingId, decision }) => ({
				...{ number, text: { title, body }, open: decision === null },
				base: bases.get(wordingId) ?? { title: '', body: '' }
			}));
		for (const [number, fit] of fitted(current.get(pointId) ?? null, proposed)) found.set(number, fit);
	}
	return found;
}

/** The same as words that go and come. */
export function differenceOf({ against, text }: Pick<Fitted, 'against' | 'text'>): { title: Part[]; body: Part[] } {
	return { title: compareWords(against.title, text.title), body: compareMarkdown(against.body, text.body) };
}
