import * as amendments from '../amendments/amendments.server.ts';
import * as answers from '../answers/answers.server.ts';
import { stateOf, type State } from '../approvals/approval.ts';
import * as approvals from '../approvals/approvals.server.ts';
import * as board from '../board/board.server.ts';
import * as omissions from '../omissions/omissions.server.ts';
import * as proposals from '../proposals/proposals.server.ts';
import type { Ctx } from '../server/ctx.ts';
import { transaction } from '../server/db/transaction.ts';
import { record } from '../server/journal/journal.server.ts';
import type { Expected } from '../strategy/frozen/versionDigest.ts';
import { mayReadDraft } from '../strategy/drafts/draft.ts';
import * as strategy from '../strategy/strategy.server.ts';
import { isBare } from '../strategy/points/point.ts';
import { CHECKS } from '../strategy/versions/comprehension.ts';
import type { Omitted } from '../strategy/versions/omitted.ts';
import type { ShownViolation } from '../strategy/versions/represented.ts';
import type { Version, VersionNumbers } from '../strategy/versions/version.ts';
import { exactly } from '../representation/figures.ts';
import { mistakeIn } from '../representation/recheck.ts';
import type { OriginsAudit } from '../representation/representation.ts';
import * as representation from '../representation/representation.server.ts';
import { totals } from '../understanding/understanding.ts';
import * as understanding from '../understanding/understanding.server.ts';
import { NotFound, obey } from '../verdict.ts';
import {
	conditions,
	isConfirmed,
	leftOutOf,
	mayApprove,
	mayAsk,
	mayPublish,
	subjectOf,
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
	/** On how much it rests, and what is left out although people may expect it: exactly, for staff. */
	chosen: number;
	owed: ShownViolation[];
	/** What the board says of it, with every reason; null: there is no board. */
	said: board.Standing | null;
	numbers: VersionNumbers;
	/** Whose answer the draft makes untrue. */
	adrift: { number: number; title: string }[];
}

/** A version, assembled once for everything that is asked of it, and what it would state if it went out now. */
interface Reading {
	version: Version;
	numbers: VersionNumbers;
	/** null: nobody took part, or it has gone out. */
	origins: OriginsAudit | null;
	/** null: it has gone out. */
	omitted: Omitted | null;
	/** null: there is no board, or it has gone out. */
	said: board.Standing | null;
}

interface Reckoning {
	audit: (ctx: Ctx, version: Version) => Promise<OriginsAudit | null>;
	omit: (ctx: Ctx, version: Version) => Promise<Omitted>;
}

/** What somebody puts their name to is reckoned in that moment. */
const ANEW: Reckoning = { audit: representation.auditOrigins, omit: omissions.omittedFrom };
/** For pages that only say how far a draft is. */
const LAST: Reckoning = { audit: representation.lastAudited, omit: omissions.lastOmitted };

/** For staff; everybody else does not find it, not even once it is public. */
async function reading(ctx: Ctx, versionId: string, { audit, omit }: Reckoning = ANEW): Promise<Reading> {
	if (!mayReadDraft(ctx.person).ok) throw new NotFound('version');
	const version = await strategy.versionById(ctx, versionId);
	const { total, none, byDisposition } = await answers.counts(ctx, version.consultationId, versionId);
	const unanswered = none + byDisposition.open;
	const numbers = {
		contributions: total,
		answered: total - unanswered,
		unanswered,
		byGroup: await proposals.countByGroup(ctx, version.consultationId),
		points: version.points.length
	};
	// What has gone out is frozen: nothing of it is reckoned again.
	if (version.publishedAt !== null) return { version, numbers, origins: null, omitted: null, said: null };
	const [origins, omitted] = [await audit(ctx, version), await omit(ctx, version)];
	return { version, numbers, origins, omitted, said: await board.standing(ctx, version) };
}

/**
 * What the second person agrees to: everything `publish` freezes. Text, answers, decisions, what was checked, what the
 * board says, what is left out with the editors' sentences, and the numbers it states. A round of the board that ends
 * or begins changes nothing of that; a new statement does.
 */
async function approvalState(ctx: Ctx, { version, numbers, origins, omitted, said }: Reading): Promise<State> {
	const { text, decisions, checks, previous } = await strategy.draftContent(ctx, version);
	const understood = await understanding.figuresOf(ctx, version);
	const leftOut = leftOutOf(version, origins);
	const { answers: sent } = await answers.sentWith(ctx, version.id);
	return stateOf({
		text,
		decisions,
		checks: { ...checks, understood, ...(leftOut.length > 0 && { leftOut }) },
		board: said?.statement ?? null,
		omitted,
		answers: sent,
		numbers,
		previous
	});
}

