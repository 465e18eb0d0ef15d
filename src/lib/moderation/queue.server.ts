import * as amendments from '../amendments/amendments.server.ts';
import * as comments from '../comments/comments.server.ts';
import * as proposals from '../proposals/proposals.server.ts';
import type { Spoken } from '../people/language.ts';
import type { AuthorGroup } from '../people/person.ts';
import type { Ctx } from '../server/ctx.ts';
import { excerpt } from '../texts/excerpt.ts';
import { obey } from '../verdict.ts';
import { isOverdue } from './age.ts';
import { hintsIn } from './personal.ts';
import { mayModerate, mayScreen, type Kind } from './screening.ts';
import * as store from './store.server.ts';

/** Oldest texts shown of each kind. What does not fit follows as soon as these are decided. */
const SHOWN = 50;
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
	excerpt: string;
	authorName: string | null;
	authorGroup: AuthorGroup | null;
	reply: boolean;
	since: string;
	overdue: boolean;
	/** Whether there may be personal data in it. */
	hints: boolean;
	/** One's own, or of one's own organisation: somebody else has to decide. */
	own: boolean;
}

export interface Queue {
	items: Waiting[];
	counts: { proposals: number; comments: number; amendments: number; overdue: number };
}

/** The oldest, so many of each kind. */
async function oldest(ctx: Ctx, most: number): Promise<Waiting[]> {
	return [
		...(await proposals.waiting(ctx, most)).map((one) => ofProposal(ctx, one)),
		...(await comments.waiting(ctx, most)).map((one) => ofComment(ctx, one)),
		...(await amendments.waiting(ctx, most)).map((one) => ofAmendment(ctx, one))
	].sort(byAge);
}

/** The one that has waited longest; null: nothing waits. */
export async function oldestWaiting(ctx: Ctx): Promise<Waiting | null> {
	obey(mayModerate(ctx.person));
	return (await oldest(ctx, 1))[0] ?? null;
}

/** What waits, of all kinds together, oldest first. */
export async function queue(ctx: Ctx): Promise<Queue> {
	obey(mayModerate(ctx.person));
	const items = await oldest(ctx, SHOWN);
	const scribes = await store.scribesOf(
		ctx.db,
		items.map(({ id }) => id)
	);
	for (const item of items) item.own ||= scribes.has(item.id) && scribes.get(item.id) === ctx.person?.id;
	const overdue = items.filter((item) => item.overdue).length;
	const counts = {
		proposals: await proposals.countWaiting(ctx),
		comments: await comments.countWaiting(ctx),
		amendments: await amendments.countWaiting(ctx)
	};
	return { items: items.slice(0, SHOWN), counts: { ...counts, overdue } };
}

export async function countWaiting(ctx: Ctx): Promise<number> {
	const texts = (await proposals.countWaiting(ctx)) + (await comments.countWaiting(ctx));
	return texts + (await amendments.countWaiting(ctx));
}

/** What to decide after this one: the next younger text one may decide about, else the oldest; null: nothing is left. */
export async function next(ctx: Ctx, after: { id: string; since: string }): Promise<Waiting | null> {
	const { items } = await queue(ctx);
	const open = items.filter((item) => !item.own && item.id !== after.id);
	return open.find((item) => byAge(after, item) < 0) ?? open[0] ?? null;
}

function byAge(a: { id: string; since: string }, b: { id: string; since: string }): number {
	if (a.since !== b.since) return a.since < b.since ? -1 : 1;
	return a.id < b.id ? -1 : 1;
}

function signs(ctx: Ctx, one: { mine: boolean; organisation: string | null }, since: string, text: string) {
	const authorId = one.mine ? (ctx.person?.id ?? null) : null;
	const own = !mayScreen({ person: ctx.person, authorId, organisation: one.organisation }).ok;
	return { since, own, overdue: isOverdue(since, ctx.now), hints: hintsIn(text).length > 0 };
}

function ofProposal(ctx: Ctx, one: proposals.Proposal): Waiting {
	const { id, number, title, language, body, authorName, authorGroup } = one;
	const since = one.submittedAt ?? one.createdAt;
	const said = { language, excerpt: excerpt(body, EXCERPT), authorName, authorGroup, reply: false };
	const head = { kind: 'proposal', id, number, title, ...said } as const;
	return { ...head, ...signs(ctx, one, since, `${title}\n${body}\n${one.evidence ?? ''}`) };
}

function ofComment(ctx: Ctx, one: comments.Text): Waiting {
	const { id, body, authorName, authorGroup, parentId } = one;
	const head = {
		kind: 'comment',
		id,
		number: null,
		title: null,
		language: 'de',
		excerpt: excerpt(body, EXCERPT),
		authorName,
		authorGroup
	} as const;
	return { ...head, reply: parentId !== null, ...signs(ctx, one, one.createdAt, body) };
}

function ofAmendment(ctx: Ctx, one: Awaited<ReturnType<typeof amendments.waiting>>[number]): Waiting {
	const { id, number, title, body, reason, authorName, authorGroup } = one;
	const said = { excerpt: excerpt(body, EXCERPT), authorName, authorGroup, reply: false };
	const head = { kind: 'amendment', id, number, title, language: 'de', ...said } as const;
	return { ...head, ...signs(ctx, one, one.createdAt, [title, body, reason].join('\n')) };
}
