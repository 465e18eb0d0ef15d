import * as amendments from '../amendments/amendments.server.ts';
import * as calls from '../calls/calls.server.ts';
import type { Consultation } from '../consultations/consultation.ts';
import * as consultations from '../consultations/consultations.server.ts';
import { fold, searchParts } from '../proposals/lists/searchText.ts';
import { ListQuery } from '../proposals/proposal.ts';
import * as proposals from '../proposals/proposals.server.ts';
import * as workshops from '../recording/workshops/workshops.server.ts';
import * as reports from '../reports/reports.server.ts';
import type { Ctx } from '../server/ctx.ts';
import { isNumber } from '../server/db/counters.ts';
import * as strategy from '../strategy/strategy.server.ts';
import { official, officialWords } from '../texts/locales/official.ts';
import { authorName } from '../texts/names.ts';
import { fill, t } from '../texts/texts.ts';
import { NotFound } from '../verdict.ts';
import { NUMBERED, understood, type ByNumber, type Numbered, type SearchAsk } from './query.ts';
import { mostFor, nearest } from './spellingSuggestion.ts';
import * as store from './store.server.ts';

export { indexComments, learnWords } from './indexing.server.ts';

/** Comments on one page. */
const COMMENTS = 20;
/** Of things of which there are never many. */
const FEW = 20;
/** Of contributions and comments, on the page of everything. */
const FIRST = 5;

interface Hit {
	href: string;
	title: string;
}

interface CommentHit {
	href: string;
	about: string;
	body: string;
	authorName: string;
	publishedAt: string;
}

export interface Found {
	/** Words that were not looked for. */
	short: string[];
	/** Nothing could be looked for. */
	ignored: boolean;
	/** What is called by the number that was asked for. */
	numbered: Hit[];
	points: Hit[];
	calls: Hit[];
	reports: Hit[];
	organisations: (Hit | { href: null; title: string })[];
	proposals: { list: proposals.Proposal[]; count: number; next: string | null };
	comments: { list: CommentHit[]; count: number; next: string | null };
	/** The same question with the word that was probably meant; null: there are hits, or none is near. */
	meant: string | null;
}

const NONE = { list: [], count: 0, next: null };
const FEW_FOUND = { points: [], calls: [], reports: [], organisations: [] };

/** Everything public in which all words occur, or that is called by this number. */
export async function search(ctx: Ctx, ask: SearchAsk): Promise<Found> {
	const { parts, short, number } = understood(ask.q);
	const consultation = await consultations.find(ctx);
	const numbered = number && consultation ? await byNumber(ctx, consultation, number) : [];
	const ignored = parts.length === 0 && number === null && ask.q !== '';
	const head = { short, ignored, numbered };
	if (!consultation || parts.length === 0) {
		return { ...head, ...FEW_FOUND, proposals: NONE, comments: NONE, meant: null };
	}
	const found = {
		...head,
		...(ask.section === null ? await small(ctx, consultation, parts) : FEW_FOUND),
		proposals: ask.section === 'kommentare' ? NONE : await inProposals(ctx, consultation, ask),
		comments: ask.section === 'beitraege' ? NONE : await inComments(ctx, ask, parts)
	};
	return { ...found, meant: ask.section || isAny(found) ? null : await meant(ctx, consultation, ask.q) };
}

function isAny({
	numbered,
	points,
	calls,
	reports,
	organisations,
	proposals,
	comments
}: Omit<Found, 'meant'>): boolean {
	const few = [numbered, points, calls, reports, organisations];
	return few.some((hits) => hits.length > 0) || proposals.count > 0 || comments.count > 0;
}

/** Each is asked of the door that knows who may read it. */
const FINDERS: Readonly<Record<Numbered, (ctx: Ctx, consultation: Consultation, number: number) => Promise<Hit>>> = {
	async proposal(ctx, _, number) {
		const { title, state } = await proposals.byNumber({ ...ctx, person: null }, number);
		return { href: `/beitraege/${number}`, title: state === 'withdrawn' ? t.proposals.tombstone : title };
	},
	async point(ctx, _, number) {
		const { wordings } = await strategy.pointByNumber({ ...ctx, person: null }, number);
		return { href: `/punkte/${number}`, title: official(wordings[0]?.title ?? '') };
	},
	async call(ctx, _, number) {
		return { href: `/aufrufe/${number}`, title: (await calls.byNumber(ctx, number)).title };
	},
	async report(ctx, _, number) {
		return { href: `/berichte/${number}`, title: (await reports.byNumber(ctx, number)).title };
	},
	async version(ctx, _, number) {
		return {
			href: `/fassungen/${number}`,
			title: (await strategy.headByNumber({ ...ctx, person: null }, number)).title
		};
	},
	async amendment(ctx, _, number) {
		const { title } = await amendments.byNumber({ ...ctx, person: null }, number);
		return { href: `/aenderungen/${number}`, title };
	},
	async meeting(ctx, _, number) {
		return { href: `/treffen/${number}`, title: (await workshops.byNumber({ ...ctx, person: null }, number)).label };
	}
};

/** What is public of this number. */
export async function byNumber(ctx: Ctx, consultation: Consultation, { kind, number }: ByNumber): Promise<Hit[]> {
	if (!isNumber(number)) return [];
	const kinds = kind ? [kind] : NUMBERED;
	const hits: Hit[] = [];
	for (const one of kinds) {
		const hit = await FINDERS[one](ctx, consultation, number).catch((problem: unknown) => {
			if (problem instanceof NotFound) return null;
			throw problem;
		});
		if (hit) hits.push({ ...hit, title: fill(t.search.numbered[one], { number, title: hit.title }) });
	}
	return hits;
}

