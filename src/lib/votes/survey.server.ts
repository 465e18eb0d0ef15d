import type { Ctx } from '../server/ctx.ts';
import * as strategy from '../strategy/strategy.server.ts';
import type { Surveyed } from './overview.ts';
import { positionsOn } from './positions.server.ts';
import { published } from './results.server.ts';
import { sortRounds } from './rounds.ts';

/** All points that stand now, with what everybody may see of their results. */
export async function survey(ctx: Ctx, consultationId: string): Promise<Surveyed[]> {
	const points = await strategy.pointsNow(ctx, consultationId);
	const ids = points.map((point) => point.pointId);
	const rounds = await published(ctx, ids);
	const said = await positionsOn(ctx, ids);
	return points.map(({ pointId, wordingId, ...point }) => {
		const { current, older } = sortRounds(rounds.get(pointId) ?? [], [], wordingId);
		const positions = sortRounds(said.get(pointId) ?? [], [], wordingId).current?.positions ?? [];
		return { ...point, round: current, older: older.length, positions };
	});
}
