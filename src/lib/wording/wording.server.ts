import { AsyncLocalStorage } from 'node:async_hooks';
import { expectSeen } from '../editState.ts';
import { currentProfile } from '../profile/current.ts';
import { TERMS, type Terms } from '../profile/words/term.ts';
import { germanProfile, profileIn } from '../profile/words/profileText.ts';
import { withProfile } from '../profile/profile.server.ts';
import type { Ctx } from '../server/ctx.ts';
import { transaction } from '../server/db/transaction.ts';
import { record } from '../server/journal/journal.server.ts';
import { newestState } from '../server/db/newestState.ts';
import { german } from '../texts/catalogue.ts';
import notes from '../texts/notes.json' with { type: 'json' };
import { message, placeholders } from '../texts/message.ts';
import { staffName } from '../texts/names.ts';
import { parsePage, type FixedPage } from '../texts/pages/page.ts';
import { fallBackOnWords, lookUpWordsBy, type Words } from '../texts/current.ts';
import { isLocale, type Locale } from '../texts/locales/locale.ts';
import { isTranslatable, withTerms, type TextKey } from '../texts/words.ts';
import { NotFound, obey, type Verdict } from '../verdict.ts';
import {
	composedWords,
	NO_OVERRIDES,
	ourTexts,
	shippedText,
	termsOf,
	translatedText,
	type Overrides,
	type Texts
} from './composedWords.server.ts';
import * as store from './store.server.ts';
import { isPageKey, mayCount, mayLeaveOut, mayReword, mayStandFor, type WordingInput } from './wording.ts';

const LOCALE = 'de';

const inUse = new AsyncLocalStorage<Words>();
lookUpWordsBy(() => inUse.getStore());
fallBackOnWords(() => composedWords(NO_OVERRIDES, currentProfile(), LOCALE));

/** Its terms are German, whoever edits them. */
const profileHere = () => germanProfile(currentProfile());

/** What stands there when nobody has reworded it: the profile's, else ours. undefined: there is no such text. */
const shipped = (key: TextKey): string | undefined => shippedText(key, profileHere());

/** Of every text, in the order of the catalogues. */
export const keys = (): Iterable<TextKey> => ourTexts().keys();
/** As the catalogue has it. */
export const oursOf = (key: TextKey): string => ourTexts().get(key) ?? '';

/** What is said under each key now, its terms not put in yet. */
export async function textsNow(ctx: Ctx): Promise<(key: TextKey) => string> {
	const overrides = await newestHere(ctx);
	return (key) => overrides.get(key) ?? shipped(key) ?? '';
}

const newest = newestState(store.newestNumber, read);
const newestHere = async (ctx: Ctx, locale: Locale = LOCALE): Promise<Texts> =>
	(await newest(ctx)).value.get(locale) ?? new Map();

async function read(db: Ctx['db'], number: number): Promise<Overrides> {
	if (number === 0) return NO_OVERRIDES;
	const all = new Map<Locale, Map<TextKey, string>>();
	for (const { locale, key, text } of await store.newest(db)) {
		// A text that a later version of the program has no more is nowhere said.
		if (text === null || !isLocale(locale) || !ourTexts().has(key)) continue;
		const texts = all.get(locale) ?? new Map<TextKey, string>();
		all.set(locale, texts.set(key, text));
	}
	return all;
}

type Reader = Pick<Ctx, 'locale' | 'audience'>;

function spokenTo({ locale = LOCALE, audience }: Reader, overrides: Overrides): Words {
	const profile = currentProfile();
	const german = () => composedWords(overrides, germanProfile(profile), LOCALE, audience);
	return { ...composedWords(overrides, profile, locale, audience), german };
}

/** Everything that is said and chosen in `work` is so with the profile and in the operator's words of this moment. */
export async function withWords<T>(ctx: Ctx, work: () => Promise<T>): Promise<T> {
	return withProfile(ctx, async () => inUse.run(spokenTo(ctx, (await newest(ctx)).value), work));
}

