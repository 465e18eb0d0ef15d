import * as answers from '../answers/answers.server.ts';
import * as proposals from '../proposals/proposals.server.ts';
import type { Ctx } from '../server/ctx.ts';
import { CHECKS } from '../strategy/understood.ts';
import type { Version, VersionNumbers } from '../strategy/version.ts';
import { totals } from '../understanding/understanding.ts';
import * as understanding from '../understanding/understanding.server.ts';
import type { GateFacts } from './publishing.ts';

/** What was checked before it goes out, or left out with a reason. */
export async function checks(
	ctx: Ctx,
	{ id, easy, waived }: Version
): Promise<Pick<GateFacts, 'understood' | 'easy' | 'waived'>> {
	const opened = (await understanding.roundOf(ctx, id)) !== null;
	const said = totals(await understanding.standing(ctx, id));
	return { understood: { opened, ...said }, easy: easy !== '', waived: CHECKS.filter((check) => waived[check]) };
}

/** As if the draft went out now. */
export async function count(ctx: Ctx, { id, consultationId, points }: Version): Promise<VersionNumbers> {
	const { total, none, byDisposition } = await answers.counts(ctx, consultationId, id);
	const unanswered = none + byDisposition.open;
	return {
		contributions: total,
		answered: total - unanswered,
		unanswered,
		byGroup: await proposals.countByGroup(ctx, consultationId),
		points: points.length
	};
}
