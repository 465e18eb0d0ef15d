import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { csv } from './csv.ts';

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

	it.each(['=1+1', '+49 211', '-2', '@SUM(A1)', '\t=1', ' =1', '=HYPERLINK("https://böse.example","Klick")'])(
		'does not let %s become a formula',
		(words) => {
			expect(read(csv(['x'], [[words]]))[1]).toEqual([`'${words}`]);
		}
	);

	it('leaves our numbers as they are', () => {
		expect(csv(['x'], [[-3]])).toContain('\r\n-3\r\n');
	});
});
