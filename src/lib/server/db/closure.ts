import { day } from '../../texts/dates.ts';
import { Refused } from '../../verdict.ts';
import type { Ctx } from '../ctx.ts';
import type { Instant } from '../../time.ts';
import type { Db } from './connections/open.ts';

/** Since when nothing is written any more; null: the process goes on. */
export async function closedAt(db: Db): Promise<Instant | null> {
	const row = await db.selectFrom('closures').select('closedAt').orderBy('closedAt').limit(1).executeTakeFirst();
	return row?.closedAt ?? null;
}

/** Asked once for all verbs that share a transaction. */
const known = new WeakMap<Db, Promise<Instant | null>>();

/** For the verb that closes, in its transaction: whatever comes after it in the same batch asks again. */
export function closingNow(ctx: Ctx): void {
	known.delete(ctx.db);
}

/**
 * The one place that keeps a closed process closed, whoever writes: asked at the beginning of every transaction, and
 * serialisable with the closing itself. Refused: processClosed. The worker lets go of what is over its time, and what
 * stays possible says so (`afterClosing.ts`, commands of the operator).
 */
export async function refuseWhenClosed(ctx: Ctx): Promise<void> {
	if (ctx.via === 'worker' || ctx.evenWhenClosed) return;
	const reading = known.get(ctx.db) ?? closedAt(ctx.db);
	known.set(ctx.db, reading);
	const since = await reading;
	if (since !== null) throw new Refused('processClosed', { since: day(since) });
}

/** For what goes on: a session, a right, a note of the machine itself. */
export function evenWhenClosed(ctx: Ctx): Ctx {
	return { ...ctx, evenWhenClosed: true };
}
