import * as amendments from '../amendments/amendments.server.ts';
import type { Stance } from '../comments/comment.ts';
import * as comments from '../comments/comments.server.ts';
import * as consents from '../people/consents.server.ts';
import type { Spoken } from '../people/language.ts';
import type { AuthorGroup } from '../people/person.ts';
import type { Kind as ProposalKind } from '../proposals/proposal.ts';
import * as proposals from '../proposals/proposals.server.ts';
import type { Ctx } from '../server/ctx.ts';
import { obey, type Verdict } from '../verdict.ts';
import { historyOf } from './history.server.ts';
import { hintsIn, type Hint } from './personal.ts';
import * as store from './store.server.ts';
import { DEEDS, mayDecide, mayModerate, mayScreen, type DeedName, type Kind, type State } from './screening.ts';

/** What a comment or an amendment is about, for the one who has to understand it. */
export interface Context {
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
	hints: Hint[];
	/** Whether the author may be asked back, through the place that gave out the card. */
	contact: boolean;
	history: Awaited<ReturnType<typeof historyOf>>;
	/** Whether the one who asks may decide about it at all, and what is possible in its state. */
	verdict: Verdict;
	possible: DeedName[];
}

/** One text with everything that is needed to decide about it. */
export async function desk(ctx: Ctx, kind: Kind, id: string): Promise<Desk> {
	obey(mayModerate(ctx.person));
	const { authorId, ...text } = await TEXTS[kind](ctx, id);
	const scribeId = (await store.scribesOf(ctx.db, [id])).get(id) ?? null;
	const facts = { person: ctx.person, authorId, scribeId, organisation: text.organisation, state: text.state };
	return {
		...text,
		hints: hintsIn([text.title, text.body, text.evidence, text.reason].join('\n')),
		contact: await mayAsk(ctx, authorId),
		original: kind === 'proposal' ? await proposals.importedOriginal(ctx, id) : null,
		history: await historyOf(ctx, id),
		verdict: mayScreen(facts),
		possible: DEEDS.filter((deed) => mayDecide({ ...facts, deed, seen: facts.state }).ok)
	};
}

async function mayAsk(ctx: Ctx, authorId: string | null): Promise<boolean> {
	const standing = authorId === null ? [] : await consents.standingOf(ctx, authorId);
	return standing.some(({ purpose }) => purpose === 'contact');
}

type Written = Omit<Desk, 'hints' | 'contact' | 'original' | 'history' | 'verdict' | 'possible'> & {
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

/** Comments and amendments are not asked for their language. */
const GERMAN = { language: 'de' } as const;

/** What they have in common. */
function head({ id, consultationId, state, body, authorId, authorName, authorGroup, organisation }: Screened) {
	return { id, consultationId, state, body, authorId, authorName, authorGroup, organisation };
}

async function proposalText(ctx: Ctx, id: string): Promise<Written> {
	const proposal = await proposals.forModeration(ctx, id);
	const { number, title, language, evidence, field, kind: proposalKind } = proposal;
	const sentAt = proposal.submittedAt ?? proposal.createdAt;
	const place = { number, title, language, field, proposalKind, sentAt };
	const own = { ...place, evidence, stance: null, context: null, reason: null };
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
