import { canonical } from '../canonical.ts';
import * as consultations from '../consultations/consultations.server.ts';
import { expectSeen, seenMark, type State } from '../editState.ts';
import { mayShowWords } from '../people/consents/consent.ts';
import * as consents from '../people/consents/consents.server.ts';
import type { Person } from '../people/person.ts';
import { signedIn, type Ctx } from '../server/ctx.ts';
import { transaction } from '../server/db/transaction.ts';
import { record } from '../server/journal/journal.server.ts';
import { linkHash, newLinkToken } from '../server/linkToken.ts';
import { sha256 } from '../sha256.ts';
import { mayReadDraft } from '../strategy/drafts/draft.ts';
import * as strategy from '../strategy/strategy.server.ts';
import type { BoardStatement } from '../strategy/versions/board/boardStatement.ts';
import type { Version } from '../strategy/versions/version.ts';
import { isoDay } from '../texts/dates.ts';
import { t } from '../texts/texts.ts';
import { DAY, later, type Instant } from '../time.ts';
import { Gone, NotFound, obey, Stale } from '../verdict.ts';
import {
	ChoiceName,
	INVITATION_DAYS,
	isOpen,
	mayAskBoard,
	mayJoin,
	mayManageBoard,
	maySpeak,
	QUORUM_START,
	type AskedVersion,
	type InvitationLink,
	type QuorumInput,
	type Round,
	type StatementInput
} from './board.ts';
import * as store from './store.server.ts';

export interface Board {
	members: number;
	quorum: number;
	/** Links that still open something. */
	invitations: { madeAt: Instant; expiresAt: Instant }[];
}

/** For those who tend it: how many there are, never who. */
export async function board(ctx: Ctx): Promise<Board> {
	obey(mayManageBoard(ctx.person));
	const { id } = await consultations.current(ctx);
	return {
		members: await store.countMembers(ctx.db, id),
		quorum: await quorumOf(ctx, id),
		invitations: await store.invitations(ctx.db, id, ctx.now)
	};
}

const quorumOf = async ({ db }: Ctx, process: string) => (await store.quorumOf(db, process)) ?? QUORUM_START;

/** What the form of the quorum shows. */
export const quorumState = (quorum: number): State => ({ quorum: String(quorum) });

/** So many members have to say something, so that it counts as the board's. Stale: another number stands there by now. */
export async function setQuorum(ctx: Ctx, { quorum, seen }: QuorumInput): Promise<void> {
	await transaction(ctx, async (ctx) => {
		obey(mayManageBoard(ctx.person));
		const { id: consultationId } = await consultations.current(ctx);
		const known = await quorumOf(ctx, consultationId);
		if (known === quorum) return;
		expectSeen('board', seen, quorumState(known));
		await store.setQuorum(ctx.db, consultationId, quorum);
		const details = { count: quorum };
		await record(ctx, { verb: 'board.quorumSet', subjectId: consultationId, consultationId, details });
	});
}

/** A link with which one person joins, with whatever card they hold. */
export async function invite(ctx: Ctx): Promise<InvitationLink> {
	return transaction(ctx, async (ctx) => {
		obey(mayManageBoard(ctx.person));
		const { id: consultationId } = await consultations.current(ctx);
		const token = newLinkToken(24);
		const tokenHash = linkHash(token);
		const until = later(ctx.now, INVITATION_DAYS * DAY);
		await store.addInvitation(ctx.db, { tokenHash, consultationId, madeAt: ctx.now, expiresAt: until });
		await record(ctx, { verb: 'board.invited', subjectId: consultationId, consultationId });
		return { address: `${ctx.app.config.origin}/beirat/${token}`, until };
	});
}

/** No link that is about opens anything any more. */
export async function withdrawInvitations(ctx: Ctx): Promise<void> {
	await transaction(ctx, async (ctx) => {
		obey(mayManageBoard(ctx.person));
		const { id: consultationId } = await consultations.current(ctx);
		const count = await store.dropInvitations(ctx.db, consultationId);
		if (count === 0) return;
		await record(ctx, { verb: 'board.uninvited', subjectId: consultationId, consultationId, details: { count } });
	});
}

/** What a link opens; nothing is used up by looking. Throws `Gone` when it is over, used or made up. */
export async function openInvitation(ctx: Ctx, token: string): Promise<{ until: Instant }> {
	const known = await store.invitation(ctx.db, linkHash(token), ctx.now);
	if (!known) throw new Gone('boardLinkOver');
	return { until: known.expiresAt };
}

