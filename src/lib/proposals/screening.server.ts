import type { Ctx } from '../server/ctx.ts';
import { record } from '../server/journal/journal.server.ts';
import { found, NotFound } from '../verdict.ts';
import { stateOf } from './proposal.ts';
import { read, type Proposal } from './reading.server.ts';
import * as listing from './list.store.server.ts';
import * as search from './search.store.server.ts';
import * as store from './store.server.ts';
import * as summaries from './summary.store.server.ts';
import * as taking from './taking.store.server.ts';

/** What moderation sees and decides about: everything that was ever submitted. */
export async function forModeration(ctx: Ctx, id: string): Promise<Proposal & { authorId: string | null }> {
	const row = found(await store.rowById(ctx.db, id), 'proposal');
	if (!row.submittedAt) throw new NotFound('proposal');
	return { ...read(ctx, row), authorId: row.authorId };
}

/** Several of them by id, for the team's lists. */
export async function manyForModeration(ctx: Ctx, ids: readonly string[]): Promise<Proposal[]> {
	return (await store.rowsById(ctx.db, ids)).filter((row) => row.submittedAt).map((row) => read(ctx, row));
}

/** Oldest first. */
export async function waiting(ctx: Ctx, limit: number): Promise<Proposal[]> {
	return (await listing.waiting(ctx.db, limit)).map((row) => read(ctx, row));
}

export async function countWaiting(ctx: Ctx): Promise<number> {
	return listing.countWaiting(ctx.db);
}

export type Deed =
	| { deed: 'publish' | 'reject' | 'hide' | 'restore' }
	| { deed: 'redact'; title: string; body: string; evidence: string | null; restored?: true };

/** Carries out what moderation decided; the rules are moderation's. Call it inside its transaction. */
export async function screened(ctx: Ctx, id: string, deed: Deed): Promise<void> {
	const row = found(await store.rowById(ctx.db, id), 'proposal');
	if (deed.deed === 'publish') await store.setMoments(ctx.db, id, { publishedAt: ctx.now, rejectedAt: null });
	if (deed.deed === 'reject') await store.setMoments(ctx.db, id, { rejectedAt: ctx.now });
	if (deed.deed === 'hide') await store.setMoments(ctx.db, id, { hiddenAt: ctx.now });
	if (deed.deed === 'restore') await store.setMoments(ctx.db, id, { hiddenAt: null });
	if (deed.deed === 'redact') {
		const { title, body, evidence } = deed;
		await store.changeText(ctx.db, id, { title, body, evidence }, ctx.now);
		await store.setMoments(ctx.db, id, { redactedAt: deed.restored ? null : ctx.now });
		if (!deed.restored) await taking.forgetOriginal(ctx.db, id);
		// It may say in German what is blackened now: somebody writes it anew.
		if (!deed.restored) await summaries.forget(ctx.db, id);
	}
	const after = found(await store.rowById(ctx.db, id), 'proposal');
	await search.index(ctx.db, id, stateOf(after) === 'published' ? after : null);
	if (deed.deed === 'publish') {
		// No words of people in a journal that nobody can blacken.
		const details = { number: row.number ?? 0 };
		await record(ctx, { verb: 'proposal.published', subjectId: id, consultationId: row.consultationId, details });
	}
}