const fits = (folded: string, parts: readonly string[]) => parts.every((part) => folded.includes(part));

/** What fits in its title first; of as many as there are of these, all are read. */
function fitting<T>(
	things: readonly T[],
	parts: readonly string[],
	of: (one: T) => { title: string; text: string }
): T[] {
	const found = things
		.map((one) => ({ one, ...of(one) }))
		.filter(({ title, text }) => fits(fold(`${title} ${text}`), parts));
	const titled = (title: string) => Number(fits(fold(title), parts));
	return found
		.sort((a, b) => titled(b.title) - titled(a.title))
		.slice(0, FEW)
		.map(({ one }) => one);
}

/** Of that of which there are never many. */
export async function small(ctx: Ctx, { id }: Consultation, parts: readonly string[]) {
	const points = (await strategy.latest(ctx, id))?.points ?? [];
	const published = await Promise.all(
		(await calls.published(ctx))
			.filter(({ withdrawnAt }) => withdrawnAt === null)
			.map(({ number }) => calls.byNumber(ctx, number))
	);
	const heads = (await reports.list(ctx)).filter(({ withdrawnAt }) => withdrawnAt === null);
	const title = (kind: Numbered, number: number, title: string) => fill(t.search.numbered[kind], { number, title });
	return {
		// In the language of whoever asks as well: that is what they have read.
		points: fitting(points, parts, ({ title, body }) => ({
			title: `${title} ${officialWords(title)}`,
			text: `${body} ${officialWords(body)}`
		})).map((one) => ({
			href: `/punkte/${one.number}`,
			title: title('point', one.number, official(one.title))
		})),
		calls: fitting(published, parts, ({ title, intro, items }) => ({
			title,
			text: [intro, ...items.map((item) => `${item.title} ${item.body}`)].join(' ')
		})).map((one) => ({ href: `/aufrufe/${one.number}`, title: title('call', one.number, one.title) })),
		reports: fitting(heads, parts, ({ title }) => ({ title, text: '' })).map((one) => ({
			href: `/berichte/${one.number}`,
			title: title('report', one.number, one.title)
		})),
		organisations: (await organisationsCalled(ctx, parts)).map(({ id, name, page }) => ({
			href: Number(page) === 1 ? `/organisationen/${id}` : null,
			title: name
		}))
	};
}

/** What they are called comes first: only of the few that fit it is asked whether they speak in public. */
async function organisationsCalled(ctx: Ctx, parts: readonly string[]) {
	const called = (await store.organisationNames(ctx.db)).filter(({ name }) => fits(fold(name), parts));
	const found: Awaited<ReturnType<typeof store.speaking>> = [];
	for (let at = 0; at < called.length && found.length < FEW; at += FEW) {
		const ids = called.slice(at, at + FEW).map(({ id }) => id);
		found.push(...(await store.speaking(ctx.db, ids)));
	}
	return found.slice(0, FEW);
}

async function inProposals(ctx: Ctx, { id }: Consultation, ask: SearchAsk): Promise<Found['proposals']> {
	const after = ask.section === 'beitraege' ? (ask.after ?? undefined) : undefined;
	const query = ListQuery.parse({ q: ask.q, reihenfolge: ask.order, nach: after });
	const { proposals: list, next } = await proposals.list(ctx, id, query);
	const shown = ask.section === null ? list.slice(0, FIRST) : list;
	return { list: shown, count: await proposals.countListed(ctx, id, query), next: ask.section === null ? null : next };
}

async function inComments(ctx: Ctx, ask: SearchAsk, parts: readonly string[]): Promise<Found['comments']> {
	const all = ask.section === 'kommentare';
	const under = all && ask.after !== null && isNumber(Number(ask.after)) ? Number(ask.after) : null;
	const limit = all ? COMMENTS : FIRST;
	const rows = await store.commentHits(ctx.db, parts, under, limit + 1);
	const list = rows.slice(0, limit).map(({ proposal, point, amendment, body, authorName: name, publishedAt }) => {
		const kind = proposal !== null ? 'proposal' : point !== null ? 'point' : 'amendment';
		const number = proposal ?? point ?? amendment ?? 0;
		const href = { proposal: `/beitraege/${number}`, point: `/punkte/${number}`, amendment: `/aenderungen/${number}` };
		const about = fill(t.search.about[kind], { number });
		return {
			href: `${href[kind]}#kommentare`,
			about,
			body,
			authorName: authorName(name),
			publishedAt: publishedAt ?? ''
		};
	});
	const last = rows[limit - 1];
	const next = all && rows.length > limit && last ? String(last.row) : null;
	return { list, count: await store.countComments(ctx.db, parts), next };
}

/** Words that are looked at for one that was misspelt. */
const CANDIDATES = 20_000;

/** The question with its words put right that nothing has; null: none is near, or that would find nothing either. */
async function meant(ctx: Ctx, { id }: Consultation, asked: string): Promise<string | null> {
	let changed = asked;
	for (const word of asked.split(/[^\p{L}\p{N}\p{M}]+/u).filter((one) => searchParts(one).length > 0)) {
		if ((await countWith(ctx, id, word)) > 0) continue;
		const folded = fold(word);
		const known = await store.wordsLike(ctx.db, folded.length, mostFor(folded), CANDIDATES);
		const near = nearest(folded, known);
		if (near) changed = changed.replace(word, near.shown);
	}
	// A word could have been taken back since it was learnt.
	return changed !== asked && (await countWith(ctx, id, changed)) > 0 ? changed : null;
}

const countWith = (ctx: Ctx, id: string, q: string) => proposals.countListed(ctx, id, ListQuery.parse({ q }));
