import { expectSeen, type State as EditState } from '../editState.ts';
import type { Ctx } from '../server/ctx.ts';
import { transaction } from '../server/db/transaction.ts';
import { record } from '../server/journal/journal.server.ts';
import { staffName } from '../texts/names.ts';
import { TRANSLATED, type Translated as Language } from '../texts/locales/locale.ts';
import type { Making, Translated } from '../texts/locales/official.ts';
import { found, NotFound, obey } from '../verdict.ts';
import { originals } from './originals.server.ts';
import { spokenIn } from './reading.server.ts';
import * as store from './store.server.ts';
import {
	KINDS,
	MAKERS,
	mayBeChecked,
	maySay,
	mayTranslate,
	placeOf,
	STATES,
	stateOf,
	type Kind,
	type Original,
	type State,
	type TranslationInput
} from './translation.ts';

export { originals } from './originals.server.ts';
export { withTranslations } from './reading.server.ts';

/** An original, with what is said of it in a language. */
export interface Pair extends Original {
	state: State;
	/** null: nobody has said this wording. */
	said: Translated | null;
	/** What was said of an older wording of it; null: nothing, or it is said. */
	former: Translated | null;
}

/** Every official text with its translation, in the order in which people meet them. */
export async function pairs(ctx: Ctx, locale: Language): Promise<Pair[]> {
	return pairsOf(ctx, locale, await originals(ctx));
}

async function pairsOf(ctx: Ctx, locale: Language, of: readonly Original[]): Promise<Pair[]> {
	const spoken = await spokenIn(ctx, locale);
	return of.map((original) => {
		const place = placeOf(original);
		const said = spoken.at(place, original.german) ?? spoken.of(original.german);
		const former = said ? undefined : spoken.older(place, original.german);
		const state = stateOf(said, former !== undefined);
		return { ...original, state, said: said ?? null, former: former ?? null };
	});
}

/** How many texts of each kind are how far, in one language. */
export interface Progress {
	locale: Language;
	byKind: Readonly<Record<Kind, { all: number; open: number }>>;
	byState: Readonly<Record<State, number>>;
}

export async function progress(ctx: Ctx): Promise<Progress[]> {
	obey(mayTranslate(ctx.person));
	const told: Progress[] = [];
	const everything = await originals(ctx);
	for (const locale of TRANSLATED) {
		const all = await pairsOf(ctx, locale, everything);
		const of = (kind: Kind) => all.filter((one) => one.kind === kind);
		const isOpen = ({ state }: Pair) => state === 'missing' || state === 'older';
		const ofKind = (kind: Kind) => ({ all: of(kind).length, open: of(kind).filter(isOpen).length });
		const ofState = (state: State) => all.filter((one) => one.state === state).length;
		const [process, question, field, phase, version, point] = KINDS.map(ofKind);
		if (!process || !question || !field || !phase || !version || !point) continue;
		const [missing = 0, older = 0, unchecked = 0, checked = 0] = STATES.map(ofState);
		const byState = { missing, older, unchecked, checked };
		told.push({ locale, byKind: { process, question, field, phase, version, point }, byState });
	}
	return told;
}

/** A thing with texts, as it stands in the list. */
export interface Thing {
	kind: Kind;
	key: string;
	/** In German: its title, or how it begins. */
	title: string;
	draft: boolean;
	/** Of its least finished text. */
	state: State;
	parts: number;
}

const rank = (state: State) => STATES.indexOf(state);

/** Texts by the thing they belong to, in their order. */
function things(all: readonly Pair[]): Thing[] {
	const byThing = new Map<string, Pair[]>();
	for (const pair of all) {
		const thing = `${pair.kind}/${pair.key}`;
		byThing.set(thing, [...(byThing.get(thing) ?? []), pair]);
	}
	return [...byThing.values()].flatMap((parts) => {
		const [first] = parts;
		if (!first) return [];
		const [least = 'checked'] = parts.map(({ state }) => state).sort((one, other) => rank(one) - rank(other));
		const title = parts.find(({ part }) => part === 'title')?.german ?? first.german;
		const draft = parts.some((one) => one.draft);
		return [{ kind: first.kind, key: first.key, title, draft, state: least, parts: parts.length }];
	});
}

const ON_PAGE = 50;

export interface ThingsAsk {
	kind: Kind | null;
	/** Behind this one, as `next` said it. */
	after: string | null;
}

/**
 * Things of a language, what is missing first. `next`: where the list goes on: behind a place in the list and not behind
 * a count, so that what is translated meanwhile lets nothing be skipped.
 */
export async function list(ctx: Ctx, locale: Language, { kind, after }: ThingsAsk) {
	obey(mayTranslate(ctx.person));
	const all = things((await pairs(ctx, locale)).filter((one) => kind === null || one.kind === kind));
	const placed = all.map((thing, at) => ({ thing, mark: `${rank(thing.state)}.${String(at).padStart(6, '0')}` }));
	const sorted = placed.sort((one, other) => (one.mark < other.mark ? -1 : 1));
	const rest = sorted.filter(({ mark }) => after === null || mark > after);
	const shown = rest.slice(0, ON_PAGE);
	return {
		count: all.length,
		things: shown.map(({ thing }) => thing),
		next: rest.length > ON_PAGE ? (shown.at(-1)?.mark ?? null) : null
	};
}

const HISTORY_MAX = 60;

/** One thing: its texts on both sides, and what was said before. */
export async function one(ctx: Ctx, locale: Language, kind: Kind, key: string) {
	obey(mayTranslate(ctx.person));
	const texts = (await pairs(ctx, locale)).filter((pair) => pair.kind === kind && pair.key === key);
	if (texts.length === 0) throw new NotFound('thing');
	const rows = await store.history(ctx.db, { locale, kind, key }, HISTORY_MAX);
	const history = rows.map((row) => ({ ...row, by: staffName(row.by) }));
	return { texts: withFields(texts), history };
}

