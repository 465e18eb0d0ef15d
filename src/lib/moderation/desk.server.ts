import * as amendments from '../amendments/amendments.server.ts';
import type { Stance } from '../comments/comment.ts';
import * as comments from '../comments/comments.server.ts';
import * as consents from '../people/consents/consents.server.ts';
import type { Spoken } from '../people/details/language.ts';
import type { AuthorGroup } from '../people/person.ts';
import type { Kind as ProposalKind } from '../proposals/proposal.ts';
import * as proposals from '../proposals/proposals.server.ts';
import type { Ctx } from '../server/ctx.ts';
import { obey, type Verdict } from '../verdict.ts';
import { acceptable, forDesk, former, wordsMark, type Edition } from './editions/editions.server.ts';
import { historyOf } from './log/decisionLog.server.ts';
import { hintsIn, type Hint } from './hints/personalData.ts';
import * as store from './store.server.ts';
import { subjectOf } from './subject.server.ts';
import {
	DECISIONS,
	mayDecide,
	mayModerate,
	mayScreen,
	minutesAgo,
	type DecisionName,
	type Kind,
	type State
} from './screening.ts';

/** What a comment or an amendment is about, for the one who has to understand it. */
interface Context {
	proposal: { number: number; title: string; language: Spoken; body: string; public: boolean } | null;
	point: { id: string; wordingId: string | null } | null;
	amendment: { number: number; title: string; body: string } | null;
	/** The comment it answers. */
	parent: { authorName: string; body: string } | null;
}

export interface Desk {
	kind: Kind;
	id: string;
	consultationId: string;
	state: State;
	number: number | null;
	title: string | null;
	/** Of a contribution. */
	language: Spoken;
	body: string;
	evidence: string | null;
	/** Of an amendment: why it should be so. */
	reason: string | null;
	proposalKind: ProposalKind | null;
	stance: Stance | null;
	field: string | null;
	authorName: string | null;
	authorGroup: AuthorGroup | null;
	organisation: string | null;
	sentAt: string;
	/** Source of an imported contribution whose HTML became plain text; null: it is as it came, or nobody keeps it any more. */
	original: { title: string; body: string } | null;
	context: Context | null;
	/** Once it is published, its author's group alone reads it until the phase of that group ends. */
	forPeers: boolean;
	hints: Hint[];
	/** Whether the author may be asked back, through the place that gave out the card. */
	contact: boolean;
	/** What its author has changed: what waits to be screened, or what stood there before; null: nothing. */
	edition: Edition | null;
	/** Whether a change that waits can still take the place of what stands there. */
	accept: Verdict;
	/** What stood there before, and everybody can read. */
	former: Awaited<ReturnType<typeof former>>;
	/** What can be blackened or changed, in the order of `PARTS`, and its mark. */
	texts: readonly string[];
	words: string;
	history: Awaited<ReturnType<typeof historyOf>>;
	/** Whether the one who asks may decide about it at all, and what is possible in its state. */
	verdict: Verdict;
	possible: DecisionName[];
}

/** One text with everything that is needed to decide about it. */
export async function desk(ctx: Ctx, kind: Kind, id: string): Promise<Desk> {
	obey(mayModerate(ctx.person));
	const { authorId, ...text } = await TEXTS[kind](ctx, id);
	const scribeId = (await store.scribesOf(ctx.db, [id])).get(id) ?? null;
	const history = await historyOf(ctx, id);
	const facts = { person: ctx.person, authorId, scribeId, organisation: text.organisation, state: text.state };
	const subject = await subjectOf(ctx, kind, id);
	const { texts } = subject;
	const before = await former(ctx, id);
	const minutesSince = minutesAgo(history.at(-1)?.at, ctx.now);
	return {
		...text,
		hints: hintsIn([...texts, ...before.flatMap((one) => one.texts)].join('\n')),
		contact: await mayAsk(ctx, authorId),
		original: kind === 'proposal' ? await proposals.importedOriginal(ctx, id) : null,
		edition: await forDesk(ctx, id),
		accept: await acceptable(ctx, subject),
		former: before,
		texts,
		words: wordsMark(texts),
		history,
		verdict: mayScreen(facts),
		possible: DECISIONS.filter((deed) => mayDecide({ ...facts, deed, seen: facts.state, minutesSince }).ok)
	};
}

