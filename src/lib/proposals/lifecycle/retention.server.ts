import type { Ctx } from '../../server/ctx.ts';
import * as store from './retention.store.server.ts';

/** Drafts nobody has touched since. Returns how many. Call it inside `transaction`. */
export async function dropDraftsBefore(ctx: Ctx, limit: string): Promise<number> {
	return store.dropDrafts(ctx.db, limit);
}

/** The words of what was refused before, except these. Returns how many. Call it inside `transaction`. */
export async function emptyRejectedBefore(ctx: Ctx, limit: string, except: readonly string[]): Promise<number> {
	return store.emptyRejected(ctx.db, limit, except);
}
