import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, fates, summary, type Comparable } from './pointChanges.ts';
import type { Part } from '../diff/diffParts.ts';
import { compareMarkdown, compareWords } from '../diff/wordDiff.ts';

const without = (parts: readonly Part[], kind: Part['kind']) =>
	parts
		.filter((part) => part.kind !== kind)
		.map((part) => part.text)
		.join('');

const marked = (before: string, after: string) =>
	compareWords(before, after)
		.map(({ kind, text }) => ({ same: text, added: `+[${text}]`, removed: `-[${text}]` })[kind])
		.join('');

describe('two wordings', () => {
	const text = fc.oneof(
		fc.string({ unit: 'grapheme', maxLength: 200 }),
		fc
			.array(fc.constantFrom('Land', 'Amt', 'für', ' ', ' ', ',', '\n\n', '**', 'ä', '€'), { maxLength: 150 })
			.map((w) => w.join(''))
	);

	it('give back the old and the new text, to the character', () => {
		fc.assert(
			fc.property(text, text, (before, after) => {
				const parts = compareWords(before, after);
				expect(without(parts, 'added')).toBe(before.normalize('NFC'));
				expect(without(parts, 'removed')).toBe(after.normalize('NFC'));
				expect(parts.every((part) => part.text !== '')).toBe(true);
			}),
			{ numRuns: 500 }
		);
	});

	it('are compared by whole words', () => {
		expect(marked('Das Land zahlt bis 2028 mit.', 'Das Land zahlt bis 2030 mit.')).toBe(
			'Das Land zahlt bis -[2028]+[2030] mit.'
		);
	});

	it('are the same, however their umlauts are stored', () => {
		expect(marked('Müll für alle'.normalize('NFD'), 'Müll für Kinder')).toBe('Müll für -[alle]+[Kinder]');
		expect(
			summary(fates([point(1, { body: 'Wärme' })], [point(1, { body: 'Wärme'.normalize('NFD') })]).values())
		).toMatchObject({ unchanged: 1 });
	});

	it('are not chopped where a space between two changes is the same', () => {
		expect(marked('eine alte Stelle', 'viele neue Stellen')).toBe('-[eine alte Stelle]+[viele neue Stellen]');
	});

	it('let a sentence that was put in begin after the full stop', () => {
		expect(marked('Wir helfen.', 'Wir helfen. Das Land zahlt.')).toBe('Wir helfen.+[ Das Land zahlt.]');
		expect(marked('Er berät das Amt.', 'Er trifft sich mit dem Amt.')).toBe(
			'Er -[berät das]+[trifft sich mit dem] Amt.'
		);
	});

	it('are compared as people read them, unless only the signs have changed', () => {
		const told = (before: string, after: string) => compareMarkdown(before, after).map((part) => part.text);
		expect(told('## Der **Rat** tagt', 'Der **Rat** tagt oft')).toEqual(['Der Rat tagt', ' oft']);
		expect(told('Der Rat', 'Der **Rat**')).toEqual(['Der ', '**', 'Rat', '**']);
		expect(told('Name: ____ (Helfer**innen)', 'Name: ____ (Helfer**innen) hier')).toEqual([
			'Name: ____ (Helfer**innen)',
			' hier'
		]);
	});

	it('that share next to nothing stand one after the other', () => {
		const many = (word: string) => Array.from({ length: 120 }, (_, i) => `${word}${i}`).join(' ');
		expect(compareWords(many('alt'), many('neu')).map((part) => part.kind)).toEqual(['removed', 'added']);
	});

	it('of a large version are compared fast', () => {
		const words = Array.from({ length: 400 }, (_, i) => `Wort${i}`);
		const body = (seed: number) => Array.from({ length: 200 }, (_, i) => words[(i * 7 + seed * 13) % 400]);
		const before = Array.from({ length: 200 }, (_, i) => point(i, { body: body(i).join(' ') }));
		const after = before.map((one, i) =>
			// Every second point has one word in twenty changed.
			i % 2
				? one
				: {
						...one,
						body: body(i)
							.map((word, j) => (j % 20 ? word : 'anders'))
							.join(' ')
					}
		);
		compare(before, after);
		const started = performance.now();
		compare(before, after);
		expect(performance.now() - started).toBeLessThan(1_000);
	});
});

const point = (number: number, more: Partial<Comparable> = {}): Comparable => ({
	pointId: `p${number}`,
	number,
	field: 'Wohnen',
	title: `Punkt ${number}`,
	body: 'Wir bauen.',
	...more
});

describe('two versions', () => {
	const fateList = (before: Comparable[], after: Comparable[]) =>
		compare(before, after).map((change) => `${change.number} ${change.fate}`);

	it('differ by what became of every point', () => {
		const before = [point(1), point(2), point(3)];
		const after = [point(1), point(3, { body: 'Wir bauen viel.' }), point(4)];
		expect(fateList(before, after)).toEqual(['1 unchanged', '3 reworded', '4 new', '2 dropped']);
		expect(summary(fates(before, after).values())).toEqual({
			new: 1,
			reworded: 1,
			split: 0,
			merged: 0,
			dropped: 1,
			moved: 0,
			unchanged: 1
		});
	});

	it('a point carried to the top is one move', () => {
		const [a, b, c, d] = [point(1), point(2), point(3), point(4)];
		expect(fateList([a, b, c, d], [d, a, b, c])).toEqual(['4 moved', '1 unchanged', '2 unchanged', '3 unchanged']);
	});

	it('a point in another field has moved and says from where', () => {
		const [change] = compare([point(1)], [point(1, { field: 'Zugang' })]);
		expect(change).toMatchObject({ fate: 'moved', field: 'Zugang', formerField: 'Wohnen' });
	});

	it('a new or dropped point among them is nobody’s move', () => {
		const [a, b, c] = [point(1), point(2), point(3)];
		expect(fateList([a, b], [c, a, b])).toEqual(['3 new', '1 unchanged', '2 unchanged']);
	});

	it('agree about fates, whichever way they are asked', () => {
		const order = fc.shuffledSubarray(Array.from({ length: 12 }, (_, i) => point(i)));
		fc.assert(
			fc.property(order, order, (before, after) => {
				const byPoint = new Map(compare(before, after).map((change) => [change.pointId, change.fate]));
				expect(new Map([...fates(before, after)].sort())).toEqual(new Map([...byPoint].sort()));
			})
		);
	});
});
