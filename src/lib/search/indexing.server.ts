import { fold } from '../proposals/lists/searchText.ts';
import type { Ctx } from '../server/ctx.ts';
import { nextNumber } from '../server/db/counters.ts';
import { transaction } from '../server/db/transaction.ts';
import * as store from './store.server.ts';

/** Comments in one transaction: others wait for so long. */
const AT_ONCE = 200;

/** A chore: the index of comments follows what the public may read. Returns how many were looked at. */
export async function indexComments(ctx: Ctx): Promise<number> {
	let all = 0;
	for (let done = AT_ONCE; done === AT_ONCE; all += done) {
		done = await transaction(ctx, async (ctx) => {
			const due = await store.dueComments(ctx.db, AT_ONCE);
			for (const { id, body, hiddenAt, withdrawnAt, searchRow } of due) {
				const open = hiddenAt === null && withdrawnAt === null;
				const row = open ? (searchRow ?? (await nextNumber(ctx, 'comment-text'))) : null;
				await store.indexComment(ctx.db, { id, row, folded: open ? fold(body) : null }, searchRow, ctx.now);
			}
			return due.length;
		});
	}
	return all;
}

/** Enough for the words of any subject; the newest say how people write about it now. */
const READ_MAX = 5_000;
const PAGE = 500;
const SHORTEST = 4;
const LONGEST = 40;
/** What only one text says may be a slip itself, or a name. */
const LEAST = 2;
const WORDS_MAX = 20_000;

interface Learnt {
	shown: string;
	count: number;
}

/** A chore, now and then: which words public contributions use. What was taken back is forgotten with the next run. */
export async function learnWords(ctx: Ctx): Promise<number> {
	const learnt = new Map<string, Learnt>();
	let under: number | null = null;
	for (let read = 0; read < READ_MAX; read += PAGE) {
		const rows: Awaited<ReturnType<typeof store.newestTexts>> = await store.newestTexts(ctx.db, under, PAGE);
		for (const { title, body } of rows) learn(learnt, `${title} ${body}`);
		under = rows.at(-1)?.number ?? null;
		if (rows.length < PAGE) break;
	}
	const words = [...learnt]
		.filter(([, { count }]) => count >= LEAST)
		.map(([word, one]) => ({ word, size: word.length, ...one }))
		.sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))
		.slice(0, WORDS_MAX);
	await transaction(ctx, ({ db }) => store.replaceWords(db, words));
	return words.length;
}

/** Every word of a text once. */
function learn(learnt: Map<string, Learnt>, text: string): void {
	const words = new Map<string, string>();
	for (const shown of text.split(/[^\p{L}\p{M}]+/u)) {
		const word = fold(shown);
		if (word.length >= SHORTEST && word.length <= LONGEST && !word.includes(' ')) words.set(word, shown);
	}
	for (const [word, shown] of words) {
		const known = learnt.get(word);
		if (known) known.count += 1;
		else learnt.set(word, { shown, count: 1 });
	}
}