/** For what has to be said when nothing can be looked up: as it comes with the program. */
export const withShippedWords = <T>(reader: Reader, work: () => T): T =>
	inUse.run(spokenTo(reader, NO_OVERRIDES), work);

/** A sentence or page that can be said in other words. */
export interface Wording {
	key: TextKey;
	/** As the profile has it, else the catalogue. */
	ours: string;
	/** null: ours holds. */
	own: string | null;
	/** What the team goes on reading, where it is spoken to in another way; null: the same as everybody. */
	toTeam: string | null;
	/** Nobody has translated it: German stands there. */
	inGerman: boolean;
}

/** Those that have all these letters in their key or their text, in the order of the catalogues; `changed`: only the operator's own. */
export async function list(
	ctx: Ctx,
	{ search, room, changed, locale = LOCALE }: { search: string; room: string; changed: boolean; locale?: Locale }
): Promise<Wording[]> {
	obey(mayReword(ctx.person));
	const overrides = await newestHere(ctx, locale);
	const wanted = search.toLocaleLowerCase(LOCALE);
	const profile = profileHere();
	return [...ourTexts()].flatMap(([key, original]) => {
		if (locale !== LOCALE && !isTranslatable(key)) return [];
		const own = overrides.get(key) ?? null;
		const text = shippedText(key, profile, locale) ?? original;
		const found = `${key}\n${text}\n${own ?? ''}`.toLocaleLowerCase(LOCALE).includes(wanted);
		const here = room === '' || roomOf(key) === room;
		const inGerman = isInGerman(key, locale, own);
		const said = { key, ours: text, own, toTeam: locale === LOCALE ? toTeam(key) : null, inGerman };
		return found && here && (own !== null || !changed) ? [said] : [];
	});
}

function toTeam(key: TextKey): string | null {
	const { wording, participantWording } = profileHere();
	return Object.hasOwn(participantWording, key) ? (wording[key] ?? oursOf(key)) : null;
}

const isInGerman = (key: TextKey, locale: Locale, own: string | null): boolean =>
	locale !== LOCALE && own === null && translatedText(key, profileHere(), locale) === undefined;

const roomOf = (key: TextKey) => (isPageKey(key) ? 'page' : (key.split('.', 1)[0] ?? ''));
/** The rooms of the catalogue, and `page` for fixed pages. */
export const ROOMS: readonly string[] = ['page', ...Object.keys(german)];

const HISTORY_MAX = 50;

/** One of them, with what was said in its place before. */
export async function one(
	ctx: Ctx,
	key: TextKey,
	locale: Locale = LOCALE
): Promise<Wording & { history: store.Former[] }> {
	obey(mayReword(ctx.person));
	const text = shippedText(key, profileHere(), locale);
	if (text === undefined || (locale !== LOCALE && !isTranslatable(key))) throw new NotFound('text');
	const rows = await store.history(ctx.db, locale, key, HISTORY_MAX);
	const history = rows.map((row) => ({ ...row, by: staffName(row.by) }));
	const own = history[0]?.text ?? null;
	const said = { toTeam: locale === LOCALE ? toTeam(key) : null, inGerman: isInGerman(key, locale, own) };
	return { key, ours: text, own, history, ...said };
}

/** What is said in German now, for whoever says it in another language. */
export const inGermanNow = async (ctx: Ctx, key: TextKey): Promise<string> => (await textsNow(ctx))(key);

/** What a form about it was filled from. */
export const stateOf = ({ own, ours }: Pick<Wording, 'own' | 'ours'>) => ({ text: own ?? ours });

/** Says it in these words from now on; empty, or the same as ours: ours. Refused when it cannot stand there. Stale. */
export async function reword(
	ctx: Ctx,
	key: TextKey,
	{ text, seen }: WordingInput,
	locale: Locale = LOCALE
): Promise<void> {
	await transaction(ctx, async (ctx) => {
		obey(mayReword(ctx.person));
		const now = await one(ctx, key, locale);
		const clean = text.replaceAll('\r\n', '\n').trim();
		const next = clean === '' || clean === now.ours.trim() ? null : clean;
		if (next === now.own) return;
		expectSeen('text', seen, stateOf(now));
		if (next !== null) obey(mayStand(key, next, locale));
		const number = (await store.newestNumber(ctx.db)) + 1;
		const row = { number, locale, key, text: next, savedBy: ctx.person?.id ?? null, savedAt: ctx.now };
		await store.add(ctx.db, row);
		const said = locale === LOCALE ? key : `${locale}/${key}`;
		await record(ctx, { verb: 'text.reworded', subjectId: key, details: { key: said } });
	});
}

