import type { Ctx } from '../../server/ctx.ts';
import { transaction } from '../../server/db/transaction.ts';
import * as store from './extremity.store.server.ts';

const LARGEST = 1_000;

/** What makes an answer on a wording tell more than others, as the newest landscape saw it. */
export interface Telling {
	/** How far opinions lie apart, in any unit. */
	extremity: number;
	/** From 0 to 1: whether it is undecided if people miss it among the points that unite most. */
	undecided: number;
}

/** Notes by wording what hangs on answers: what is asked next hangs on that. */
export async function noteTelling(ctx: Ctx, found: ReadonlyMap<string, Telling>): Promise<void> {
	const all = [...found];
	const largest = Math.max(0, ...all.map(([, { extremity }]) => extremity));
	if (all.every(([, { extremity, undecided }]) => extremity === 0 && undecided === 0)) return;
	const rows = all.map(([wordingId, { extremity, undecided }]) => ({
		...{ wordingId, undecided: Math.round(LARGEST * undecided) },
		extremity: largest === 0 ? 0 : Math.round((LARGEST * extremity) / largest)
	}));
	await transaction(ctx, ({ db }) => store.setExtremities(db, rows));
}

/** `extremity` from 0 to 1000; only of the wordings a landscape has seen. */
export async function tellingOf(ctx: Ctx, wordingIds: readonly string[]): Promise<Map<string, Telling>> {
	const rows = await store.extremities(ctx.db, wordingIds);
	return new Map(
		rows.map(({ wordingId, extremity, undecided }) => [wordingId, { extremity, undecided: undecided / LARGEST }])
	);
}
