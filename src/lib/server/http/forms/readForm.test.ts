import { describe, expect, it } from 'vitest';
import { formValues } from './readForm.ts';

const read = (text: string) => formValues(new URLSearchParams(text));

describe('a form as it comes from a browser', () => {
	const table = [
		['a field is a text, an empty one too', 'a=1&b=', { a: '1', b: '' }],
		['several of one name are a list, in their order', 'a=1&b=x&a=2&a=3', { a: ['1', '2', '3'], b: 'x' }],
		['line ends are plain', 'a=1%0D%0A2%0D3', { a: '1\n2\n3' }],
		['nobody types a zero byte', 'a=1%002', { a: '12' }],
		['nor other control signs, but tabs', 'a=1%01%1F%7F%C2%85%092', { a: '1\t2' }],
		['nor signs that turn the direction of writing', 'a=%E2%80%AEmoc.elpmaxe%E2%80%AC%E2%81%A6', { a: 'moc.elpmaxe' }],
		[
			'writing from right to left stays, emoji too',
			'a=%D8%B3%E2%80%8F %F0%9F%91%A9%E2%80%8D%F0%9F%8D%B3',
			{ a: 'س\u200F 👩‍🍳' }
		]
	] as const;
	it.each(table)('%s', (_, text, values) => {
		expect(read(text)).toEqual(values);
	});

	it('cannot bring anything along that was not typed', () => {
		const values = read('__proto__=a&__proto__=b&constructor=c');
		expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
		expect(Object.keys(values)).toEqual(['__proto__', 'constructor']);
	});

	it('is read in a moment, however many different fields it has', () => {
		const many = new URLSearchParams(Array.from({ length: 30_000 }, (_, index) => [`f${index}`, '']));
		const started = performance.now();
		expect(Object.keys(formValues(many))).toHaveLength(30_000);
		// Field by field it took several seconds.
		expect(performance.now() - started).toBeLessThan(1_500);
	});
});
