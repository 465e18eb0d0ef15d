import { describe, expect, it } from 'vitest';
import { ALPHABET, CODE_LENGTH, isWellFormed, makeCode, showCode, tidyCode } from './code.ts';

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
