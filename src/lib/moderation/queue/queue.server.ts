import * as amendments from '../../amendments/amendments.server.ts';
import * as comments from '../../comments/comments.server.ts';
import { FROM_OLDEST, type Stretch } from '../../cursor.ts';
import * as nearCopies from '../../proposals/campaigns/campaigns.server.ts';
import * as proposals from '../../proposals/proposals.server.ts';
import type { Spoken } from '../../people/details/language.ts';
import type { AuthorGroup } from '../../people/person.ts';
import type { Ctx } from '../../server/ctx.ts';
import { excerpt } from '../../texts/excerpt.ts';
import { obey } from '../../verdict.ts';
import * as editions from '../editions/editions.server.ts';
import { isOverdue } from './age.ts';
import { hintsIn } from '../hints/personalData.ts';
import { mayModerate, mayScreen, type Kind } from '../screening.ts';
import { fold } from '../../proposals/lists/searchText.ts';
import { listedWhole, WHOLE_QUEUE, type QueueAsk } from './queue.ts';
import * as store from '../store.server.ts';

/** Oldest texts shown of each kind. What does not fit follows as soon as these are decided. */
const SHOWN = 50;
/** Of each kind at once, when it is looked for something among what waits: on to the next until enough is found. */
const PIECE = 500;
const EXCERPT = 160;

export interface Waiting {
	kind: Kind;
	id: string;
	/** Of a contribution or an amendment; comments have none. */
	number: number | null;
	/** Of a contribution or an amendment; comments have none. */
	title: string | null;
	/** Of a contribution. Nobody is asked for the language of a comment. */
	language: Spoken;
	/** The text, where the list shows it as a whole, else its beginning. */
	excerpt: string;
	/** The source, or why it should be so; empty: there is none, or the text is too long for a list. */
	rest: string;
	/** Whether all of it that gets public stands in the list. */
	whole: boolean;
	authorName: string | null;
	authorGroup: AuthorGroup | null;
	reply: boolean;
	/** It is public, and its author has other words for it. */
	changed: boolean;
	since: string;
	overdue: boolean;
	/** Whether there may be personal data in it. */
	hints: boolean;
	/** One's own, or of one's own organisation: somebody else has to decide. */
	own: boolean;
	/** The mark of its words: whoever decides about several says which they saw. */
	words: string;
	/** As the search sees it. */
	folded: string;
}

export interface Queue {
	/** At most as many as are shown at once. */
	items: Waiting[];
	/** Whether there are more of these. */
	more: boolean;
	/** `together`: texts of campaigns, which are not among the contributions. */
	counts: {
		proposals: number;
		together: number;
		comments: number;
		amendments: number;
		changes: number;
		overdue: number;
	};
}

interface Source {
	/** null: of every kind. */
	kind: Kind | null;
	/** `apart`: without the texts of campaigns. */
	read(ctx: Ctx, limit: number, from: Stretch, apart: boolean): Promise<Waiting[]>;
}

/** What waits, a stretch at a time. */
const SOURCES: readonly Source[] = [
	{
		kind: 'proposal',
		read: async (ctx, limit, from, apart) =>
			(await proposals.waiting(ctx, limit, apart, from)).map((one) => ofProposal(ctx, one))
	},
	{
		kind: 'comment',
		read: async (ctx, limit, from) => (await comments.waiting(ctx, limit, from)).map((one) => ofComment(ctx, one))
	},
	{
		kind: 'amendment',
		read: async (ctx, limit, from) => (await amendments.waiting(ctx, limit, from)).map((one) => ofAmendment(ctx, one))
	},
	{ kind: null, read: changed }
];

/** The first that fit, of one kind, however many do not. */
async function firstOf(ctx: Ctx, source: Source, ask: QueueAsk): Promise<Waiting[]> {
	const found: Waiting[] = [];
	const [fitting, newest] = [fits(ask), ask.sort === 'newest'];
	const limit = isWhole(ask) ? SHOWN + 1 : PIECE;
	for (let offset = 0; ; offset += limit) {
		const piece = await source.read(ctx, limit, { offset, newest }, ask.q === undefined);
		found.push(...piece.filter(fitting));
		if (piece.length < limit || found.length > SHOWN) return found;
	}
}

const isWhole = ({ kind, only, q }: QueueAsk) => kind === undefined && only === undefined && q === undefined;

/** The one that has waited longest; null: nothing waits. */
export async function oldestWaiting(ctx: Ctx): Promise<Waiting | null> {
	obey(mayModerate(ctx.person));
	const found: Waiting[] = [];
	for (const { read } of SOURCES) found.push(...(await read(ctx, 1, FROM_OLDEST, false)));
	return found.sort(byAge)[0] ?? null;
}

function fits({ kind, only, q }: QueueAsk): (item: Waiting) => boolean {
	const words = q === undefined ? '' : fold(q);
	return (item) =>
		(kind === undefined || item.kind === kind) &&
		(only !== 'hints' || item.hints) &&
		(only !== 'overdue' || item.overdue) &&
		(only !== 'foreign' || item.language !== 'de') &&
		item.folded.includes(words);
}

