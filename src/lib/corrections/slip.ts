import { compareWords } from '../strategy/diff/wordDiff.ts';

/** Of a passage of any length so many words may change at least, and so many at most. */
const LEAST = 3;
const MOST = 12;
const SHARE = 0.1;

const wordsIn = (text: string) => text.match(/[\p{L}\p{N}\p{M}]+/gu)?.length ?? 0;

export interface Slip {
	/** Words that go or come, whichever are more. */
	changed: number;
	allowed: number;
}

/**
 * How much of a passage a correction changes, and how much a slip of the pen may be: a tenth of its words, yet three in
 * the shortest and twelve in the longest. Signs between words count for nothing.
 */
export function slipOf(old: string, text: string): Slip {
	let [gone, come] = [0, 0];
	for (const { kind, text: words } of compareWords(old, text)) {
		if (kind === 'removed') gone += wordsIn(words);
		if (kind === 'added') come += wordsIn(words);
	}
	const allowed = Math.min(MOST, Math.max(LEAST, Math.floor(wordsIn(old) * SHARE)));
	return { changed: Math.max(gone, come), allowed };
}
