import { IntlMessageFormat } from 'intl-messageformat';
import { ourTexts } from '#lib/wording/composedWords.server.ts';
import { missingIn } from '#lib/wording/exchange.server.ts';
import { translationsOf } from '#lib/wording/translations.server.ts';
import type { Translated } from '#lib/texts/locales/locale.ts';

/** As the parser of messages numbers plain text. */
const LITERAL = 0;
type Part = ReturnType<IntlMessageFormat['getAst']>[number];
/** Fewer letters than this say nothing of where words come from: of a whole text, of one with gaps in it. */
const FEWEST = { whole: 4, gaps: 12 };

interface Sentences {
	lacking: RegExp[];
	said: RegExp[];
}
const known = new Map<Translated, Sentences>();

/** How a sentence looks on a page, with anything in its gaps; null: it is too short to be known by. */
function looks(text: string): RegExp | null {
	const parts = new IntlMessageFormat(text.replace(TERM, '{term}'), 'de', undefined, { ignoreTag: true }).getAst();
	const letters = wordsOf(parts).replace(/\P{L}/gu, '').length;
	if (letters < (parts.length > 1 ? FEWEST.gaps : FEWEST.whole)) return null;
	return new RegExp(`^${sourceOf(parts).trim()}$`, 's');
}

/** A word of the process: the parser knows none. */
const TERM = /\{-[^{}]*\}/g;

/** Of a plural or a choice among words. */
const optionsOf = (part: Part): Part[][] =>
	'options' in part ? Object.values(part.options).map(({ value }) => value) : [];
const isLiteral = (part: Part): part is Part & { value: string } => part.type === LITERAL;

const wordsOf = (parts: readonly Part[]): string =>
	parts.map((part) => (isLiteral(part) ? part.value : optionsOf(part).map(wordsOf).join(''))).join('');

/** Each form of a plural is one of several ways to go on; what is filled in may be anything. */
function sourceOf(parts: readonly Part[]): string {
	return parts
		.map((part) => {
			if (isLiteral(part)) return escaped(part.value);
			const options = optionsOf(part);
			return options.length > 0 ? `(?:${options.map(sourceOf).join('|')})` : '.+';
		})
		.join('');
}

/** What the workshop says in both languages in other words, by its German: whole, and with gaps. */
function germanOf(locale: Translated): { whole: Set<string>; gaps: RegExp[] } {
	const others = [...translationsOf(locale)].flatMap(([key, text]) => {
		const german = ourTexts().get(key) ?? '';
		return isSentence(key) && german !== text ? [german] : [];
	});
	const english = new Set(translationsOf(locale).values());
	const [gaps, whole] = [others.filter((one) => one.includes('{')), others.filter((one) => !one.includes('{'))];
	const long = whole.filter((one) => one.replace(/\P{L}/gu, '').length >= FEWEST.whole && !english.has(one));
	return { whole: new Set(long), gaps: gaps.flatMap((one) => looks(one) ?? []) };
}
const translated = new Map<Translated, ReturnType<typeof germanOf>>();

/** What a page says in German although the language has words for it. What says by itself that it is German is meant. */
export function forgottenGerman(locale: Translated, html: string): string[] {
	const { whole, gaps } = translated.get(locale) ?? germanOf(locale);
	translated.set(locale, { whole, gaps });
	const said = textsOn(html.replace(/<(\w+)\b[^>]* lang="de"[^>]*>[\s\S]*?<\/\1>/g, ''));
	return said.filter((text) => whole.has(text) || gaps.some((sentence) => sentence.test(text)));
}

/** Sentences of ours that a language lacks, so that German stands there, and those it has: easy German is German, too. */
function sentencesOf(locale: Translated): Sentences {
	const german = missingIn(locale).filter(isSentence);
	const said = [...translationsOf(locale)].filter(([key]) => isSentence(key));
	return {
		lacking: german.flatMap((key) => looks(ourTexts().get(key) ?? '') ?? []),
		said: said.flatMap(([, text]) => looks(text) ?? [])
	};
}

/** Fixed pages are whole texts, and no messages. */
const isSentence = (key: string) => !key.startsWith('page:');

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const read = (text: string) => text.replace(/&(#?\w+);/g, (all, name: string) => ENTITIES[name] ?? all).trim();

/** What this page of a language says in German although it is our own sentence, and neither official nor somebody's words. */
export function ownGerman(locale: Translated, html: string): string[] {
	const { lacking, said } = known.get(locale) ?? sentencesOf(locale);
	known.set(locale, { lacking, said });
	const isOne = (sentences: readonly RegExp[], text: string) => sentences.some((sentence) => sentence.test(text));
	return textsOn(html).filter((text) => isOne(lacking, text) && !isOne(said, text));
}

/** Each text and each name of an element, once. */
function textsOn(html: string): string[] {
	const visible = html.replace(/<(script|style|textarea|code)\b[\s\S]*?<\/\1>/g, '');
	const texts = [
		...visible.matchAll(/>([^<>]+)</g),
		...visible.matchAll(/ (?:aria-label|title|alt|placeholder)="([^"]+)"/g)
	];
	return [...new Set(texts.map(([, text = '']) => read(text)).filter((text) => text !== ''))];
}
