/** Places where a word may break, and joiners: no part of the word. */
const UNSEEN = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;

/**
 * Text as search sees it: lower case, umlauts written out, accents dropped. Both what is stored and what is asked go
 * through here, so `Bürgerbüro`, `buergerbuero` and `BÜRGERBÜRO` are the same on both databases, and so is a `Bürgerbüro`
 * from a Mac (an umlaut of two signs) or a PDF (ligatures, places to break a word that nobody sees).
 */
export function fold(text: string): string {
	return text
		.normalize('NFKC')
		.replace(UNSEEN, '')
		.toLowerCase()
		.replaceAll('ä', 'ae')
		.replaceAll('ö', 'oe')
		.replaceAll('ü', 'ue')
		.replaceAll('ß', 'ss')
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

const ENDINGS = /(ungen|innen|ern|en|er|es|in|e|n|s)$/;
const LONG_ENOUGH_TO_CUT = 6;
const SHORTEST_STEM = 4;
/** Trigram indexes know nothing shorter. */
const SHORTEST_PART = 3;
const MOST_PARTS = 8;

/**
 * The parts of words that must all occur. Long words lose their ending (`Wohnungen` also finds `Wohnung`), and since
 * parts match anywhere in a word, `armut` finds `Kinderarmut`.
 */
export function searchParts(asked: string): string[] {
	const words = fold(asked)
		.split(' ')
		.filter((word) => word.length >= SHORTEST_PART);
	return [...new Set(words.map(stem))].slice(0, MOST_PARTS);
}

function stem(word: string): string {
	if (word.length < LONG_ENOUGH_TO_CUT) return word;
	const cut = word.endsWith('ungen') ? word.slice(0, -2) : word.replace(ENDINGS, '');
	return cut.length >= SHORTEST_STEM ? cut : word;
}
