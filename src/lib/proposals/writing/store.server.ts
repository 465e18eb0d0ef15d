import type { Instant } from '../../time.ts';
import type { Db } from '../../server/app.ts';

/** The same words of the same person, sent since then. */
export async function sameSent(
	db: Db,
	text: { authorId: string; title: string; body: string },
	since: Instant
): Promise<{ id: string; number: number } | null> {
	const row = await db
		.selectFrom('proposals')
		.select(['id', 'number'])
		.where('authorId', '=', text.authorId)
		.where('title', '=', text.title)
		.where('body', '=', text.body)
		.where('submittedAt', '>=', since)
		.where('withdrawnAt', 'is', null)
		.limit(1)
		.executeTakeFirst();
	return row && row.number !== null ? { id: row.id, number: row.number } : null;
}