/** As long as nobody has asked or approved, nothing has to be reckoned to say how far it is approved. */
async function stateIfAsked(ctx: Ctx, draft: Reading): Promise<State> {
	return (await approvals.isTouched(ctx, subjectOf(draft.version))) ? approvalState(ctx, draft) : stateOf({});
}

/** What was checked before it goes out, or left out with a reason. */
async function checks(
	ctx: Ctx,
	{ id, easy, waived }: Version
): Promise<Pick<GateFacts, 'understood' | 'easy' | 'waived'>> {
	const opened = (await understanding.roundOf(ctx, id)) !== null;
	const said = totals(await understanding.standing(ctx, id));
	return { understood: { opened, ...said }, easy: easy !== '', waived: CHECKS.filter((check) => waived[check]) };
}

function representedFacts({ version, origins }: Reading): GateFacts['represented'] {
	if (!origins) return null;
	const owed = leftOutOf(version, origins);
	const unexplained = owed.filter(({ reason }) => reason === '').length;
	return { people: origins.support.group.length, violations: owed.length, unexplained };
}

function omittedFacts(omitted: Omitted | null): GateFacts['omitted'] {
	if (!omitted) return null;
	const { words, dissents, unused } = omitted;
	const asked = [...(words ?? []), ...dissents];
	return { asked: asked.length, open: asked.filter(({ note }) => note === null).length, unused: unused.length };
}

function boardFacts(standing: board.Standing | null): GateFacts['board'] {
	if (!standing) return null;
	const { asked, members, quorum, agreed, dissented } = standing.statement;
	return { asked, members, quorum, agreed, dissented };
}

async function gateOf(ctx: Ctx, draft: Reading, state: State): Promise<Gate> {
	const { version, numbers } = draft;
	const { id: versionId, number, title, consultationId } = version;
	const approved = await approvals.standing(ctx, subjectOf(version), state);
	// What has gone out is frozen: later drafts move sources, not what it said.
	const adrift = version.publishedAt === null ? await answers.answersWithoutPoint(ctx, versionId) : [];
	const facts = {
		publishedAt: version.publishedAt,
		points: numbers.points,
		bare: version.points.filter(isBare).map((point) => point.number),
		contributions: numbers.contributions,
		lacking: numbers.unanswered,
		adrift: adrift.map((one) => one.number),
		undecided: await amendments.countOpen(ctx, consultationId),
		...(await checks(ctx, version)),
		represented: representedFacts(draft),
		board: boardFacts(draft.said),
		omitted: omittedFacts(draft.omitted),
		approvedBy: approved.given.map((one) => one.personId)
	};
	const head = { versionId, number, title, consultationId };
	const { chosen = 0, violations: owed = [] } = draft.origins ? exactly(draft.origins, version.justified) : {};
	return {
		...head,
		conditions: conditions(ctx.person, facts),
		approvals: approved,
		facts,
		chosen,
		owed,
		said: draft.said,
		numbers,
		adrift
	};
}

/** How far a draft is from being published. */
export async function standing(ctx: Ctx, versionId: string): Promise<Gate> {
	const draft = await reading(ctx, versionId, LAST);
	return gateOf(ctx, draft, await stateIfAsked(ctx, draft));
}

/** The same, with the digest of what an approval would be given to now. */
export async function readForApproval(ctx: Ctx, versionId: string): Promise<Gate & { state: string }> {
	const draft = await reading(ctx, versionId);
	const state = await approvalState(ctx, draft);
	return { ...(await gateOf(ctx, draft, state)), state: state.digest };
}

/** Tells all publishers that the draft is ready to be read. Once for each state of it. */
export async function ask(ctx: Ctx, versionId: string): Promise<void> {
	await compareAhead(ctx, versionId);
	await transaction(ctx, async (ctx) => {
		const draft = await reading(ctx, versionId);
		const state = await approvalState(ctx, draft);
		obey(mayAsk(ctx.person, (await gateOf(ctx, draft, state)).facts));
		await approvals.ask(ctx, subjectOf(draft.version), state);
	});
}

