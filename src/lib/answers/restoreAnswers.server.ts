import type { Ctx } from '../server/ctx.ts';
import { newId } from '../server/ids.ts';
import type { Disposition } from './answer.ts';
import * as store from './store.server.ts';

export interface RestoredAnswer {
	proposalId: string;
	versionId: string;
	disposition: Disposition;
	reason: string;
	responsible: string | null;
}

/** Puts back what was answered with a version, as published with it. Call it inside `transaction`. */
export async function restore(ctx: Ctx, rows: readonly RestoredAnswer[], publishedAt: ReadonlyMap<string, string>) {
	for (const row of rows) await store.put(ctx.db, { ...row, id: newId(), writtenBy: null }, ctx.now);
	for (const [versionId, at] of publishedAt) await store.publishAnswers(ctx.db, versionId, at);
}
