import { describe, expect, it } from 'vitest';
import { german } from './catalogue.ts';
import { message, placeholders } from './message.ts';
import { withTerms } from './words.ts';

const TEXTS = '{count, plural, =0 {nichts} one {1 Text} other {{count} Texte von {name}}}';

describe('an ICU message', () => {
	it.each<[sentence: string, facts: Record<string, string | number>, said: string]>([
		['Guten Tag.', {}, 'Guten Tag.'],
		['bis {until}', { until: 'Montag' }, 'bis Montag'],
		[TEXTS, { count: 0, name: 'A' }, 'nichts'],
		[TEXTS, { count: 1, name: 'A' }, '1 Text'],
		[TEXTS, { count: 2_000, name: 'A' }, '2000 Texte von A'],
		['{a} und {a}', { a: '{b} <b>fett</b>' }, '{b} <b>fett</b> und {b} <b>fett</b>'],
		['bis {until}', {}, 'bis {until}'],
		['eine { Klammer', {}, 'eine { Klammer']
	])('%s with %o', (sentence, facts, said) => {
		expect(message('de', sentence, facts)).toBe(said);
	});

	it('has the plurals of its language', () => {
		const polish = '{count, plural, one {# tekst} few {# teksty} many {# tekstów} other {# tekstu}}';
		expect([1, 3, 5].map((count) => message('pl', polish, { count }))).toEqual(['1 tekst', '3 teksty', '5 tekstów']);
	});

	it('names what it needs to be told', () => {
		expect(placeholders(TEXTS)).toEqual(['count', 'name']);
	});
});

function leaves(value: unknown, path: string): [path: string, sentence: string][] {
	if (typeof value === 'string') return [[path, value]];
	if (value === null || typeof value !== 'object') return [];
	return Object.entries(value).flatMap(([key, one]) => leaves(one, `${path}.${key}`));
}

it('every sentence of the source can be said', () => {
	const broken = leaves(german, 't').filter(([, text]) => {
		const sentence = withTerms(text, () => 'X');
		try {
			return message('de', sentence, Object.fromEntries(placeholders(sentence).map((name) => [name, 7]))).includes('{');
		} catch {
			return true;
		}
	});
	expect(broken).toEqual([]);
});
