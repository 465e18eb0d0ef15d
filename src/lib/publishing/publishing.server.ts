import * as amendments from '../amendments/amendments.server.ts';
import * as answers from '../answers/answers.server.ts';
import type { State } from '../approvals/approval.ts';
import * as approvals from '../approvals/approvals.server.ts';
import type { Ctx } from '../server/ctx.ts';
import { together } from '../server/db/together.ts';
import { record } from '../server/journal/journal.server.ts';
import { mayReadDraft } from '../strategy/draft.ts';
import * as strategy from '../strategy/strategy.server.ts';
import { isBare } from '../strategy/point.ts';
import type { VersionNumbers } from '../strategy/version.ts';
import * as understanding from '../understanding/understanding.server.ts';
import { NotFound, obey } from '../verdict.ts';
import { approvalsOf, subjectOf, wouldGoOut } from './approving.server.ts';
import { checks, count } from './counting.server.ts';
import {
	conditions,
	isConfirmed,
	mayApprove,
	mayAsk,
	mayPublish,
	type Condition,
	type GateFacts
} from './publishing.ts';

export interface Gate {
	versionId: string;
	number: number;
	title: string;
	consultationId: string;
	conditions: Condition[];
	/** Of exactly this state. */
	approvals: approvals.ApprovalStanding;
	facts: GateFacts;
	numbers: VersionNumbers;
	/** Whose answer the draft makes untrue. */
	adrift: { number: number; title: string }[];
}

/** How far a draft is from being published. For staff; everybody else does not find it, not even once it is public. */
export async function standing(ctx: Ctx, versionId: string): Promise<Gate> {
	if (!mayReadDraft(ctx.person).ok) throw new NotFound('version');
	const version = await strategy.versionById(ctx, versionId);
	const { number, title, consultationId } = version;
	const numbers = await count(ctx, version);
	const approved = await approvalsOf(ctx, version, numbers);
	// What has gone out is frozen: later drafts move sources, not what it said.
	const adrift = version.publishedAt === null ? await answers.adrift(ctx, versionId) : [];
	const facts = {
		publishedAt: version.publishedAt,
		points: numbers.points,
		bare: version.points.filter(isBare).map((point) => point.number),
		contributions: numbers.contributions,
		lacking: numbers.unanswered,
		adrift: adrift.map((one) => one.number),
		undecided: await amendments.countOpen(ctx, consultationId),
		...(await checks(ctx, version)),
		approvedBy: approved.given.map((one) => one.personId)
	};
	const head = { versionId, number, title, consultationId };
	return { ...head, conditions: conditions(ctx.person, facts), approvals: approved, facts, numbers, adrift };
}

/** What an approval would be given to now. */
export async function stateNow(ctx: Ctx, versionId: string): Promise<State> {
	const { version, numbers } = await reading(ctx, versionId);
	return wouldGoOut(ctx, version, numbers);
}

async function reading(ctx: Ctx, versionId: string) {
	if (!mayReadDraft(ctx.person).ok) throw new NotFound('version');
	const version = await strategy.versionById(ctx, versionId);
	return { version, numbers: await count(ctx, version) };
}

/** Tells all publishers that the draft is ready to be read. Once for each state of it. */
export async function ask(ctx: Ctx, versionId: string): Promise<void> {
	await together(ctx, async (ctx) => {
		const gate = await standing(ctx, versionId);
		obey(mayAsk(ctx.person, gate.facts));
		const { version, numbers } = await reading(ctx, versionId);
		await approvals.ask(ctx, subjectOf(version), await wouldGoOut(ctx, version, numbers));
	});
}

/** Whether somebody had agreed, and has to agree anew. */
export async function hasLostApproval(ctx: Ctx, versionId: string): Promise<boolean> {
	if (!mayReadDraft(ctx.person).ok || !(await approvals.isTouched(ctx, { kind: 'version', id: versionId })))
		return false;
	const { version, numbers } = await reading(ctx, versionId);
	const { given, fallen } = await approvalsOf(ctx, version, numbers);
	return given.length === 0 && fallen.some((one) => one.because === 'changed');
}

/** Agrees to exactly this state of the draft; `seen` is its digest. Stale: something has changed since it was read. */
export async function approve(ctx: Ctx, versionId: string, seen: string): Promise<void> {
	await together(ctx, async (ctx) => {
		const gate = await standing(ctx, versionId);
		obey(mayApprove(ctx.person, gate.facts));
		const { version, numbers } = await reading(ctx, versionId);
		await approvals.give(ctx, subjectOf(version), await wouldGoOut(ctx, version, numbers), seen);
	});
}

/** Takes one's own approval back. */
export async function takeApprovalBack(ctx: Ctx, versionId: string): Promise<void> {
	await together(ctx, async (ctx) => approvals.takeBack(ctx, subjectOf((await reading(ctx, versionId)).version)));
}

/**
 * Publishes a version: text, sources and numbers are frozen and the answers go out, all of it or nothing. `confirmed`
 * is the number of contributions without an answer that the version will state. Published before: nothing happens.
 * Refused: approvalMissing, approvalOwn, versionEmpty, sourcesLacking, answersAdrift, understoodLacking, easyLacking, lackingChanged, publisherOnly.
 */
export async function publish(ctx: Ctx, versionId: string, confirmed = 0): Promise<{ number: number }> {
	return together(ctx, async (ctx) => {
		const gate = await standing(ctx, versionId);
		if (gate.facts.publishedAt !== null) return { number: gate.number };
		obey(mayPublish(ctx.person, gate.facts));
		obey(isConfirmed(gate.facts, confirmed));
		// The answers first: the digest is of them, too.
		await answers.goOut(ctx, versionId);
		const understood = await understanding.figuresOf(ctx, versionId);
		await strategy.freeze(ctx, versionId, gate.numbers, understood, answers.frozenWith);
		const { number, title, consultationId } = gate;
		await record(ctx, { verb: 'version.published', subjectId: versionId, consultationId, details: { number, title } });
		return { number };
	});
}

/** Recomputes every published version, with everything that went out with it. */
export async function verify(ctx: Ctx): Promise<strategy.Verified[]> {
	return strategy.verify(ctx, answers.frozenWith);
}
