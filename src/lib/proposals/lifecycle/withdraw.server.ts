import type { Ctx } from '../../server/ctx.ts';
import { isNumber } from '../../server/db/counters.ts';
import { transaction } from '../../server/db/transaction.ts';
import { record } from '../../server/journal/journal.server.ts';
import { found, NotFound, obey } from '../../verdict.ts';
import { mayWithdraw } from '../proposal.ts';
import { read, type Proposal } from '../reading.server.ts';
import * as residences from '../residence/store.server.ts';
import * as search from '../lists/searchIndex.store.server.ts';
import * as store from '../store.server.ts';
import * as summaries from '../summaries/store.server.ts';
import * as taking from '../imports/store.server.ts';

/** One's own contribution, sent already; everybody else's is not found. */
export async function own(ctx: Ctx, number: number): Promise<Proposal> {
	const row = found(isNumber(number) ? await store.rowByNumber(ctx.db, number) : null, 'proposal');
	const proposal = read(ctx, row);
	if (!proposal.mine) throw new NotFound('proposal');
	return proposal;
}

/** Takes back one's own contribution. Its number stays, so that what refers to it still makes sense. Twice is once. */
export async function withdraw(ctx: Ctx, number: number): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const row = found(isNumber(number) ? await store.rowByNumber(ctx.db, number) : null, 'proposal');
		if (ctx.person && row.authorId !== ctx.person.id) throw new NotFound('proposal');
		obey(mayWithdraw(ctx.person, row.authorId));
		await forget(ctx, row.id);
	});
}

/** Forgets the words of a contribution, for rooms with a right of their own to it. Call it inside their transaction. */
export async function forget(ctx: Ctx, id: string): Promise<void> {
	const row = found(await store.rowById(ctx.db, id), 'proposal');
	if (row.withdrawnAt) return;
	if (!row.submittedAt) return store.removeDraft(ctx.db, id);
	await store.changeText(ctx.db, id, { title: '', body: '', evidence: null, language: 'de' }, ctx.now);
	await residences.forget(ctx.db, [id]);
	await summaries.forget(ctx.db, id);
	await taking.forgetOriginal(ctx.db, id);
	await store.setMoments(ctx.db, id, { withdrawnAt: ctx.now });
	await search.index(ctx.db, id, null);
	const { consultationId, number } = row;
	await record(ctx, { verb: 'proposal.withdrawn', subjectId: id, consultationId, details: { number: number ?? 0 } });
}
