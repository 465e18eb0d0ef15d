import { z } from 'zod';

/**
 * Card codes: 16 signs in four groups, e.g. `K7MP-3QXR-9TWA-HC4N`. The alphabet leaves out what is easily mistaken
 * (0 O, 1 I L, 2 Z, 5 S, 8 B, U V). 15 signs of chance are 68 bits; the last is a check sign. Whether a code opens anything is
 * asked in `people.server.ts` (enterWithCode) by the rule `mayEnterWithCard` in `batch.ts`.
 */
export const ALPHABET = '34679ACDEFGHJKMNPQRTWXY';
export const CODE_LENGTH = 16;
const BASE = ALPHABET.length;

/**
 * ISO 7064-style weighted sum modulo 23. The alphabet's size is prime and the weights differ and are not 0 modulo 23,
 * so every single mistyped sign and every swap of two signs is noticed.
 */
function checkSign(signs: string): string {
	const sum = [...signs].reduce((total, sign, index) => total + ALPHABET.indexOf(sign) * (index + 2), 0);
	return ALPHABET.charAt(sum % BASE);
}

/** `random(n)` returns a whole number from 0 to n - 1, from a cryptographic source. */
export function makeCode(random: (below: number) => number): string {
	const signs = Array.from({ length: CODE_LENGTH - 1 }, () => ALPHABET.charAt(random(BASE))).join('');
	return signs + checkSign(signs);
}

export function showCode(code: string): string {
	return code.replace(/(.{4})(?=.)/g, '$1-');
}

/** Letters of other keyboards that look like ours: cards are given out to people who write Cyrillic or Greek. */
const LOOK_ALIKES: Readonly<Record<string, string>> = Object.fromEntries(
	[
		['АСЕНКМРТХУЗЈЅІОВ', 'ACEHKMPTXY3JSIOB'],
		['ԚԜҒЧ', 'QWF4'],
		['ΑΕΗΚΜΝΡΤΧΥΙΟΒΖϹϺ', 'AEHKMNPTXYIOBZCM']
	].flatMap(([others = '', ours = '']) => [...others].map((sign, index) => [sign, ours.charAt(index)]))
);
/** Where the ten digits of Arabic, Persian and Hindi begin. */
const ZEROS = [0x660, 0x6f0, 0x966];

function ourSign(sign: string): string {
	const point = sign.codePointAt(0) ?? 0;
	const zero = ZEROS.find((one) => point >= one && point < one + 10);
	return zero === undefined ? (LOOK_ALIKES[sign] ?? sign) : String(point - zero);
}

/** Longer than any sentence with a code in it. */
const MOST_TYPED = 2_000;

/** What is written wide or in circles is plain, what nobody sees is gone, and foreign letters are those they look like. */
function plainSigns(typed: string): string {
	const visible = typed
		.slice(0, MOST_TYPED)
		.normalize('NFKC')
		.replace(/\p{Cf}|\p{M}/gu, '');
	return [...visible.toUpperCase()].map(ourSign).join('');
}

/** What stands between words, put together to the length of a code: "Mein Code ist K7MP-3QXR …, danke". */
function candidates(words: readonly string[]): string[] {
	return words.flatMap((_, from) => {
		let joined = '';
		for (let at = from; at < words.length && joined.length < CODE_LENGTH; at++) joined += words[at];
		return joined.length === CODE_LENGTH ? [joined] : [];
	});
}

/**
 * The code in what people type or paste: lower case, spaces and hyphens of any kind, signs nobody sees, letters of another
 * keyboard, words around it. Signs outside the alphabet stay and fail the check.
 */
export function tidyCode(typed: string): string {
	const words = plainSigns(typed).match(/[\p{L}\p{N}]+/gu) ?? [];
	const all = words.join('');
	if (all.length <= CODE_LENGTH) return all;
	const found = candidates(words);
	// The one with the fewest signs no card has; without a digit it is a sentence.
	const [likeliest] = found.filter((code) => /\d/.test(code)).sort((one, two) => unknownSigns(one) - unknownSigns(two));
	return found.find(isWellFormed) ?? likeliest ?? all;
}

/** Whoever reads 0 or O on a card has misread: neither is printed on any. */
const unknownSigns = (code: string) => [...code].filter((sign) => !ALPHABET.includes(sign)).length;

export function isWellFormed(code: string): boolean {
	return code.length === CODE_LENGTH && unknownSigns(code) === 0 && checkSign(code.slice(0, -1)) === code.slice(-1);
}

/** What is wrong with it, in words that help to find the place; null: nothing. */
function flawOf(code: string): { message: string; params?: { facts: Record<string, string | number> } } | null {
	if (code === '') return { message: 'codeMissing' };
	const place = [...code].findIndex((sign) => !ALPHABET.includes(sign));
	if (code.length !== CODE_LENGTH) return { message: 'codeLength', params: { facts: { count: code.length } } };
	if (place >= 0) return { message: 'codeSign', params: { facts: { sign: code.charAt(place), place: place + 1 } } };
	return isWellFormed(code) ? null : { message: 'codeMistyped' };
}

export const CodeForm = z.object({
	code: z
		.string()
		.transform(tidyCode)
		.superRefine((code, check) => {
			const flaw = flawOf(code);
			if (flaw) check.addIssue({ code: 'custom', ...flaw });
		})
});
