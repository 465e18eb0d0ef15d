/** A stretch of a text, from sign to sign (UTF-16 code units, as JavaScript counts). */
export interface Sentence {
	starts: number;
	ends: number;
	text: string;
}

/** Words that end with a full stop in the middle of a sentence. */
const ABBREVIATIONS =
	/(?:^|[\s(])(?:\p{L}|z\.\s?B|d\.\s?h|u\.\s?a|o\.\s?ä|bzw|ca|etc|evtl|ggf|inkl|max|min|Nr|Str|St|Dr|Prof|usw|vgl|Abs|Art|Bsp|mind|sog|insb)\.$/iu;

/**
 * A text sentence by sentence, without the white space between them. Everything else of the text is in exactly one of
 * them, so whoever ticks all has the whole text.
 */
export function sentencesOf(text: string): Sentence[] {
	const found: Sentence[] = [];
	let from = 0;
	for (const match of text.matchAll(/[.!?…]+["“”»«)\]]*(?=\s)|\n\s*/gu)) {
		const end = match.index + match[0].length;
		if (match[0].startsWith('.') && goesOn(text.slice(from, end), text.slice(end))) continue;
		found.push(...trimmed(text, from, end));
		from = end;
	}
	return [...found, ...trimmed(text, from, text.length)];
}

/** After "z. B." and "3." a sentence goes on, and before a small letter. */
function goesOn(before: string, after: string): boolean {
	return ABBREVIATIONS.test(before) || /(^|\s)\d{1,3}\.$/.test(before) || /^[^\S\n]*\p{Ll}/u.test(after);
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
