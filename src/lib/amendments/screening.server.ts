import type { Ctx } from '../server/ctx.ts';
import { record } from '../server/journal/journal.server.ts';
import { found } from '../verdict.ts';
import type { Amendment } from './amendment.ts';
import * as queue from './queue.store.server.ts';
import { read } from './reading.server.ts';
import * as store from './store.server.ts';

/** What moderation sees and decides about. */
export async function forModeration(ctx: Ctx, id: string): Promise<Amendment & { authorId: string | null }> {
	const row = found(await store.rowById(ctx.db, id), 'amendment');
	return { ...read(ctx, row), authorId: row.authorId };
}

/** Oldest first. */
export async function waiting(ctx: Ctx, limit: number): Promise<Amendment[]> {
	const ids = await queue.waitingIds(ctx.db, limit);
	return (await store.rowsById(ctx.db, ids)).map((row) => read(ctx, row));
}

export async function countWaiting(ctx: Ctx): Promise<number> {
	return queue.countWaiting(ctx.db);
}

export type Deed =
	| { deed: 'publish' | 'reject' | 'hide' | 'restore' }
	| { deed: 'redact'; title: string; body: string; reason: string; restored?: true };

function changesOf(deed: Deed, now: string) {
	if (deed.deed === 'redact') {
		const { title, body, reason } = deed;
		return { title, body, reason, redactedAt: deed.restored ? null : now };
	}
	if (deed.deed === 'publish') return { publishedAt: now, rejectedAt: null };
	if (deed.deed === 'reject') return { rejectedAt: now };
	return { hiddenAt: deed.deed === 'hide' ? now : null };
}

/** Carries out what moderation decided; the rules are moderation's. Call it inside its transaction. */
export async function screened(ctx: Ctx, id: string, deed: Deed): Promise<void> {
	const { number, consultationId } = found(await store.rowById(ctx.db, id), 'amendment');
	await store.change(ctx.db, id, changesOf(deed, ctx.now));
	if (deed.deed !== 'publish') return;
	// No words of people in a journal that nobody can blacken.
	await record(ctx, { verb: 'amendment.published', subjectId: id, consultationId, details: { number } });
}