/** Whether somebody had agreed, and has to agree anew. */
export async function hasLostApproval(ctx: Ctx, versionId: string): Promise<boolean> {
	if (!mayReadDraft(ctx.person).ok || !(await approvals.isTouched(ctx, { kind: 'version', id: versionId })))
		return false;
	const draft = await reading(ctx, versionId);
	const subject = subjectOf(draft.version);
	const { given, fallen } = await approvals.standing(ctx, subject, await approvalState(ctx, draft));
	return given.length === 0 && fallen.some((one) => one.because === 'changed');
}

/** Agrees to exactly this state; `seen` is its digest. The board has had its say, or it could undo approvals for ever. Stale: changed. */
export async function approve(ctx: Ctx, versionId: string, seen: string): Promise<void> {
	await compareAhead(ctx, versionId);
	await transaction(ctx, async (ctx) => {
		const draft = await reading(ctx, versionId);
		const state = await approvalState(ctx, draft);
		obey(mayApprove(ctx.person, (await gateOf(ctx, draft, state)).facts));
		await approvals.give(ctx, subjectOf(draft.version), state, seen);
		await board.endRound(ctx, draft.version);
	});
}

/** Takes one's own approval back. */
export async function takeApprovalBack(ctx: Ctx, versionId: string): Promise<void> {
	const { version } = await reading(ctx, versionId, LAST);
	await transaction(ctx, (ctx) => approvals.takeBack(ctx, subjectOf(version)));
}

/** What takes long and can be done before: for those who may read the draft, and only while it is one. */
async function compareAhead(ctx: Ctx, versionId: string): Promise<void> {
	if (!mayReadDraft(ctx.person).ok) throw new NotFound('version');
	const version = await strategy.versionById(ctx, versionId);
	if (version.publishedAt === null) await omissions.compareAhead(ctx, version);
}

/**
 * Publishes a version: text, sources and numbers are frozen and the answers go out, all of it or nothing. `confirmed`
 * is the number of contributions without an answer that the version will state. Published before: nothing happens.
 * Refused: approvalMissing, approvalOwn, versionEmpty, sourcesLacking, answersAdrift, understoodLacking, easyLacking, violationsUnexplained, lackingChanged, publisherOnly.
 */
export async function publish(ctx: Ctx, versionId: string, confirmed = 0): Promise<{ number: number }> {
	await compareAhead(ctx, versionId);
	return transaction(ctx, async (ctx) => {
		const draft = await reading(ctx, versionId);
		const { version, numbers } = draft;
		const { number, title, consultationId } = version;
		if (version.publishedAt !== null) return { number };
		const { facts } = await gateOf(ctx, draft, await stateIfAsked(ctx, draft));
		obey(mayPublish(ctx.person, facts));
		obey(isConfirmed(facts, confirmed));
		// The answers first: the digest is of them, too.
		await answers.publishAnswers(ctx, version);
		const understood = await understanding.figuresOf(ctx, version);
		const represented = await representation.figuresOf(ctx, version, draft.origins);
		const said = await board.seal(ctx, version);
		const omitted = await omissions.seal(ctx, version);
		const answered = await answers.sentWith(ctx, versionId);
		await strategy.freeze(ctx, version, { numbers, understood, represented, board: said, omitted, answered });
		await record(ctx, { verb: 'version.published', subjectId: versionId, consultationId, details: { number, title } });
		return { number };
	});
}

/** Recomputes every published version, oldest first, with everything that went out with it. `expected`: by id, what addenda say of it. */
export async function verify(
	ctx: Ctx,
	expected: ReadonlyMap<string, Expected> = new Map()
): Promise<strategy.Verified[]> {
	const verified: strategy.Verified[] = [];
	for (const id of await strategy.publishedIds(ctx)) {
		const told = await strategy.verifyVersion(ctx, id, await answers.sentWith(ctx, id), expected.get(id) ?? null);
		verified.push(told.ok ? await recomputed(ctx, told, id) : told);
	}
	return verified;
}

/** Whom it stands for, as far as that follows from the frozen sums. */
async function recomputed(ctx: Ctx, told: strategy.Verified, id: string): Promise<strategy.Verified> {
	const { represented } = await strategy.versionById(ctx, id);
	const mistake = represented && mistakeIn(represented);
	return mistake ? { ...told, ok: false, difference: `represented.${mistake}` } : told;
}

/** Puts down the text of every published version whose rows say something else since an addendum changed them. */
export async function sealAnew(ctx: Ctx): Promise<void> {
	for (const id of await strategy.publishedIds(ctx)) await strategy.sealAnew(ctx, id, await answers.sentWith(ctx, id));
}
