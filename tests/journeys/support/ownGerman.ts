import { ourTexts } from '#lib/wording/composedWords.server.ts';
import { missingIn } from '#lib/wording/exchange.server.ts';
import { translationsOf } from '#lib/wording/translations.server.ts';
import type { Translated } from '#lib/texts/locales/locale.ts';

/** A placeholder, a plural or a term, with what stands in it. */
const GAP = /\{(?:[^{}]|\{[^{}]*\})*\}/;
/** Fewer letters than this say nothing of where words come from: of a whole text, of one with gaps in it. */
const FEWEST = { whole: 4, gaps: 12 };

const known = new Map<Translated, RegExp[]>();

/** How a sentence of ours that a language lacks looks on a page of it, where German stands instead. */
function lacking(locale: Translated): RegExp[] {
	const said = new Set(translationsOf(locale).values());
	const german = missingIn(locale).flatMap((key) => ourTexts().get(key) ?? []);
	return german.flatMap((text) => {
		const parts = text.split(GAP);
		const letters = parts.join('').replace(/\P{L}/gu, '').length;
		if (said.has(text) || letters < (parts.length > 1 ? FEWEST.gaps : FEWEST.whole)) return [];
		return [new RegExp(`^${parts.map(escaped).join('.+')}$`, 's')];
	});
}

const escaped = (text: string) => text.trim().replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const read = (text: string) => text.replace(/&(#?\w+);/g, (all, name: string) => ENTITIES[name] ?? all).trim();

/** What this page of a language says in German although it is our own sentence, and neither official nor somebody's words. */
export function ownGerman(locale: Translated, html: string): string[] {
	const sentences = known.get(locale) ?? lacking(locale);
	known.set(locale, sentences);
	const visible = html.replace(/<(script|style|textarea|code)\b[\s\S]*?<\/\1>/g, '');
	const texts = [
		...visible.matchAll(/>([^<>]+)</g),
		...visible.matchAll(/ (?:aria-label|title|alt|placeholder)="([^"]+)"/g)
	];
	const words = new Set(texts.map(([, text = '']) => read(text)).filter((text) => text !== ''));
	return [...words].filter((text) => sentences.some((sentence) => sentence.test(text)));
}
