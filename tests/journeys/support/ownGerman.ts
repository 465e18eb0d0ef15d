import { ourTexts } from '#lib/wording/composedWords.server.ts';
import { missingIn } from '#lib/wording/exchange.server.ts';
import { translationsOf } from '#lib/wording/translations.server.ts';
import type { Translated } from '#lib/texts/locales/locale.ts';

/** A placeholder, a plural or a term, with what stands in it. */
const GAP = /\{(?:[^{}]|\{[^{}]*\})*\}/;
/** Fewer letters than this say nothing of where words come from: of a whole text, of one with gaps in it. */
const FEWEST = { whole: 4, gaps: 12 };

interface Sentences {
	lacking: RegExp[];
	said: RegExp[];
}
const known = new Map<Translated, Sentences>();

/** How a sentence looks on a page, with anything in its gaps; null: it is too short to be known by. */
function looks(text: string): RegExp | null {
	const parts = text.split(GAP);
	const letters = parts.join('').replace(/\P{L}/gu, '').length;
	if (letters < (parts.length > 1 ? FEWEST.gaps : FEWEST.whole)) return null;
	return new RegExp(`^${parts.map(escaped).join('.+')}$`, 's');
}

/** Sentences of ours that a language lacks, so that German stands there, and those it has: easy German is German, too. */
function sentencesOf(locale: Translated): Sentences {
	const german = missingIn(locale).flatMap((key) => ourTexts().get(key) ?? []);
	const said = [...translationsOf(locale).values()];
	return { lacking: german.flatMap((text) => looks(text) ?? []), said: said.flatMap((text) => looks(text) ?? []) };
}

const escaped = (text: string) => text.trim().replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const read = (text: string) => text.replace(/&(#?\w+);/g, (all, name: string) => ENTITIES[name] ?? all).trim();

/** What this page of a language says in German although it is our own sentence, and neither official nor somebody's words. */
export function ownGerman(locale: Translated, html: string): string[] {
	const { lacking, said } = known.get(locale) ?? sentencesOf(locale);
	known.set(locale, { lacking, said });
	const visible = html.replace(/<(script|style|textarea|code)\b[\s\S]*?<\/\1>/g, '');
	const texts = [
		...visible.matchAll(/>([^<>]+)</g),
		...visible.matchAll(/ (?:aria-label|title|alt|placeholder)="([^"]+)"/g)
	];
	const words = new Set(texts.map(([, text = '']) => read(text)).filter((text) => text !== ''));
	const isOne = (sentences: readonly RegExp[], text: string) => sentences.some((sentence) => sentence.test(text));
	return [...words].filter((text) => isOne(lacking, text) && !isOne(said, text));
}
