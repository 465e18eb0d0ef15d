import type { Ctx } from '../../server/ctx.ts';
import { record } from '../../server/journal/journal.server.ts';
import { read, type Proposal } from '../reading.server.ts';
import * as search from '../lists/searchIndex.store.server.ts';
import * as store from '../store.server.ts';
import * as withheld from './store.server.ts';

/** For moderation: what its authors have sent for evaluation only. */
export async function forEvaluation(ctx: Ctx, before: number | null, limit: number): Promise<Proposal[]> {
	return (await withheld.page(ctx.db, before, limit)).map((row) => read(ctx, row));
}

export async function countForEvaluation(ctx: Ctx): Promise<number> {
	return withheld.count(ctx.db);
}

/** Nothing this person has sent is public any more, nor will it be. Call it inside `transaction`. */
export async function withhold(ctx: Ctx, authorId: string): Promise<void> {
	for (const row of await store.rowsOfAuthor(ctx.db, authorId)) {
		if (!row.submittedAt || row.withdrawnAt || row.withheldAt) continue;
		await store.setMoments(ctx.db, row.id, { withheldAt: ctx.now, publishedAt: null, sharedAt: null });
		await search.index(ctx.db, row.id, null);
		const { id: subjectId, consultationId, number } = row;
		// Recording advances the revision: cached pages with this text are dropped.
		await record(ctx, { verb: 'proposal.withheld', subjectId, consultationId, details: { number: number ?? 0 } });
	}
}

/** What was withheld goes to moderation again. Call it inside `transaction`. */
export async function release(ctx: Ctx, authorId: string): Promise<void> {
	for (const row of await store.rowsOfAuthor(ctx.db, authorId)) {
		if (row.withheldAt) await store.setMoments(ctx.db, row.id, { withheldAt: null });
	}
}