export async function isMember(ctx: Ctx, person: Person | null = ctx.person): Promise<boolean> {
	return person !== null && (await store.memberOf(ctx.db, person.id)) !== null;
}

/**
 * Joins the board; the link is used up, and nothing says whose it was. Throws `Gone` like `openInvitation`. Refused:
 * signInFirst, staffTakesNoPart, boardForPersons, boardJoined.
 */
export async function join(ctx: Ctx, token: string): Promise<void> {
	await transaction(ctx, async (ctx) => {
		obey(mayJoin(ctx.person, await isMember(ctx)));
		const tokenHash = linkHash(token);
		const known = await store.invitation(ctx.db, tokenHash, ctx.now);
		if (!known || !(await store.takeInvitation(ctx.db, tokenHash))) throw new Gone('boardLinkOver');
		const { consultationId } = known;
		const { id: personId } = signedIn(ctx);
		await store.addMember(ctx.db, { personId, consultationId, since: isoDay(ctx.now) });
		// Nobody who reads what staff did learns which card it was.
		const quietly = { ...ctx, person: null };
		await record(quietly, { verb: 'board.joined', subjectId: consultationId, consultationId });
	});
}

/** Leaves the board. What was said and is not frozen yet goes; nothing else changes. Twice is once. */
export async function leave(ctx: Ctx): Promise<void> {
	await transaction(ctx, async (ctx) => endMembership(ctx, signedIn(ctx).id));
}

/** Somebody leaves altogether. */
export async function endMembership(ctx: Ctx, personId: string): Promise<void> {
	const member = await store.memberOf(ctx.db, personId);
	if (!member) return;
	await store.dropMember(ctx.db, personId);
	const { consultationId } = member;
	await record({ ...ctx, person: null }, { verb: 'board.left', subjectId: consultationId, consultationId });
}

/** Somebody no longer wants words of theirs to be evaluated or published: they stay a member, and have said nothing. */
export async function forgetStatementsOf(ctx: Ctx, personId: string): Promise<void> {
	await store.dropStatementsOf(ctx.db, personId);
}

/** Puts a draft before the board; members find it under "Meine Beiträge". Twice is once. */
export async function openRound(ctx: Ctx, versionId: string): Promise<void> {
	await turn(ctx, versionId, true);
}

export const closeRound = (ctx: Ctx, versionId: string): Promise<void> => turn(ctx, versionId, false);

async function turn(ctx: Ctx, versionId: string, wanted: boolean): Promise<void> {
	await transaction(ctx, async (ctx) => {
		obey(mayManageBoard(ctx.person));
		const { publishedAt, number, consultationId } = await strategy.versionById(ctx, versionId);
		if (wanted) {
			const members = await store.countMembers(ctx.db, consultationId);
			obey(mayAskBoard(ctx.person, { members, publishedAt }));
		}
		if (!wanted) return endRound(ctx, { id: versionId, number, consultationId });
		if (isOpen(await store.roundOf(ctx.db, versionId))) return;
		await store.openRound(ctx.db, versionId, ctx.now);
		await record(ctx, { verb: 'board.asked', subjectId: versionId, consultationId, details: { version: number } });
	});
}

type Known = Pick<Version, 'id' | 'number' | 'consultationId'>;

/** Nothing more can be said of this draft until somebody asks again. Call it inside `transaction`, after asking who may. */
export async function endRound(ctx: Ctx, { id, number, consultationId }: Known): Promise<void> {
	if (!isOpen(await store.roundOf(ctx.db, id))) return;
	await store.closeRound(ctx.db, id, ctx.now);
	await record(ctx, { verb: 'board.closed', subjectId: id, consultationId, details: { version: number } });
}

export async function roundOf(ctx: Ctx, versionId: string): Promise<Round | null> {
	return store.roundOf(ctx.db, versionId);
}

type Draft = Pick<Version, 'id' | 'number' | 'title' | 'preamble' | 'easy' | 'points' | 'drops'>;

/** Everything a member reads before they say something: another text, and they are asked again. */
function wordsOf({ title, preamble, easy, points, drops }: Draft): string {
	const said = {
		...{ title, preamble, easy },
		points: points.map(({ number, field, title, body, measures }) => {
			return { number, field, title, body, measures: measures.map(({ text }) => text) };
		}),
		drops: drops.map(({ number, reason }) => ({ number, reason }))
	};
	return sha256(canonical(said)).slice(0, 32);
}

type Said = AskedVersion['said'];
const saidState = (said: Said): State => ({ choice: said?.choice ?? '', reason: said?.reason ?? '' });
const saidInWords = (said: Said) => [{ label: t.board.page.question, text: said ? t.board.choices[said.choice] : '' }];

