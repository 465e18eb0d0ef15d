import { Figures, LandscapeText, type Said } from '../opinion/landscape/landscape.ts';
import type { Ctx } from '../server/ctx.ts';
import { isNumber } from '../server/db/counters.ts';
import { found } from '../verdict.ts';
import type { Conversation, Statement } from './conversation.ts';
import { statementTable } from './table.ts';
import * as sayings from './votes.store.server.ts';
import * as store from './store.server.ts';

export { drawConversations } from './drawing.server.ts';
export {
	beginTaking,
	finishTaking,
	changedAt,
	forgetUnfinished,
	numberOf,
	passedOn,
	plan,
	remove,
	takeBatch,
	takeOver,
	type Taking
} from './importConversation.server.ts';

const PAGE = 20;
const STATEMENTS = 50;
/** More statements than any conversation has. */
const MOST_ROWS = 50_000;

const row = async (ctx: Ctx, number: number) =>
	found(isNumber(number) ? await store.byNumber(ctx.db, number) : undefined, 'conversation');

/** Newest first. `next`: the number before which to go on. */
export async function list(ctx: Ctx, before: number | null) {
	const from = before !== null && isNumber(before) ? before : null;
	const rows = await store.page(ctx.db, from, PAGE + 1);
	const conversations = rows.slice(0, PAGE);
	return { conversations, next: rows.length > PAGE ? (conversations.at(-1)?.number ?? null) : null };
}

/** A conversation that was held elsewhere, with its picture where there is one. NotFound: no such number. */
export async function byNumber(ctx: Ctx, number: number): Promise<Conversation> {
	const { title, url, attribution, language, digest, landscape, figures, ...one } = await row(ctx, number);
	return {
		...{ number, title, url, attribution, language, digest },
		...{ statements: one.statements ?? 0, importedAt: one.importedAt ?? '' },
		figures: figures === null ? null : Figures.parse(JSON.parse(figures)),
		waits: one.drawnFor === null,
		landscape: landscape === null ? null : LandscapeText.parse(JSON.parse(landscape))
	};
}

/** What people said there, and what all who took part thought of it: in tenths, and null with fewer than ten. */
interface StatementSaid extends Statement {
	all: Said | null;
}

/** The statements after this number. `next`: where to go on. */
export async function statements(ctx: Ctx, number: number, after: number) {
	const { id, title, language, landscape } = await row(ctx, number);
	const rows = await sayings.readable(ctx.db, id, isNumber(after) ? after : 0, STATEMENTS + 1);
	const points = landscape === null ? [] : LandscapeText.parse(JSON.parse(landscape)).points;
	const said = new Map(points.map(({ point, all }) => [point, all]));
	const shown: StatementSaid[] = rows
		.slice(0, STATEMENTS)
		.map((one) => ({ ...one, all: said.get(one.number) ?? null }));
	return { title, language, statements: shown, next: rows.length > STATEMENTS ? (shown.at(-1)?.number ?? null) : null };
}

/** Everything that can be read, with how many answered how. NotFound: no such number. */
export async function table(ctx: Ctx, number: number): Promise<string> {
	const { id, language, landscape } = await row(ctx, number);
	const read = await sayings.readable(ctx.db, id, 0, MOST_ROWS);
	return statementTable(read, {
		language,
		landscape: landscape === null ? null : LandscapeText.parse(JSON.parse(landscape))
	});
}

/** The picture as a file, to the byte what its digest is of. NotFound: none was drawn. */
export async function frozenText(ctx: Ctx, number: number): Promise<{ content: string; digest: string }> {
	const { landscape, digest } = await row(ctx, number);
	return { content: found(landscape, 'landscape'), digest: digest ?? '' };
}
