import type { Ctx } from '../server/ctx.ts';
import { together } from '../server/db/together.ts';
import * as store from './extremity.store.server.ts';

const LARGEST = 1_000;

/** Notes how far opinions lie apart, in any unit, by wording: what is asked next hangs on it. */
export async function noteExtremity(ctx: Ctx, found: ReadonlyMap<string, number>): Promise<void> {
	const largest = Math.max(0, ...found.values());
	if (largest === 0) return;
	const rows = [...found].map(([wordingId, extremity]) => {
		return { wordingId, extremity: Math.round((LARGEST * extremity) / largest) };
	});
	await together(ctx, ({ db }) => store.setExtremities(db, rows));
}

/** From 0 to 1000; only of the wordings a landscape has seen. */
export async function extremityOf(ctx: Ctx, wordingIds: readonly string[]): Promise<Map<string, number>> {
	const rows = await store.extremities(ctx.db, wordingIds);
	return new Map(rows.map(({ wordingId, extremity }) => [wordingId, extremity]));
}