/** Refused, as `reword` would: what cannot stand there. */
export const expectToStand = (key: TextKey, text: string): void => void obey(mayStand(key, text));

/** Whether it could be said so. NotFound: there is no such text. */
function mayStand(key: TextKey, text: string, locale: Locale = LOCALE): Verdict {
	const ours = ourTexts().get(key);
	if (ours === undefined) throw new NotFound('text');
	const verdict = mayStandFor(key, ours, text, termsOf(profileIn(locale, profileHere())));
	if (!verdict.ok) return verdict;
	return isPageKey(key) ? mayLeaveOut(ours, text) : mayCount(locale, text);
}

/** What whoever writes it must know: why it is there, and which facts it is told. */
export function aboutText(key: TextKey): { note: string | null; placeholders: string[] } {
	const known: Readonly<Record<string, string>> = notes;
	const names = isPageKey(key) ? [] : placeholders(withTerms(ourTexts().get(key) ?? '', () => ''));
	return { note: known[key] ?? null, placeholders: names.map((name) => `{${name}}`) };
}

/** What a plural is shown with. */
const COUNTS = [0, 1, 5];

/** How a text would look, if it can stand there: a page, or the sentence with its placeholders, a plural with several numbers. */
export async function preview(
	ctx: Ctx,
	key: TextKey,
	text: string,
	locale: Locale = LOCALE
): Promise<{ page: FixedPage | null; sentences: string[] }> {
	obey(mayReword(ctx.person));
	const clean = text.replaceAll('\r\n', '\n').trim() || (shippedText(key, profileHere(), locale) ?? '');
	obey(mayStand(key, clean, locale));
	const said = withTerms(clean, termsOf(profileIn(locale, profileHere())));
	if (isPageKey(key)) return { page: parsePage(said), sentences: [] };
	const sentences = COUNTS.map((count) => message(locale, said, said.includes('{count, plural') ? { count } : {}));
	return { page: null, sentences: [...new Set(sentences)] };
}

/** Every sentence as it is said now, its terms not put in yet. */
async function sentences(ctx: Ctx): Promise<string[]> {
	const said = await textsNow(ctx);
	return [...keys()].flatMap((key) => (isPageKey(key) ? [] : [said(key)]));
}

/** Terms that no sentence and no page names now: whoever words them anew may still use them. */
export async function unusedTerms(ctx: Ctx): Promise<(typeof TERMS)[number][]> {
	obey(mayReword(ctx.person));
	const said = await textsNow(ctx);
	const all = [...keys()].map(said).join('\n').toLowerCase();
	return TERMS.filter((term) => !all.includes(`{-${term.toLowerCase()}`));
}

/** So many sentences are shown of those that would be others. */
const SHOWN_MAX = 10;

/** Which sentences would be others with these terms: how many, and of each changed term some that need no facts. */
export async function previewTerms(
	ctx: Ctx,
	terms: Terms
): Promise<{ count: number; sentences: { before: string; after: string }[] }> {
	obey(mayReword(ctx.person));
	const profile = profileHere();
	const [now, then] = [termsOf(profile), termsOf({ ...profile, terms })];
	const changed = (await sentences(ctx)).flatMap((text) => {
		const [before, after] = [withTerms(text, now), withTerms(text, then)];
		return before === after ? [] : [{ before, after }];
	});
	// Spread over all rooms: the first ones would all be about signing in.
	const plain = changed.filter(({ before }) => !before.includes('{'));
	const step = Math.max(1, Math.floor(plain.length / SHOWN_MAX));
	return { count: changed.length, sentences: plain.filter((_, at) => at % step === 0).slice(0, SHOWN_MAX) };
}
