import * as answers from '../answers/answers.server.ts';
import { stateOf, type ApprovalSubject, type State } from '../approvals/approval.ts';
import * as approvals from '../approvals/approvals.server.ts';
import type { Ctx } from '../server/ctx.ts';
import * as strategy from '../strategy/strategy.server.ts';
import type { Version, VersionNumbers } from '../strategy/version.ts';
import * as understanding from '../understanding/understanding.server.ts';

/** What the second person agrees to before a version goes out. */

export function subjectOf({ id, number, title, consultationId }: Version): ApprovalSubject {
	return { kind: 'version', id, number, title, consultationId, path: '/werkstatt/freigabe' };
}

/** Everything that would go out with it now: text, answers, decisions, what was checked, and the numbers it states. */
export async function wouldGoOut(ctx: Ctx, { id }: Version, numbers: VersionNumbers): Promise<State> {
	const { text, decisions, checks, previous } = await strategy.wouldSay(ctx, id);
	const understood = await understanding.figuresOf(ctx, id);
	const { answers: said } = await answers.frozenWith(ctx, id);
	return stateOf({ text, decisions, checks: { ...checks, understood }, answers: said, numbers, previous });
}

/** How far it is approved. As long as nobody has asked or approved, nothing has to be reckoned to say so. */
export async function approvalsOf(
	ctx: Ctx,
	version: Version,
	numbers: VersionNumbers
): Promise<approvals.ApprovalStanding> {
	const subject = subjectOf(version);
	const touched = await approvals.isTouched(ctx, subject);
	return approvals.standing(ctx, subject, touched ? await wouldGoOut(ctx, version, numbers) : stateOf({}));
}
