import { FROM_OLDEST } from '../cursor.ts';
import type { Ctx } from '../server/ctx.ts';
import { found } from '../verdict.ts';
import type { Text } from './comment.ts';
import { asText } from './reading.server.ts';
import * as store from './store.server.ts';

const readerOf = (ctx: Ctx) => ctx.person?.id ?? null;

/** What moderation sees and decides about. */
export async function forModeration(ctx: Ctx, id: string): Promise<Text & { authorId: string | null }> {
	const row = found(await store.rowById(ctx.db, id), 'comment');
	return { ...asText(readerOf(ctx), row), authorId: row.authorId };
}

/** Several of them by id, for the team's lists. */
export async function manyForModeration(ctx: Ctx, ids: readonly string[]): Promise<Text[]> {
	return (await store.rowsById(ctx.db, ids)).map((row) => asText(readerOf(ctx), row));
}

/** Oldest first, unless it is asked otherwise. */
export async function waiting(ctx: Ctx, limit: number, from = FROM_OLDEST): Promise<Text[]> {
	return (await store.waiting(ctx.db, limit, from)).map((row) => asText(readerOf(ctx), row));
}

export async function countWaiting(ctx: Ctx): Promise<number> {
	return store.countWaiting(ctx.db);
}