async function mayAsk(ctx: Ctx, authorId: string | null): Promise<boolean> {
	const standing = authorId === null ? [] : await consents.standingOf(ctx, authorId);
	return standing.some(({ purpose }) => purpose === 'contact');
}

type Written = Omit<
	Desk,
	| 'hints'
	| 'contact'
	| 'original'
	| 'edition'
	| 'accept'
	| 'former'
	| 'texts'
	| 'words'
	| 'history'
	| 'verdict'
	| 'possible'
> & {
	authorId: string | null;
};

type Screened =
	| Awaited<ReturnType<typeof proposals.forModeration>>
	| Awaited<ReturnType<typeof comments.forModeration>>
	| Awaited<ReturnType<typeof amendments.forModeration>>;

const TEXTS: Readonly<Record<Kind, (ctx: Ctx, id: string) => Promise<Written>>> = {
	proposal: proposalText,
	comment: commentText,
	amendment: amendmentText
};

/** Comments and amendments are not asked for their language, and are about what is public. */
const GERMAN = { language: 'de', forPeers: false } as const;

/** What they have in common. */
function head({ id, consultationId, state, body, authorId, authorName, authorGroup, organisation }: Screened) {
	return { id, consultationId, state, body, authorId, authorName, authorGroup, organisation };
}

async function proposalText(ctx: Ctx, id: string): Promise<Written> {
	const proposal = await proposals.forModeration(ctx, id);
	const { number, title, language, evidence, field, kind: proposalKind } = proposal;
	const sentAt = proposal.submittedAt ?? proposal.createdAt;
	const place = { number, title, language, field, proposalKind, sentAt };
	const own = { ...place, evidence, stance: null, context: null, reason: null, forPeers: proposal.forPeers };
	return { kind: 'proposal', ...head(proposal), ...own };
}

async function commentText(ctx: Ctx, id: string): Promise<Written> {
	const comment = await comments.forModeration(ctx, id);
	const none = { ...GERMAN, number: null, title: null, evidence: null, field: null, proposalKind: null, reason: null };
	const own = { sentAt: comment.createdAt, stance: comment.stance, context: await contextOf(ctx, comment) };
	return { kind: 'comment', ...head(comment), ...none, ...own };
}

async function amendmentText(ctx: Ctx, id: string): Promise<Written> {
	const amendment = await amendments.forModeration(ctx, id);
	const { number, title, reason, createdAt: sentAt, pointId, wordingId } = amendment;
	const context = { proposal: null, point: { id: pointId, wordingId }, amendment: null, parent: null };
	const own = { number, title, reason, sentAt, evidence: null, field: null, proposalKind: null, stance: null, context };
	return { kind: 'amendment', ...head(amendment), ...GERMAN, ...own };
}

async function contextOf(ctx: Ctx, { about, wordingId, parentId }: comments.Text): Promise<Context> {
	const proposal = about.kind === 'proposal' ? await proposals.forModeration(ctx, about.id) : null;
	const amendment = about.kind === 'amendment' ? await amendments.forModeration(ctx, about.id) : null;
	const parent = parentId ? await comments.forModeration(ctx, parentId) : null;
	return {
		proposal: proposal && {
			number: proposal.number,
			title: proposal.title,
			language: proposal.language,
			body: proposal.body,
			public: proposal.state === 'published'
		},
		point: about.kind === 'point' ? { id: about.id, wordingId } : null,
		amendment: amendment && { number: amendment.number, title: amendment.title, body: amendment.body },
		parent: parent && { authorName: parent.authorName, body: parent.body }
	};
}