/** The draft a member is asked about at the moment, whole; null: none. NotFound: who asks is no member. */
export async function asked(ctx: Ctx): Promise<{ asked: AskedVersion; draft: Version } | null> {
	const member = ctx.person && (await store.memberOf(ctx.db, ctx.person.id));
	if (!ctx.person || !member) throw new NotFound('board');
	const draft = await strategy.draftUnder(ctx, member.consultationId);
	if (!draft || !isOpen(await store.roundOf(ctx.db, draft.id))) return null;
	return { asked: await askedOf(ctx, draft, ctx.person), draft };
}

async function askedOf(ctx: Ctx, draft: Version, { id }: Person): Promise<AskedVersion> {
	const words = wordsOf(draft);
	const row = (await store.statementsOf(ctx.db, id)).find((one) => one.versionId === draft.id);
	const said = row ? { choice: ChoiceName.parse(row.choice), reason: row.reason, current: row.words === words } : null;
	const { id: versionId, number, title } = draft;
	return { versionId, number, title, words, said, seen: seenMark(saidState(said)) };
}

/** Whether a draft waits for the one who asks. */
export async function isWaiting(ctx: Ctx): Promise<{ member: boolean; waiting: boolean }> {
	if (!(await isMember(ctx))) return { member: false, waiting: false };
	const found = await asked(ctx);
	return { member: true, waiting: found !== null && !found.asked.said?.current };
}

/**
 * Agrees to a draft, or dissents; saying it again takes the place of what was said before. Stale: the text is no longer
 * the one that was on the screen. Refused: boardMembersOnly, boardRoundClosed; of a reason consentMissing, publicMissing.
 */
export async function say(ctx: Ctx, form: StatementInput): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const member = await isMember(ctx);
		const round = await store.roundOf(ctx.db, form.version);
		obey(maySpeak(ctx.person, member, round));
		const person = signedIn(ctx);
		const open = await asked(ctx);
		if (open?.asked.versionId !== form.version) throw new NotFound('version');
		const { words, said } = open.asked;
		if (words !== form.words) throw new Stale('wording');
		if (said?.choice === form.choice && said.reason === form.reason && said.current) return;
		expectSeen('answer', form.seen, saidState(said), saidInWords(said));
		const { choice, reason } = form;
		const allowed = await consents.accept(ctx, form.consents);
		if (reason !== '') obey(mayShowWords(allowed));
		await store.put(ctx.db, { versionId: form.version, personId: person.id, choice, reason, words });
	});
}

/** What the board says of a draft as it stands now; what was said of an earlier text counts as silence. */
export interface Standing {
	statement: BoardStatement;
	/** How many have spoken of an earlier text only. */
	outdated: number;
}

/** For those who may read the draft; null: there is no board. */
export async function standing(ctx: Ctx, draft: Version): Promise<Standing | null> {
	if (!mayReadDraft(ctx.person).ok) throw new NotFound('version');
	const members = await store.countMembers(ctx.db, draft.consultationId);
	const round = await store.roundOf(ctx.db, draft.id);
	if (members === 0) return null;
	const words = wordsOf(draft);
	const said = await store.statements(ctx.db, draft.id);
	const current = said.filter((one) => one.words === words);
	const reasons = (choice: string) =>
		current.flatMap((one) => (one.choice === choice && one.reason !== '' ? [one.reason] : [])).sort();
	const agreed = current.filter(({ choice }) => choice === 'agree').length;
	return {
		outdated: said.length - current.length,
		statement: {
			...{ asked: round !== null, members, quorum: await quorumOf(ctx, draft.consultationId) },
			...{ agreed, dissented: current.length - agreed, silent: members - current.length },
			agreements: reasons('agree'),
			dissents: reasons('dissent')
		}
	};
}

/**
 * What is frozen with the version that just goes out. From here on nothing says any more who said what. Call it inside
 * the transaction that publishes.
 */
export async function seal(ctx: Ctx, draft: Version): Promise<BoardStatement | null> {
	const said = await standing(ctx, draft);
	if (!said) return null;
	await store.dropStatements(ctx.db, draft.id);
	await store.closeRound(ctx.db, draft.id, ctx.now);
	return said.statement;
}

/** What is kept of one person, for themselves. */
export async function keptOf(ctx: Ctx, personId: string) {
	const member = await store.memberOf(ctx.db, personId);
	if (!member) return null;
	const statements = (await store.statementsOf(ctx.db, personId)).map(({ number, choice, reason }) => {
		return { version: number, choice: ChoiceName.parse(choice), reason };
	});
	return { since: member.since, statements };
}
