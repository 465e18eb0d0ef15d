import type { Ctx } from '../server/ctx.ts';
import * as strategy from '../strategy/strategy.server.ts';

/** What has to be known of a point that anybody may follow. Throws `NotFound` for one that is not published. */
export async function publicPoint(ctx: Ctx, number: number): Promise<{ id: string; number: number; title: string }> {
	const reader = { ...ctx, person: null };
	const point = await strategy.pointByNumber(reader, number);
	const { title } = await strategy.pointToday(reader, point);
	return { id: point.id, number, title };
}
