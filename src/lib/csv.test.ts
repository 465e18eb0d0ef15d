import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { csv, protectedCell, unprotected } from './csv.ts';

const read = (text: string) => parse(text, { bom: true, delimiter: ';' });

describe('a table for spreadsheets', () => {
	it('is read back as it was, whatever people write', () => {
		const rows = [
			['Komma, "Zitat"', 'zwei\nZeilen', ''],
			['Semikolon; Ümlaut', 'a\r\nb', '😀']
		];
		const text = csv(['a', 'b', 'c'], rows);
		expect(text.startsWith('\uFEFF')).toBe(true);
		expect(text.endsWith('\r\n')).toBe(true);
		expect(read(text)).toEqual([['a', 'b', 'c'], ...rows]);
	});

	const FRONTS = [
		'',
		' ',
		'\t',
		'\n',
		'\r\n',
		'\v\f',
		'\u00A0',
		'\u2003',
		'\u3000',
		'\u200B',
		'\u200D\u2060',
		'\uFEFF'
	].concat([
		'\u00AD',
		'\u202E',
		'\u2066',
		'\u180E',
		'\u0085',
		'\u0000',
		'\u034F',
		'\uFE0F',
		'\u3164',
		'\u{E0001}',
		'\u0301'
	]);
	const SIGNS = [...'=+-@＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋−'];

	it('lets no sign become a formula, wide or small, behind nothing or behind what nobody sees', () => {
		for (const sign of SIGNS) {
			for (const front of FRONTS) {
				const words = `${front}${sign}HYPERLINK("https://böse.example";"Klick")`;
				expect(read(csv(['x'], [[words]]))[1], JSON.stringify(words)).toEqual([`'${words}`]);
			}
		}
		for (const words of ['\tx', '\rx', '\nx', "'=1", "''+1"]) expect(protectedCell(words)).toBe(`'${words}`);
	});

	it.each(['Miete = Armut', 'a+b', 'E-Mail', "'Zitat'", '*innen', '– Gedankenstrich', '5 - 3', '', '😀=1'])(
		'leaves %j as it is',
		(words) => expect(protectedCell(words)).toBe(words)
	);

	it('gives every text back that was protected', () => {
		const signs = fc.constantFrom(...FRONTS, ...SIGNS, "'", 'a', '"', ';', ' ');
		fc.assert(
			fc.property(
				fc.oneof(
					fc.string({ unit: 'grapheme' }),
					fc.array(signs).map((all) => all.join(''))
				),
				(text) => {
					expect(unprotected(protectedCell(text))).toBe(text);
				}
			)
		);
	});

	it('leaves our numbers as they are', () => {
		expect(csv(['x'], [[-3]])).toContain('\r\n-3\r\n');
	});
});
