import { ABBREVIATIONS } from '../../texts/abbreviations.ts';

/** A stretch of a text, from sign to sign (UTF-16 code units, as JavaScript counts). */
export interface Sentence {
	starts: number;
	ends: number;
	text: string;
}

/** Where a sentence may end. A run of signs is looked at once, from its first sign: dots without end cost no time. */
const END = /(?<![.!?…])[.!?…]+["“”»«)\]]*(?=\s)|\n\s*/gu;

/** No short form is longer, with what stands before it. */
const LOOKS_BACK = 16;

/**
 * A text sentence by sentence, without the white space between them. Everything else of the text is in exactly one of
 * them, so whoever ticks all has the whole text.
 */
export function sentencesOf(text: string): Sentence[] {
	const found: Sentence[] = [];
	let from = 0;
	for (const match of text.matchAll(END)) {
		const end = match.index + match[0].length;
		if (match[0].startsWith('.') && goesOn(text.slice(Math.max(from, end - LOOKS_BACK), end), text.slice(end)))
			continue;
		found.push(...trimmed(text, from, end));
		from = end;
	}
	return [...found, ...trimmed(text, from, text.length)];
}

/** After "z. B." and "3." a sentence goes on, and before a small letter. */
function goesOn(before: string, after: string): boolean {
	const word = /(?:^|[\s(.])(\p{L}+)\.$/u.exec(before)?.[1]?.toLowerCase() ?? '';
	if (word.length === 1 || ABBREVIATIONS.has(word)) return true;
	return /(^|\s)\d{1,3}\.$/.test(before) || /^[^\S\n]*\p{Ll}/u.test(after);
}

function trimmed(text: string, from: number, to: number): Sentence[] {
	const piece = text.slice(from, to);
	const starts = from + (piece.length - piece.trimStart().length);
	const ends = from + piece.trimEnd().length;
	return ends > starts ? [{ starts, ends, text: text.slice(starts, ends) }] : [];
}

/** Ticked sentences that follow each other are one passage. In order of the text, each inside it. */
export function passagesOf(text: string, spans: readonly { starts: number; ends: number }[]): Sentence[] {
	const inside = spans
		.filter(({ starts, ends }) => starts < ends && ends <= text.length)
		.sort((a, b) => a.starts - b.starts);
	const joined: { starts: number; ends: number }[] = [];
	for (const { starts, ends } of inside) {
		const last = joined.at(-1);
		if (last && text.slice(last.ends, starts).trim() === '') last.ends = Math.max(last.ends, ends);
		else joined.push({ starts, ends });
	}
	return joined.flatMap(({ starts, ends }) => trimmed(text, starts, ends));
}
