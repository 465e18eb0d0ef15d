import { describe, expect, it } from 'vitest';
import { readCode, codeOf } from './code.ts';
import { BODY_MAX, layOut, PAGE } from './layout.ts';

const point = (number: number, body = 'Das Land hilft.') => ({ number, title: `Punkt ${number}`, body });
const many = (count: number, body?: string) => Array.from({ length: count }, (_, at) => point(at + 1, body));

describe('where everything stands on a ballot paper', () => {
	it('every point stands once, in order, above the edge and above the strip', () => {
		for (const body of ['', 'Kurz.', 'wort '.repeat(BODY_MAX / 5), 'x'.repeat(BODY_MAX)]) {
			const pages = layOut(many(30, body));
			expect(pages.flatMap(({ rows }) => rows.map((row) => row.point))).toEqual(many(30).map(({ number }) => number));
			for (const { rows, cut } of pages) {
				expect(rows.length).toBeLessThanOrEqual(10);
				for (const { y, height } of rows) expect(y + height).toBeLessThan(cut ?? PAGE.height - 8);
			}
		}
	});

	it('short points stand ten on a page, and only the first has the strip and the consent', () => {
		const pages = layOut(many(30));
		expect(pages.slice(1).map(({ rows }) => rows.length)).toEqual([10, 10]);
		expect(pages.map(({ cut, consent }) => [cut !== null, consent !== null])).toEqual([
			[true, true],
			[false, false],
			[false, false]
		]);
	});
});

describe('the code of a page', () => {
	it('says which paper, page and version, and no other code says anything', () => {
		const code = { paper: '0190f5b2-1c3d-7e4f-8a9b-0c1d2e3f4a5b', page: 3, version: 12 };
		expect(readCode(codeOf(code))).toEqual(code);
		for (const text of ['', 'https://example.org', 'TS1-ABC-1-1', `${codeOf(code)}-1`])
			expect(readCode(text)).toBeNull();
	});
});
