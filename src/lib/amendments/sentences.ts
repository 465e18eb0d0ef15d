import { diffArrays } from 'diff';
import { ABBREVIATIONS } from '../texts/abbreviations.ts';

/** A sentence, or a line of a list, and the white space behind it. */
export interface Sentence {
	text: string;
	gap: string;
}

/** A dot after these ends no sentence: single letters ("z. B."), ordinals ("1. Mai"), short forms. */
function isShort(word: string): boolean {
	const letters = /^\(?(?:\p{L}\.)*(\p{L}+|\d+)\.$/u.exec(word)?.[1] ?? '';
	return letters.length === 1 || /^\d/.test(letters) || ABBREVIATIONS.has(letters.toLowerCase());
}

const END = /[.!?…]["»“”’)*_]*$/;

function ends(word: string, gap: string, next: string): boolean {
	if (gap.includes('\n')) return true;
	return END.test(word) && !isShort(word) && !/^\p{Ll}/u.test(next);
}

export function sentences(text: string): Sentence[] {
	const tokens = text.match(/\S+\s*/g) ?? [];
	const found: Sentence[] = [];
	let begun = '';
	for (const [index, token] of tokens.entries()) {
		const word = token.trimEnd();
		const gap = token.slice(word.length);
		begun += word;
		if (index === tokens.length - 1 || ends(word, gap, tokens[index + 1] ?? '')) {
			found.push({ text: begun, gap });
			begun = '';
		} else begun += gap;
	}
	return found;
}

/** White space at the joints is mended: none is lost between two sentences, none left at the end. */
export function joined(all: readonly Sentence[]): string {
	return all.map(({ text, gap }, index) => (index === all.length - 1 ? text : text + (gap || ' '))).join('');
}

/** `old[from..to)` is replaced by these sentences; `lead` is the white space in front of them, null at the beginning. */
export interface Hunk {
	from: number;
	to: number;
	sentences: Sentence[];
	lead: string | null;
}

/** What one text does to the other, sentence by sentence. White space alone is no change. */
export function hunks(old: readonly Sentence[], young: readonly Sentence[]): Hunk[] {
	const texts = (all: readonly Sentence[]) => all.map(({ text }) => text);
	const found: Hunk[] = [];
	let [here, there] = [0, 0];
	let open: Hunk | null = null;
	for (const { added, removed, count } of diffArrays(texts(old), texts(young))) {
		if (!added && !removed) {
			here += count;
			there += count;
			open = null;
			continue;
		}
		if (!open) found.push((open = { from: here, to: here, sentences: [], lead: young[there - 1]?.gap ?? null }));
		if (removed) open.to = here += count;
		else open.sentences.push(...young.slice(there, (there += count)));
	}
	return found;
}

/** Whether both change the same sentences, or put theirs in at the same place: one cannot have both. */
export function touch(one: Hunk, other: Hunk): boolean {
	return one.from === other.from || (one.from < other.to && other.from < one.to);
}
