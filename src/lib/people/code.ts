import { z } from 'zod';

/**
 * Card codes: 16 signs in four groups, e.g. `K7MP-3QXR-9TWA-HC4N`. The alphabet leaves out what is easily mistaken
 * (0 O, 1 I L, 2 Z, 5 S, 8 B, U V). 15 signs of chance are 68 bits; the last is a check sign.
 */
export const ALPHABET = '34679ACDEFGHJKMNPQRTWXY';
export const CODE_LENGTH = 16;
const BASE = ALPHABET.length;

/**
 * ISO 7064-style weighted sum modulo 23. The alphabet's size is prime and the weights differ and are not 0 modulo 23,
 * so every single mistyped sign and every swap of two signs is noticed.
 */
export function checkSign(signs: string): string {
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

/** What people type: lower case, spaces, missing hyphens. Signs outside the alphabet stay and fail the check. */
export function tidyCode(typed: string): string {
	return typed.toUpperCase().replace(/[\s.\-–—_]/g, '');
}

/** Whoever reads 0 or O on a card has misread: neither is printed on any. */
function hasKnownSigns(code: string): boolean {
	return [...code].every((sign) => ALPHABET.includes(sign));
}

export function isWellFormed(code: string): boolean {
	return code.length === CODE_LENGTH && hasKnownSigns(code) && checkSign(code.slice(0, -1)) === code.slice(-1);
}

export const CodeForm = z.object({
	code: z
		.string()
		.transform(tidyCode)
		.refine((code) => code.length > 0, 'codeMissing')
		.refine((code) => code.length === 0 || code.length === CODE_LENGTH, 'codeLength')
		.refine((code) => code.length !== CODE_LENGTH || hasKnownSigns(code), 'codeSign')
		.refine((code) => code.length !== CODE_LENGTH || !hasKnownSigns(code) || isWellFormed(code), 'codeMistyped')
});
