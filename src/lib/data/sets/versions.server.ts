import type { Ctx } from '../../server/ctx.ts';
import * as strategy from '../../strategy/strategy.server.ts';
import type { Version } from '../../strategy/versions/version.ts';

/** Published versions with their points, oldest first, one at a time. */
export async function* versions(ctx: Ctx): AsyncGenerator<Version> {
	for (const { number } of (await strategy.versions(ctx)).reverse()) yield await strategy.version(ctx, number);
}
