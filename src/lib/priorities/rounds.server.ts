import type { Ctx } from '../server/ctx.ts';
import { CostClassName, type Round } from './priority.ts';
import * as store from './store.server.ts';

async function read(ctx: Ctx, rows: readonly store.RoundRow[]): Promise<Round[]> {
	const measures = await store.measuresOf(
		ctx.db,
		rows.map(({ phaseId }) => phaseId)
	);
	return rows.map(({ small, medium, large, ...row }) => ({
		...row,
		weights: { small, medium, large },
		measures: measures.flatMap(({ phaseId, costClass, ...one }) =>
			phaseId === row.phaseId ? [{ ...one, costClass: costClass === null ? null : CostClassName.parse(costClass) }] : []
		)
	}));
}

export async function roundOf(ctx: Ctx, phaseId: string): Promise<Round | null> {
	const row = await store.roundOf(ctx.db, phaseId);
	return row ? ((await read(ctx, [row]))[0] ?? null) : null;
}

export async function roundsOf(ctx: Ctx, consultationId: string): Promise<Round[]> {
	return read(ctx, await store.roundsOf(ctx.db, consultationId));
}
