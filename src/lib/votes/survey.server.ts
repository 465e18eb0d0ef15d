import type { Ctx } from '../server/ctx.ts';
import * as strategy from '../strategy/strategy.server.ts';
import type { Surveyed } from './overview.ts';
import { published } from './results.server.ts';
import { sortRounds } from './rounds.ts';

/** All points that stand now, with what everybody may see of their results. */
export async function survey(ctx: Ctx, consultationId: string): Promise<Surveyed[]> {
	const points = await strategy.pointsNow(ctx, consultationId);
	const rounds = await published(
		ctx,
		points.map((point) => point.pointId)
	);
	return points.map(({ pointId, wordingId, ...point }) => {
		const { current, older } = sortRounds(rounds.get(pointId) ?? [], [], wordingId);
		return { ...point, round: current, older: older.length };
	});
}