/** Of a part that the draft says otherwise, both stand there: the draft's under a name of its own. */
const withFields = (texts: readonly Pair[]): (Pair & { field: string })[] =>
	texts.map((text) => ({ ...text, field: text.draft ? `draft-${text.part}` : text.part }));

type Texts = Awaited<ReturnType<typeof one>>['texts'];

/** What the form about it was filled from, by field. */
export function stateOfForm(texts: Texts): EditState {
	const fields = texts.map(({ field, german, said }) => [`text-${field}`, said?.text ?? '', german] as const);
	const made = makingOf(texts);
	return {
		...Object.fromEntries(fields.map(([name, text]) => [name, text])),
		// A new German wording is another form: nobody translates what is not there any more.
		german: fields.map(([, , german]) => german),
		...{ maker: made.maker, machine: made.machine, checkers: made.checkers, checkedOn: made.checkedOn ?? '' }
	};
}

/** Who has made what stands there; where nobody has said anything yet, a person will. */
export function makingOf(texts: Texts): Making {
	const { maker, machine, checkers, checkedOn } = texts.find(({ said }) => said !== null)?.said ?? BY_HAND;
	return { maker, machine, checkers, checkedOn };
}

const BY_HAND: Making = { maker: 'person', machine: '', checkers: '', checkedOn: null };

/**
 * Publishes what is said of a thing in a language: readers see it at once. Empty: German stands there again. A check holds
 * for the text that was checked: with another text it is gone, unless it is said anew. Refused: markup, too long. Stale.
 */
export async function save(
	ctx: Ctx,
	{ locale, kind, key }: { locale: Language; kind: Kind; key: string },
	{ texts, made, seen }: TranslationInput
): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const now = await one(ctx, locale, kind, key);
		expectSeen('translation', seen, stateOfForm(now.texts));
		obey(mayBeChecked(made, ctx.now.slice(0, 10)));
		const filled = makingOf(now.texts);
		const changed = now.texts.flatMap((text) => {
			const typed = texts.get(text.field);
			return typed === undefined ? [] : (changeOf(text, typed, { made, filled }) ?? []);
		});
		await put(ctx, locale, changed);
	});
}

export interface Change {
	original: Original;
	/** null: taken away. */
	text: string | null;
	made: Making;
}

const sameMaking = (one: Making, other: Making) =>
	one.maker === other.maker &&
	one.machine === other.machine &&
	one.checkers === other.checkers &&
	one.checkedOn === other.checkedOn;

/**
 * null: it is so already. Who made and who checked it stands once on the page and belongs to each text: what was only
 * filled in there (`filled`) says nothing of a text that it was not filled from.
 */
function changeOf(pair: Pair, typed: string, { made, filled }: { made: Making; filled: Making }): Change | null {
	const text = typed.replaceAll('\r\n', '\n').trim() || null;
	const before = pair.said;
	const isSame = text === (before?.text ?? null);
	if (isSame && (before === null || sameMaking(filled, made))) return null;
	const checkedAnew = filled.checkers !== made.checkers || filled.checkedOn !== made.checkedOn;
	const known = isSame && before ? before : NOT_CHECKED;
	const { checkers, checkedOn } = checkedAnew ? made : known;
	const now: Making = { maker: made.maker, machine: made.machine, checkers, checkedOn };
	return isSame && before && sameMaking(before, now) ? null : { original: pair, text, made: now };
}

const NOT_CHECKED = { checkers: '', checkedOn: null };

/** Writes them down. Call it inside `transaction`. */
export async function put(ctx: Ctx, locale: Language, changes: readonly Change[]): Promise<void> {
	obey(mayTranslate(ctx.person));
	if (changes.length === 0) return;
	const first = (await store.newestNumber(ctx.db)) + 1;
	const by = { savedBy: ctx.person?.id ?? null, savedAt: ctx.now };
	const rows = changes.map(({ original: { kind, key, part, german }, text, made }, at) => {
		if (text !== null) obey(maySay(german, text));
		return { number: first + at, locale, kind, key, part, german, text, ...made, ...by };
	});
	await store.add(ctx.db, rows);
	const things = new Set(rows.map(({ kind, key }) => `${kind}/${key}`));
	for (const thing of things)
		await record(ctx, {
			verb: 'text.translated',
			subjectId: `${locale}/${thing}`,
			details: { key: `${locale}/${thing}` }
		});
}

/** Takes a former text again, for the wording that stands there now. NotFound: there is none. Stale. */
export async function take(
	ctx: Ctx,
	{ locale, kind, key }: { locale: Language; kind: Kind; key: string },
	{ number, seen }: { number: number; seen?: string }
): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const now = await one(ctx, locale, kind, key);
		expectSeen('translation', seen, stateOfForm(now.texts));
		const former = found(await store.byNumber(ctx.db, number), 'translation');
		if (former.locale !== locale || former.kind !== kind || former.key !== key) throw new NotFound('translation');
		const same = now.texts.filter(({ part }) => part === former.part);
		const pair = found(same.find(({ german }) => german === former.german) ?? same[0], 'text');
		// Checked was what was said of that wording, and of no other.
		const checked = pair.german === former.german;
		const made: Making = {
			maker: MAKERS.find((one) => one === former.maker) ?? 'machine',
			machine: former.machine,
			checkers: checked ? former.checkers : '',
			checkedOn: checked ? former.checkedOn : null
		};
		if (former.text === (pair.said?.text ?? null) && pair.said && sameMaking(pair.said, made)) return;
		await put(ctx, locale, [{ original: pair, text: former.text, made }]);
	});
}
