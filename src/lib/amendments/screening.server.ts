import { FROM_OLDEST } from '../cursor.ts';
import type { Ctx } from '../server/ctx.ts';
import { isNumber } from '../server/db/counters.ts';
import { record } from '../server/journal/journal.server.ts';
import { found } from '../verdict.ts';
import type { Amendment } from './amendment.ts';
import * as queue from './queue.store.server.ts';
import { read } from './reading.server.ts';
import * as store from './store.server.ts';

/** What moderation sees and decides about. */
export async function forModeration(
	ctx: Ctx,
	id: string
): Promise<Amendment & { authorId: string | null; isDecided: boolean }> {
	const row = found(await store.rowById(ctx.db, id), 'amendment');
	return { ...read(ctx, row), authorId: row.authorId, isDecided: row.outcome !== null };
}

/** Of an amendment of this number; null: there is none. Says nothing about who may see it. */
export async function idOf(ctx: Ctx, number: number): Promise<string | null> {
	return isNumber(number) ? ((await store.rowByNumber(ctx.db, number))?.id ?? null) : null;
}

/** Oldest first. */
export async function waiting(ctx: Ctx, limit: number, from = FROM_OLDEST): Promise<Amendment[]> {
	const ids = await queue.waitingIds(ctx.db, limit, from);
	return (await store.rowsById(ctx.db, ids)).map((row) => read(ctx, row));
}

export async function countWaiting(ctx: Ctx): Promise<number> {
	return queue.countWaiting(ctx.db);
}

export type ScreeningChange =
	| { deed: 'publish' | 'reject' | 'hide' | 'restore' | 'reopen' }
	| { deed: 'redact'; title: string; body: string; reason: string; restored?: true }
	/** Its author has other words. `resent`: after a refusal, it is screened again. */
	| { deed: 'reword'; title: string; body: string; reason: string; resent: boolean };

function changesOf(deed: ScreeningChange, now: string) {
	if (deed.deed === 'redact') {
		const { title, body, reason } = deed;
		return { title, body, reason, redactedAt: deed.restored ? null : now };
	}
	if (deed.deed === 'reword') {
		const { title, body, reason } = deed;
		return { title, body, reason, ...(deed.resent ? { rejectedAt: null } : {}) };
	}
	if (deed.deed === 'publish') return { publishedAt: now, rejectedAt: null };
	if (deed.deed === 'reject') return { rejectedAt: now };
	if (deed.deed === 'reopen') return { publishedAt: null, rejectedAt: null };
	return { hiddenAt: deed.deed === 'hide' ? now : null };
}

/** Carries out what moderation decided; the rules are moderation's. Call it inside its transaction. */
export async function screened(ctx: Ctx, id: string, deed: ScreeningChange): Promise<void> {
	const { number, consultationId } = found(await store.rowById(ctx.db, id), 'amendment');
	await store.change(ctx.db, id, changesOf(deed, ctx.now));
	if (deed.deed !== 'publish') return;
	// No words of people in a journal that nobody can blacken.
	await record(ctx, { verb: 'amendment.published', subjectId: id, consultationId, details: { number } });
}
