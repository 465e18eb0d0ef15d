import type { Instant } from '../server/ctx.ts';
import type { Db } from '../server/house.ts';
import type { RestoredProposal } from './restoring.server.ts';

export async function add(
	db: Db,
	row: Omit<RestoredProposal, 'german'> & { id: string; hiddenAt: Instant | null }
): Promise<void> {
	const { publishedAt } = row;
	const never = { authorId: null, rejectedAt: null, withdrawnAt: null, withheldAt: null, origin: null, originId: null };
	await db
		.insertInto('proposals')
		.values({ ...row, ...never, createdAt: publishedAt, changedAt: publishedAt, submittedAt: publishedAt })
		.execute();
}