/** What waits, of all kinds together, oldest first. Texts of campaigns stand apart; whoever looks for words finds them, too. */
export async function queue(ctx: Ctx, ask: QueueAsk = WHOLE_QUEUE): Promise<Queue> {
	obey(mayModerate(ctx.person));
	const found: Waiting[] = [];
	const asked = SOURCES.filter(({ kind }) => kind === null || ask.kind === undefined || kind === ask.kind);
	for (const source of asked) found.push(...(await firstOf(ctx, source, ask)));
	found.sort(byAge);
	if (ask.sort === 'newest') found.reverse();
	const items = found.slice(0, SHOWN);
	const scribes = await store.scribesOf(
		ctx.db,
		items.map(({ id }) => id)
	);
	for (const item of items) item.own ||= scribes.has(item.id) && scribes.get(item.id) === ctx.person?.id;
	const overdue = items.filter((item) => item.overdue).length;
	const together = await nearCopies.countWaitingTogether(ctx);
	const counts = {
		proposals: (await proposals.countWaiting(ctx)) - together,
		together,
		comments: await comments.countWaiting(ctx),
		amendments: await amendments.countWaiting(ctx),
		changes: await editions.countWaiting(ctx)
	};
	return { items, more: found.length > SHOWN, counts: { ...counts, overdue } };
}

export async function countWaiting(ctx: Ctx): Promise<number> {
	const texts = (await proposals.countWaiting(ctx)) + (await comments.countWaiting(ctx));
	return texts + (await amendments.countWaiting(ctx)) + (await editions.countWaiting(ctx));
}

/** What one may decide about after this one in the same list: what follows it, then what stands before it; null: from the first on. */
export async function following(
	ctx: Ctx,
	after: { id: string; since: string } | null,
	ask: QueueAsk = WHOLE_QUEUE
): Promise<Waiting[]> {
	const { items } = await queue(ctx, ask);
	const open = items.filter((item) => !item.own && item.id !== after?.id);
	if (after === null) return open;
	const way = ask.sort === 'newest' ? -1 : 1;
	const first = open.findIndex((item) => way * byAge(after, item) < 0);
	return first < 0 ? open : [...open.slice(first), ...open.slice(0, first)];
}

/** Public texts whose authors have other words for them: they wait with those. */
async function changed(ctx: Ctx, limit: number, from: Stretch): Promise<Waiting[]> {
	const found = await editions.waiting(ctx, limit, from);
	const idsOf = (kind: Kind) => found.filter((one) => one.kind === kind).map(({ id }) => id);
	const subjects = [
		...(await proposals.manyForModeration(ctx, idsOf('proposal'))).map((one) => ofProposal(ctx, one)),
		...(await comments.manyForModeration(ctx, idsOf('comment'))).map((one) => ofComment(ctx, one)),
		...(await amendments.headings(ctx, idsOf('amendment'))).map((one) => ofAmendment(ctx, one))
	];
	const byId = new Map(subjects.map((one) => [one.id, one]));
	return found.flatMap(({ kind, id, sentAt, texts }) => {
		const one = byId.get(id);
		if (!one) return [];
		const title = kind === 'comment' ? null : (texts[0] ?? '');
		const text = texts.join('\n');
		const words = { title, ...listed(kind, texts), hints: hintsIn(text).length > 0, folded: fold(text) };
		return [{ ...one, ...words, changed: true, since: sentAt, overdue: isOverdue(sentAt, ctx.now) }];
	});
}

function byAge(a: { id: string; since: string }, b: { id: string; since: string }): number {
	if (a.since !== b.since) return a.since < b.since ? -1 : 1;
	return a.id < b.id ? -1 : 1;
}

function signs(ctx: Ctx, one: { mine: boolean; organisation: string | null }, since: string, text: string) {
	const authorId = one.mine ? (ctx.person?.id ?? null) : null;
	const own = !mayScreen({ person: ctx.person, authorId, organisation: one.organisation }).ok;
	return { since, own, overdue: isOverdue(since, ctx.now), hints: hintsIn(text).length > 0, folded: fold(text) };
}

/** What the list shows of a text. */
function listed(kind: Kind, texts: readonly string[]): Pick<Waiting, 'excerpt' | 'rest' | 'whole'> {
	const [body = '', rest = ''] = kind === 'comment' ? texts : texts.slice(1);
	const whole = listedWhole(kind, texts);
	return whole ? { excerpt: body, rest, whole } : { excerpt: excerpt(body, EXCERPT), rest: '', whole };
}

function ofProposal(ctx: Ctx, one: proposals.Proposal): Waiting {
	const { id, number, title, language, body, authorName, authorGroup } = one;
	const since = one.submittedAt ?? one.createdAt;
	const texts = [title, body, one.evidence ?? ''];
	const said = { language, ...listed('proposal', texts), authorName, authorGroup, reply: false, changed: false };
	const head = { kind: 'proposal', id, number, title, ...said } as const;
	return { ...head, words: editions.wordsMark(texts), ...signs(ctx, one, since, texts.join('\n')) };
}

function ofComment(ctx: Ctx, one: comments.Text): Waiting {
	const { id, body, authorName, authorGroup, parentId } = one;
	const head = {
		kind: 'comment',
		id,
		number: null,
		title: null,
		language: 'de',
		...listed('comment', [body]),
		authorName,
		authorGroup
	} as const;
	const words = editions.wordsMark([body]);
	return { ...head, words, reply: parentId !== null, changed: false, ...signs(ctx, one, one.createdAt, body) };
}

function ofAmendment(ctx: Ctx, one: Awaited<ReturnType<typeof amendments.waiting>>[number]): Waiting {
	const { id, number, title, body, reason, authorName, authorGroup } = one;
	const texts = [title, body, reason];
	const said = { ...listed('amendment', texts), authorName, authorGroup, reply: false, changed: false };
	const head = { kind: 'amendment', id, number, title, language: 'de', ...said } as const;
	return { ...head, words: editions.wordsMark(texts), ...signs(ctx, one, one.createdAt, texts.join('\n')) };
}
