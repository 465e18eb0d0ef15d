import { z } from 'zod';
import type { Ctx } from '../server/ctx.ts';
import { CHOICES } from '../votes/vote.ts';
import type { HandCounts } from './hand.ts';
import * as store from './store.server.ts';

const count = z.number().int().nullable();
const Shown = z
	.object({
		...{ agree: count, pass: count, disagree: count },
		mostly: z.object({ choice: z.enum(CHOICES), share: z.number() }).nullable()
	})
	.nullable();

/** A show of hands as it was told; how many hands there were behind what was held back, nobody knows any more. */
export interface RestoredHands {
	workshopId: string;
	pointId: string;
	wordingId: string;
	counts: HandCounts | null;
}

/** Puts back what was shown. Call it inside `transaction`. */
export async function restore(ctx: Ctx, rows: readonly RestoredHands[]): Promise<void> {
	for (const { counts, ...place } of rows) {
		await store.addRestored(ctx.db, { ...place, shown: JSON.stringify(counts) });
	}
}

const read = <R extends { shown: string }>({ shown, ...row }: R) => ({
	...row,
	counts: Shown.parse(JSON.parse(shown))
});

export async function ofWorkshop(ctx: Ctx, workshopId: string) {
	return (await store.restoredOfWorkshop(ctx.db, workshopId)).map(read);
}

export async function ofPoint(ctx: Ctx, pointId: string) {
	return (await store.restoredOfPoint(ctx.db, pointId)).map(read);
}
