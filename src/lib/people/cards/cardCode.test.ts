import { describe, expect, it } from 'vitest';
import { ALPHABET, CODE_LENGTH, CodeForm, isWellFormed, makeCode, showCode, tidyCode } from './cardCode.ts';

function codes(count: number): string[] {
	let seed = 7;
	const next = (below: number) => {
		seed = (seed * 48271) % 2147483647;
		return seed % below;
	};
	return Array.from({ length: count }, () => makeCode(next));
}

describe('a code', () => {
	it('survives lower case, spaces and missing hyphens', () => {
		for (const code of codes(20)) {
			expect(tidyCode(` ${showCode(code).toLowerCase().replaceAll('-', ' ')} `)).toBe(code);
			expect(isWellFormed(code)).toBe(true);
		}
	});

	const [CODE = ''] = codes(1);
	const shown = showCode(CODE);
	const wide = (text: string) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
	const cyrillic = (text: string) =>
		[...text].map((sign) => 'АСЕНКМРТХУ'.charAt('ACEHKMPTXY'.indexOf(sign)) || sign).join('');
	const greek = (text: string) =>
		[...text].map((sign) => 'ΑΕΗΚΜΝΡΤΧΥ'.charAt('AEHKMNPTXY'.indexOf(sign)) || sign).join('');

	it.each([
		['signs nobody sees', `\u200B${shown.split('').join('\u200B')}\uFEFF\u00AD`],
		['written wide', wide(shown)],
		['written wide and small', wide(shown.toLowerCase())],
		['with Cyrillic letters', cyrillic(shown)],
		['with small Cyrillic letters', cyrillic(shown).toLowerCase()],
		['with Greek letters', greek(shown)],
		['with Arabic digits', shown.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)))],
		[
			'with every kind of dash and space',
			shown.replace('-', '‐').replace('-', '―\u00A0').replace('-', '\u2009−\u202F')
		],
		['with dots, slashes, commas', shown.replace('-', '.').replace('-', '/').replace('-', ', ')],
		['after »Code:«', `Code: ${shown}`],
		['after »Code:« without a space', `Code:${CODE}`],
		['in a sentence', `Mein Code ist ${shown}, danke!`],
		['in a sentence, in one piece', `mein code ist ${CODE.toLowerCase()}. Viele Grüße`],
		['in a sentence, sign by sign', `Code: ${CODE.split('').join(' ')}`],
		['in Ukrainian', `Мій код: ${cyrillic(shown)}`],
		['between quotes and line ends', `»${shown}«\r\n`]
	])('is understood %s', (_, typed) => expect(CodeForm.parse({ code: typed })).toEqual({ code: CODE }));

	it.each([
		['K7MP-3QXR-9TWA-HC4', ['codeLength', { facts: { count: 15 } }]],
		['K7MP-3QXR-9OWA-HC4N', ['codeSign', { facts: { sign: 'O', place: 10 } }]],
		['K7MP-3QXR-9ОWA-HC4N', ['codeSign', { facts: { sign: 'O', place: 10 } }]],
		['Code: K7MP-3QXR-9TЮA-HC4N', ['codeSign', { facts: { sign: 'Ю', place: 11 } }]],
		['  ', ['codeMissing', undefined]],
		['\u200B', ['codeMissing', undefined]]
	])('says what is wrong with »%s«', (typed, flaw) => {
		const issues = CodeForm.safeParse({ code: typed }).error?.issues ?? [];
		expect(issues.map((issue) => [issue.message, issue.code === 'custom' ? issue.params : null])).toEqual([flaw]);
	});

	it('is looked for in a moment, whatever is pasted', () => {
		const started = performance.now();
		for (const part of ['A ', 'A', 'K7MP-', '\u200B', 'Ｋ ']) CodeForm.safeParse({ code: part.repeat(100_000) });
		expect(performance.now() - started).toBeLessThan(500);
	});

	it('notices every single mistyped sign', () => {
		for (const code of codes(5)) {
			for (let at = 0; at < CODE_LENGTH; at++) {
				for (const sign of ALPHABET) {
					if (sign === code[at]) continue;
					expect(isWellFormed(code.slice(0, at) + sign + code.slice(at + 1))).toBe(false);
				}
			}
		}
	});

	it('notices every swap of two different neighbours', () => {
		for (const code of codes(50)) {
			for (let at = 0; at + 1 < CODE_LENGTH; at++) {
				const [one, two] = [code.charAt(at), code.charAt(at + 1)];
				if (one === two) continue;
				expect(isWellFormed(code.slice(0, at) + two + one + code.slice(at + 2))).toBe(false);
			}
		}
	});
});
