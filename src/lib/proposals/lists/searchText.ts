/** Places where a word may break, and joiners: no part of the word. */
const UNSEEN = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;

/**
 * Letters that stand for one another, in what people type and in how they write: forms of alef and yeh lose their hamza
 * with the accents. Ukrainian і and Russian и are two letters and stay so.
 */
const FORMS: ReadonlyMap<string, string> = new Map([
	...([
		['ٱ', 'ا'],
		['ة', 'ه'],
		['ى', 'ي'],
		['ی', 'ي'],
		['ک', 'ك'],
		['ء', ''],
		['ـ', '']
	] as const),
	...[...'٠١٢٣٤٥٦٧٨٩'].map((digit, value) => [digit, String(value)] as const),
	...[...'۰۱۲۳۴۵۶۷۸۹'].map((digit, value) => [digit, String(value)] as const),
	...([
		['ı', 'i'],
		['ł', 'l'],
		['đ', 'd']
	] as const)
]);
const ANY_FORM = new RegExp(`[${[...FORMS.keys()].join('')}]`, 'gu');

/**
 * Text as search sees it: lower case, umlauts written out, accents dropped, forms of a letter as one. Both what is stored and what is asked go
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
		.replace(ANY_FORM, (form) => FORMS.get(form) ?? form)
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
 * parts match anywhere in a word, `haus` finds `Krankenhaus`.
 */
export function searchParts(asked: string): string[] {
	const words = fold(asked)
		.split(' ')
		.filter((word) => word.length >= SHORTEST_PART);
	return [...new Set(words.map(stem))].slice(0, MOST_PARTS);
}

/** »Das«, »und das«, »mit dem«, »für das«: Arabic writes them as a part of the word. */
const ARTICLE = /^(?:[وف]?[بك]?ال|لل)(?=\p{Script=Arabic}{3})/u;

function stem(word: string): string {
	if (ARTICLE.test(word)) return word.replace(ARTICLE, '');
	if (word.length < LONG_ENOUGH_TO_CUT) return word;
	const cut = word.endsWith('ungen') ? word.slice(0, -2) : word.replace(ENDINGS, '');
	return cut.length >= SHORTEST_STEM ? cut : word;
}
