import type { Instant } from '../time.ts';
import type { Db } from '../server/app.ts';
import type { NewComment } from './store.server.ts';

export interface PutBack extends Omit<NewComment, 'authorId'> {
	createdAt: Instant;
	publishedAt: Instant;
	hiddenAt: Instant | null;
}

export async function add(db: Db, row: PutBack): Promise<void> {
	const never = { authorId: null, rejectedAt: null, redactedAt: null, withdrawnAt: null };
	await db
		.insertInto('comments')
		.values({ ...row, ...never })
		.execute();
}
