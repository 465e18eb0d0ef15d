import { MARK } from '../../moderation/redaction.ts';
import { sentencesOf, type Sentence } from './sentences.ts';

/** Enough for any text people write. One made of nothing but marks has more ways than a server has time. */
const MOST_STEPS = 2_000_000;

/** Where the passage can begin, the nearest to its former place first. */
function startsNear(passage: string, text: string, formerStart: number): number[] {
	const places = Array.from({ length: text.length }, (_, place) => place);
	const possible = places.filter((place) => text[place] === passage[0] || text.startsWith(MARK, place));
	return possible.sort((a, b) => Math.abs(a - formerStart) - Math.abs(b - formerStart));
}

/**
 * Where a passage stands after its contribution was blackened: the stretch of the new text that is the passage, with
 * marks in place of words. The one with most of its words, then the nearest to its former place; null when nothing of it
 * is left to be recognised.
 */
export function followRedaction(passage: string, text: string, formerStart: number): Sentence | null {
	const found: (Sentence & { words: number })[] = [];
	const work = { left: MOST_STEPS };
	for (const starts of startsNear(passage, text, formerStart)) {
		if (work.left <= 0) break;
		const ends = endOf(passage, text, starts, work);
		if (ends === null) continue;
		const stretch = text.slice(starts, ends);
		const words = stretch.replaceAll(MARK, '').trim().length;
		if (words > 0) found.push({ starts, ends, text: stretch, words });
	}
	const away = (one: Sentence) => Math.abs(one.starts - formerStart);
	found.sort((a, b) => b.words - a.words || away(a) - away(b));
	const [best] = found;
	return best ? { starts: best.starts, ends: best.ends, text: best.text } : null;
}

/**
 * Reads on in both at once. `read`: how much of the passage may have been read when the text is read up to here; a mark
 * stands for one sign or more, so there are many ways. The last end is the one where marks swallow least.
 */
function endOf(passage: string, text: string, starts: number, work: { left: number }): number | null {
	let read = new Set([0]);
	let at = starts;
	let end: number | null = null;
	while (at < text.length && read.size > 0 && work.left > 0) {
		work.left -= read.size;
		const mark = text.startsWith(MARK, at);
		read = mark ? beyond(read, passage.length) : nextSign(read, passage, text[at]);
		at += mark ? MARK.length : 1;
		if (read.has(passage.length)) end = at;
	}
	return end;
}

function nextSign(read: ReadonlySet<number>, passage: string, sign: string | undefined): Set<number> {
	return new Set([...read].filter((length) => passage[length] === sign).map((length) => length + 1));
}

function beyond(read: ReadonlySet<number>, length: number): Set<number> {
	const least = Math.min(...read) + 1;
	return new Set(Array.from({ length: length - least + 1 }, (_, index) => least + index));
}

export interface Passage {
	text: string;
	starts: number;
	/** Where it was cut, if that is known. */
	cutStarts: number | null;
	cutEnds: number | null;
}

/**
 * Where a blackened passage stands once blackening was taken back: at the place it was cut from, or else the shortest run
 * of sentences that says the same around its marks. null: nowhere.
 */
function followRestoration(passage: Passage, text: string): Sentence | null {
	const sentences = sentencesOf(text);
	const runs = sentences.flatMap(({ starts }, first) =>
		sentences.slice(first).map(({ ends }) => ({ starts, ends, text: text.slice(starts, ends) }))
	);
	const said = aroundMarks(passage.text);
	const cut = runs.find(({ starts, ends }) => starts === passage.cutStarts && ends === passage.cutEnds);
	if (cut && said.test(cut.text)) return cut;
	if (passage.text.replaceAll(MARK, '').trim() === '') return null;
	const away = (one: Sentence) => Math.abs(one.starts - passage.starts);
	const same = runs.filter((run) => said.test(run.text));
	return same.sort((a, b) => a.text.length - b.text.length || away(a) - away(b))[0] ?? null;
}

function aroundMarks(passage: string): RegExp {
	const literal = passage.split(MARK).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
	return new RegExp(`^${literal.join('[^]+?')}$`, 'u');
}

/** Where a passage stands in the text as it is now, whatever was blackened or shown again; null: nothing of it is left. */
export function follow(passage: Passage, text: string): Sentence | null {
	return followRedaction(passage.text, text, passage.starts) ?? followRestoration(passage, text);
}
