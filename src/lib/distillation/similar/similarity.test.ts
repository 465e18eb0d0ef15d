import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gramsOf } from './grams.ts';
import { NEAR, nearnessOf, SIMILAR, Similarity } from './similarity.ts';

const TEXTS = {
	rent: 'Die Mieten in unserer Straße sind so hoch, dass am Monatsende nichts für Lebensmittel bleibt.',
	rents: 'Unsere Mieten steigen. Am Monatsende bleibt nichts für Lebensmittel. Die Straße ist so teuer.',
	typo: 'Die Mieten in unserer Strasse sind so hoch, das am Monatsende nichts für Lebensmitel bleibt.',
	bus: 'Der Bus ins Krankenhaus fährt am Wochenende nur einmal am Tag und ist dann überfüllt.',
	office: 'Beim Amt wartet man wochenlang auf einen Termin und bekommt dann einen Brief, den niemand versteht.'
};

function index(texts: Readonly<Record<string, string>>): Similarity {
	const made = new Similarity();
	for (const [id, text] of Object.entries(texts)) made.add(id, text);
	made.settle();
	return made;
}

const all = { least: 0, most: 10 };

it.each([
	[1, 'copy'],
	[NEAR, 'copy'],
	[0.79, 'similar'],
	[SIMILAR, 'similar'],
	[0.3, 'partly'],
	[0.1, 'hardly'],
	[0, 'hardly']
])('how near %f is, in words: %s', (score, words) => expect(nearnessOf(score)).toBe(words));

describe('similar texts', () => {
	it('are found first, with typing errors and ss for ß as nearly the same', () => {
		const [first, second, third, ...others] = index(TEXTS).like(TEXTS.rent, all);
		expect([first?.id, second?.id, third?.id]).toEqual(['rent', 'typo', 'rents']);
		expect(first?.score).toBeCloseTo(1, 5);
		expect(second?.score).toBeGreaterThan(NEAR);
		expect(third?.score).toBeGreaterThan(SIMILAR);
		for (const other of others) expect(other.score).toBeLessThan(SIMILAR);
	});

	it('are what the formula says: cosine of counts times 1 + ln((1 + n) / (1 + df))', () => {
		const vectors = Object.values(TEXTS).map(gramsOf);
		const weigh = (grams: ReadonlyMap<number, number>) =>
			new Map(
				[...grams].map(([bucket, count]) => {
					const df = vectors.filter((one) => one.has(bucket)).length;
					return [bucket, count * (1 + Math.log((1 + vectors.length) / (1 + df)))];
				})
			);
		const [one, other] = [weigh(gramsOf(TEXTS.rent)), weigh(gramsOf(TEXTS.rents))];
		const dot = [...one].reduce((sum, [bucket, weight]) => sum + weight * (other.get(bucket) ?? 0), 0);
		const cosine = dot / Math.hypot(...one.values()) / Math.hypot(...other.values());
		const found = index(TEXTS)
			.like(TEXTS.rent, all)
			.find(({ id }) => id === 'rents');
		expect(found?.score).toBeCloseTo(cosine, 5);
	});

	it('are gone when they are removed, and there when they come later, also beyond one block', () => {
		const many = new Similarity();
		for (let number = 0; number < 2_100; number++) many.add(`n${number}`, `Beitrag mit der Nummer ${number * 7919}`);
		many.settle();
		many.add('rent', TEXTS.rent);
		many.settle();
		expect(many.like(TEXTS.typo, { least: SIMILAR, most: 3 }).map(({ id }) => id)).toEqual(['rent']);
		many.remove('rent');
		expect(many.like(TEXTS.typo, { least: SIMILAR, most: 3 })).toEqual([]);
		expect(many.like('Beitrag mit der Nummer 7919', { least: NEAR, most: 1 })).toMatchObject([{ id: 'n1' }]);
	});

	it('have a likeness between 0 and 1 whatever is asked', () => {
		const made = index(TEXTS);
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) => {
				for (const { score } of made.like(text, all)) {
					expect(score).toBeGreaterThanOrEqual(0);
					expect(score).toBeLessThanOrEqual(1);
				}
			})
		);
	});
});
