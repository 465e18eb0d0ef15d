import * as proposals from '../proposals/proposals.server.ts';
import type { Ctx } from '../server/ctx.ts';
import { stateOf } from './comment.ts';
import * as store from './store.server.ts';

export type CommentChange =
	| { deed: 'publish' | 'reject' | 'hide' | 'restore' | 'reopen' }
	| { deed: 'redact'; body: string; restored?: true }
	/** Its author has other words. `resent`: after a refusal, it is screened again. */
	| { deed: 'reword'; body: string; resent: boolean };

/** The contribution's counter follows what everybody can read, in the same transaction. */
export async function changeAndCount(
	ctx: Ctx,
	before: store.CommentRow,
	changes: Partial<store.CommentRow>
): Promise<void> {
	const { publishedAt, rejectedAt, hiddenAt, redactedAt, withdrawnAt, body } = { ...before, ...changes };
	const after = { publishedAt, rejectedAt, hiddenAt, redactedAt, withdrawnAt, body };
	await store.change(ctx.db, before.id, after);
	const was = stateOf(before) === 'published';
	const is = stateOf(after) === 'published';
	if (before.proposalId && was !== is) await proposals.countComment(ctx, before.proposalId, is ? 1 : -1);
}

export function changesOf(deed: CommentChange, now: string): Partial<store.CommentRow> {
	if (deed.deed === 'redact') return { redactedAt: deed.restored ? null : now, body: deed.body };
	if (deed.deed === 'reword') return { body: deed.body, ...(deed.resent ? { rejectedAt: null } : {}) };
	if (deed.deed === 'publish') return { publishedAt: now, rejectedAt: null };
	if (deed.deed === 'reject') return { rejectedAt: now };
	if (deed.deed === 'reopen') return { publishedAt: null, rejectedAt: null };
	if (deed.deed === 'hide') return { hiddenAt: now };
	return { hiddenAt: null };
}

/** For the journal: what was commented on, never what was said. */
export async function whereabouts(ctx: Ctx, row: store.CommentRow): Promise<Record<string, string | number>> {
	if (row.pointId !== null) return { about: 'point', pointId: row.pointId };
	if (row.amendmentId !== null) return { about: 'amendment', amendmentId: row.amendmentId };
	const { number } = await proposals.forModeration(ctx, row.proposalId ?? '');
	return { about: 'proposal', number };
}
