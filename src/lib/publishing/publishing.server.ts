import * as amendments from '../amendments/amendments.server.ts';
import * as answers from '../answers/answers.server.ts';
import { signedIn, type Ctx } from '../server/ctx.ts';
import { together } from '../server/db/together.ts';
import { latestOf } from '../server/journal/journal.server.ts';
import { mayReadDraft } from '../strategy/draft.ts';
import * as strategy from '../strategy/strategy.server.ts';
import { isBare } from '../strategy/point.ts';
import type { VersionNumbers } from '../strategy/version.ts';
import { t } from '../texts/texts.ts';
import * as understanding from '../understanding/understanding.server.ts';
import { NotFound, obey, Stale } from '../verdict.ts';
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
import * as store from './store.server.ts';
import { happened, write } from './telling.server.ts';

export interface Gate {
	versionId: string;
	number: number;
	title: string;
	consultationId: string;
	/** Of text and answers together: what an approval is given to. */
	revision: number;
	conditions: Condition[];
	approvals: { name: string; at: string; mine: boolean }[];
	/** When publishers were told that this state is ready; null: they were not. */
	askedAt: string | null;
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
	const revision = version.revision + (await answers.revisionOf(ctx, versionId));
	const given = await store.approvals(ctx.db, versionId, revision);
	const numbers = await count(ctx, version);
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
		approvedBy: given.map((one) => one.personId)
	};
	const approvals = given.map(({ name, at, personId }) => ({ name, at, mine: personId === ctx.person?.id }));
	const head = { versionId, number, title, consultationId, revision, askedAt: await askedAt(ctx, versionId, revision) };
	return { ...head, conditions: conditions(ctx.person, facts), approvals, facts, numbers, adrift };
}

/** When publishers were asked to read exactly this state; null: they were not. */
async function askedAt(ctx: Ctx, versionId: string, revision: number): Promise<string | null> {
	const asked = await latestOf(ctx, versionId, 'version.ready');
	return asked?.details.revision === String(revision) ? asked.at : null;
}

/** Tells all publishers that the draft is ready to be read. Once for each state of it. */
export async function ask(ctx: Ctx, versionId: string): Promise<void> {
	await together(ctx, async (ctx) => {
		const gate = await standing(ctx, versionId);
		obey(mayAsk(ctx.person, gate.facts));
		if (gate.askedAt !== null) return;
		await happened(ctx, gate, 'version.ready', { revision: String(gate.revision) });
		await write(ctx, gate, t.publishing.mails.ready);
	});
}

/** Whether the last change took an approval away. */
export async function hasJustLost(ctx: Ctx, versionId: string): Promise<boolean> {
	if (!mayReadDraft(ctx.person).ok) return false;
	const { revision } = await strategy.versionById(ctx, versionId);
	const before = revision + (await answers.revisionOf(ctx, versionId)) - 1;
	return (await store.approvals(ctx.db, versionId, before)).length > 0;
}

/** Agrees to exactly this state of the draft. Stale: text or answers have changed since it was read. */
export async function approve(ctx: Ctx, versionId: string, revision: number): Promise<void> {
	await together(ctx, async (ctx) => {
		const gate = await standing(ctx, versionId);
		obey(mayApprove(ctx.person, gate.facts));
		const person = signedIn(ctx);
		if (gate.revision !== revision) throw new Stale('version');
		if (gate.approvals.some((one) => one.mine)) return;
		await store.putApproval(ctx.db, { versionId, personId: person.id, revision }, ctx.now);
		await happened(ctx, gate, 'version.approved', {});
		await write(ctx, gate, t.publishing.mails.approved);
	});
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
		await happened(ctx, gate, 'version.published', { title: gate.title });
		return { number: gate.number };
	});
}

/** Recomputes every published version, with everything that went out with it. */
export async function verify(ctx: Ctx): Promise<strategy.Verified[]> {
	return strategy.verify(ctx, answers.frozenWith);
}
