/** Friendly, ungendered and without a hint at origin: a colour-like word, something from nature, a number. */
const FIRST = [
	'Blaue',
	'Rote',
	'Grüne',
	'Gelbe',
	'Helle',
	'Stille',
	'Kleine',
	'Große',
	'Frühe',
	'Späte',
	'Warme',
	'Klare',
	'Wache',
	'Leise',
	'Bunte',
	'Weite'
] as const;
const SECOND = [
	'Amsel',
	'Birke',
	'Distel',
	'Eiche',
	'Feder',
	'Glocke',
	'Hecke',
	'Insel',
	'Kastanie',
	'Lerche',
	'Mühle',
	'Nelke',
	'Quelle',
	'Rose',
	'Schwalbe',
	'Tanne',
	'Ulme',
	'Weide',
	'Wiese',
	'Wolke'
] as const;

/** `dice()` returns a number in [0, 1). */
export function makePseudonym(dice: () => number = Math.random): string {
	const pick = (words: readonly string[]) => words[Math.floor(dice() * words.length)] ?? '';
	return `${pick(FIRST)} ${pick(SECOND)} ${10 + Math.floor(dice() * 90)}`;
}
