import * as consultations from '../consultations/consultations.server.ts';
import type { Found as HandbookFound } from '../handbook/finding.ts';
import * as handbook from '../handbook/handbook.server.ts';
import { mayIssueCards } from '../people/cards/batch.ts';
import * as batches from '../people/cards/batches.server.ts';
import * as cards from '../people/cards/cards.server.ts';
import { readCardNumber } from '../people/places/place.ts';
import { mayEnterWorkshop } from '../people/staff/workAreas.ts';
import { fold } from '../proposals/lists/searchText.ts';
import { understood, type Understood } from '../search/query.ts';
import * as publicSearch from '../search/search.server.ts';
import type { Ctx } from '../server/ctx.ts';
import { isNumber } from '../server/db/counters.ts';
import { obey, Refused } from '../verdict.ts';
import { hitOf, type StaffHit } from './hit.ts';
import { EntryKindName, kindsFor, mayFindHidden, NUMBERED, SCREENED, teamNumber } from './staffSearch.ts';
import type { EntryKind, NumberedKind, StaffAsk } from './staffSearch.ts';
import * as store from './store.server.ts';
import { textsOf } from './texts.store.server.ts';

export { indexForStaff } from './indexing.server.ts';

const PAGE = 20;
/** Of batches and chapters of the handbook. */
const FEW = 5;

interface Link {
	href: string | null;
	title: string;
}

export interface StaffFound {
	/** Words that were not looked for; `ignored`: nothing could be. */
	short: string[];
	ignored: boolean;
	numbered: (StaffHit | Link)[];
	list: StaffHit[];
	count: number;
	next: number | null;
	/** Only on the first page of everything. */
	batches: Link[];
	calls: Link[];
	reports: Link[];
	organisations: Link[];
	handbook: HandbookFound[];
}

const NOTHING_ELSE = { batches: [], calls: [], reports: [], organisations: [], handbook: [] };

/** What the one who asks may choose among. `states`: whether texts can be asked for that are not public. */
export function choices({ person }: Pick<Ctx, 'person'>): { kinds: EntryKind[]; states: boolean } {
	return { kinds: kindsFor(person), states: mayFindHidden(person) };
}

/** Everything the one who asks may read in which all words occur, or that is called by this number. */
export async function search(ctx: Ctx, ask: StaffAsk): Promise<StaffFound> {
	obey(mayEnterWorkshop(ctx.person));
	const words = understood(ask.q);
	const first = ask.under === null && ask.kind === null && ask.state === null;
	const numbered = first ? await byNumber(ctx, ask.q, words) : [];
	const looked = words.parts.length > 0;
	return {
		short: words.short,
		ignored: ask.q !== '' && !looked && words.number === null && teamNumber(ask.q) === null && numbered.length === 0,
		numbered,
		...(looked ? await listed(ctx, ask, words.parts) : { list: [], count: 0, next: null }),
		...(looked && first ? await besides(ctx, ask.q, words.parts) : NOTHING_ELSE)
	};
}

async function listed(ctx: Ctx, ask: StaffAsk, parts: readonly string[]) {
	const hidden = mayFindHidden(ctx.person);
	const state = hidden ? ask.state : null;
	const kinds = kindsFor(ctx.person).filter(
		(kind) => (ask.kind === null || kind === ask.kind) && (state === null || SCREENED.includes(kind))
	);
	if (kinds.length === 0) return { list: [], count: 0, next: null };
	const asked = { parts, kinds, state, publicOnly: !hidden };
	const rows = await store.hits(ctx.db, asked, ask.under, PAGE + 1);
	const shown = rows.slice(0, PAGE);
	return {
		list: await read(ctx, shown),
		count: await store.count(ctx.db, asked),
		next: rows.length > PAGE ? (shown.at(-1)?.place ?? null) : null
	};
}

