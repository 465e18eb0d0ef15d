/**
 * Arabic on paper. A program that reads a PDF takes letters that are drawn as one sign apart in the wrong order, because the
 * script runs from the right; so the font draws none as one (layout.typ). Lam with alef has to be: it has signs of its own
 * for that in Unicode, which every reader takes apart rightly.
 */

/** Alef, with what may stand on it, and lam before it as one sign; behind it the sign that joins the letter before. */
const SIGNS: Readonly<Record<string, readonly [string, string]>> = {
	آ: ['\ufef5', '\ufef6'],
	أ: ['\ufef7', '\ufef8'],
	إ: ['\ufef9', '\ufefa'],
	ا: ['\ufefb', '\ufefc']
};
/** Letters that join what follows them. */
const JOINS = /[ئبتثجحخسشصضطظعغفقكلمنهيىپچکگی]\p{M}*$/u;
const JOINER = '\u200d';

export function withLamAlef(text: string): string {
	if (!text.includes('ل')) return text;
	return text.replace(/ل([اأإآ])/g, (pair, alef: string, at: number, whole: string) => {
		const [alone, joined] = SIGNS[alef] ?? [pair, pair];
		return JOINS.test(whole.slice(0, at)) ? JOINER + joined : alone;
	});
}
