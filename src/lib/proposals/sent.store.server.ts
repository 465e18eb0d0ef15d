import type { Instant } from '../server/ctx.ts';
import type { Db } from '../server/house.ts';

/** The same words of the same person, sent since then. */
export async function numberOfSame(
	db: Db,
	text: { authorId: string; title: string; body: string },
	since: Instant
): Promise<number | null> {
	const row = await db
		.selectFrom('proposals')
		.select('number')
		.where('authorId', '=', text.authorId)
		.where('title', '=', text.title)
		.where('body', '=', text.body)
		.where('submittedAt', '>=', since)
		.where('withdrawnAt', 'is', null)
		.limit(1)
		.executeTakeFirst();
	return row?.number ?? null;
}