/** In their order; one question for each kind that is among them. What is gone since it was indexed is left out. */
async function read(ctx: Ctx, rows: readonly { kind: string; subjectId: string }[]): Promise<StaffHit[]> {
	const known = rows.map(({ kind, subjectId }) => ({ kind: EntryKindName.parse(kind), subjectId }));
	const hits = new Map<string, StaffHit>();
	for (const kind of new Set(known.map((one) => one.kind))) {
		const ids = known.filter((one) => one.kind === kind).map(({ subjectId }) => subjectId);
		for (const [id, row] of await textsOf(ctx.db, kind, ids)) hits.set(`${kind} ${id}`, hitOf(kind, row));
	}
	return known.flatMap(({ kind, subjectId }) => hits.get(`${kind} ${subjectId}`) ?? []);
}

async function byNumber(ctx: Ctx, q: string, { number: asked }: Understood): Promise<(StaffHit | Link)[]> {
	const own = teamNumber(q);
	const number = own?.number ?? asked?.number ?? null;
	if (number === null) return cardCalled(ctx, q);
	if (!isNumber(number)) return [];
	const one = own?.kind ?? asked?.kind ?? null;
	const kinds = NUMBERED.filter((kind) => (one === null || kind === one) && kindsFor(ctx.person).includes(kind));
	const hits = await Promise.all(kinds.map((kind) => called(ctx, kind, number)));
	return [...hits.flat(), ...(await callsAndSuch(ctx, one, number))];
}

async function called(ctx: Ctx, kind: NumberedKind, number: number): Promise<StaffHit[]> {
	const id = await store.idByNumber(ctx.db, kind, number, !mayFindHidden(ctx.person));
	if (id === null) return [];
	const found = await read(ctx, [{ kind, subjectId: id }]);
	const draft = kind === 'point' && found.length === 0 && kindsFor(ctx.person).includes('draftPoint');
	return draft ? read(ctx, [{ kind: 'draftPoint', subjectId: id }]) : found;
}

const ELSEWHERE = ['call', 'report', 'version'] as const;

/** What is public of these says the public search. */
async function callsAndSuch(ctx: Ctx, one: string | null, number: number): Promise<Link[]> {
	const consultation = await consultations.find(ctx);
	if (!consultation) return [];
	const kinds = ELSEWHERE.filter((kind) => one === null || kind === one);
	const hits = await Promise.all(kinds.map((kind) => publicSearch.byNumber(ctx, consultation, { kind, number })));
	return hits.flat();
}

/** `SON-17`: the batch of the card with this printed number. */
async function cardCalled(ctx: Ctx, q: string): Promise<Link[]> {
	const printed = readCardNumber(q);
	if (!printed || !mayIssueCards(ctx.person).ok) return [];
	const id = await cards.find(ctx, printed).catch((problem: unknown) => {
		if (problem instanceof Refused) return null;
		throw problem;
	});
	if (id === null) return [];
	const { batch } = await cards.batch(ctx, id);
	return [{ href: `/werkstatt/karten/${id}`, title: batch.label }];
}

async function besides(ctx: Ctx, q: string, parts: readonly string[]) {
	const consultation = await consultations.find(ctx);
	const { calls, reports, organisations } = consultation
		? await publicSearch.small(ctx, consultation, parts)
		: NOTHING_ELSE;
	return {
		...{ calls, reports, organisations },
		batches: mayIssueCards(ctx.person).ok ? await batchesCalled(ctx, parts) : [],
		handbook: handbook.search(ctx, q).slice(0, FEW)
	};
}

async function batchesCalled(ctx: Ctx, parts: readonly string[]): Promise<Link[]> {
	return (await batches.all(ctx))
		.filter(({ label, place, organisation }) => {
			const folded = fold(`${label} ${place ?? ''} ${organisation ?? ''}`);
			return parts.every((part) => folded.includes(part));
		})
		.slice(0, FEW)
		.map(({ id, label, place }) => ({
			href: `/werkstatt/karten/${id}`,
			title: place === null ? label : `${label} · ${place}`
		}));
}
