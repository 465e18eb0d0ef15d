import type { Ctx } from '../server/ctx.ts';
import type { Text } from './comment.ts';
import * as store from './open.store.server.ts';
import { asText } from './reading.server.ts';
import type { CommentRow } from './store.server.ts';

/** Everything that anybody can read, oldest first, so many at a time. */
export async function* published(ctx: Ctx, size: number): AsyncGenerator<Text[]> {
	let last: CommentRow | undefined;
	do {
		const after = last?.publishedAt ? { publishedAt: last.publishedAt, id: last.id } : null;
		const rows = await store.published(ctx.db, after, size);
		yield rows.map((row) => asText(ctx.person?.id ?? null, row));
		last = rows.length < size ? undefined : rows.at(-1);
	} while (last);
}
