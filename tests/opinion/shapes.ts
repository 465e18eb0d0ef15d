import { Chance } from '#lib/opinion/chance.ts';
import { Collecting } from '#lib/opinion/polis/collectVotes.ts';
import type { Matrix } from '#lib/opinion/matrix.ts';

/** How likely somebody agrees with a statement, 0 to 1; null: she has not seen it. */
type Mind = (person: number, statement: number, chance: Chance) => number | null;

interface Shape {
	people: number;
	statements: number;
	mind: Mind;
	/** How often one passes. */
	passes?: number;
	seed?: number;
}

function drawn({ people, statements, mind, passes = 0.1, seed = 1 }: Shape): Matrix {
	const chance = new Chance(seed);
	const collecting = new Collecting();
	for (let statement = 0; statement < statements; statement++) collecting.statement(String(statement));
	for (let person = 0; person < people; person++) {
		const row = collecting.participant(String(person));
		for (let statement = 0; statement < statements; statement++) {
			const likely = mind(person, statement, chance);
			const value = chance.next() < passes ? 0 : chance.next() < (likely ?? 0) ? 1 : -1;
			if (likely !== null) collecting.add(row, statement, value);
		}
	}
	return collecting.matrix();
}

/** Camps of these sizes; `sure`: how often somebody keeps to the opinion of hers; `seen`: the share of statements seen. */
function camps(
	sizes: readonly number[],
	statements: number,
	{ sure = 0.85, seen = 0.7, seed = 1, passes = 0.1 } = {}
): Matrix {
	const sides = new Chance(seed + 100);
	const opinions = sizes.map(() => Array.from({ length: statements }, () => sides.next() < 0.5));
	const campOf = sizes.flatMap((size, camp) => Array.from({ length: size }, () => camp));
	const mind: Mind = (person, statement, chance) => {
		if (chance.next() >= seen) return null;
		return opinions[campOf[person] ?? 0]?.[statement] ? sure : 1 - sure;
	};
	return drawn({ people: campOf.length, statements, mind, passes, seed });
}

/** Everybody somewhere between two ends, and nobody apart. */
function gradient(people: number, statements: number, seed = 1): Matrix {
	const mind: Mind = (person, statement, chance) => {
		if (chance.next() >= 0.7) return null;
		const place = (person / people - 0.5) * (statement % 2 ? 1 : -1);
		return 0.5 + 0.9 * place;
	};
	return drawn({ people, statements, mind, seed });
}

/**
 * Conversations nobody had, one for each way in which a verdict could go wrong. `verdict` is what must come out; null where
 * it lies near a threshold and only has to stay what it is.
 */
export const SHAPES: Readonly<
	Record<string, { matrix: () => Matrix; verdict: 'stable' | 'borderline' | 'none' | null; cause?: string }>
> = {
	'two groups of 55 and 45': { matrix: () => camps([55, 45], 20), verdict: 'stable' },
	'two groups of 90 and 10': { matrix: () => camps([90, 10], 24, { sure: 0.95 }), verdict: 'stable' },
	'two groups of 97 and 3': { matrix: () => camps([97, 3], 24, { sure: 0.95 }), verdict: null },
	'a smallest group of just 5 in 100': { matrix: () => camps([95, 5], 24, { sure: 0.96 }), verdict: null },
	'a smallest group of just 3 % of 400': { matrix: () => camps([388, 12], 30, { sure: 0.95 }), verdict: null },
	'a smallest group of just under 3 % of 400': { matrix: () => camps([389, 11], 30, { sure: 0.95 }), verdict: null },
	'five groups': { matrix: () => camps([50, 45, 40, 40, 40], 50, { sure: 0.9, seen: 0.8 }), verdict: null },
	'a gradient without groups': { matrix: () => gradient(150, 20), verdict: null },
	'one big blob': {
		matrix: () => drawn({ people: 150, statements: 20, mind: (_, n) => (n % 3) / 4 + 0.25 }),
		verdict: 'none'
	},
	'stability near the threshold, a': {
		matrix: () => camps([60, 50], 14, { sure: 0.72, seen: 0.8, seed: 3 }),
		verdict: null
	},
	'stability near the threshold, b': {
		matrix: () => camps([60, 50], 14, { sure: 0.74, seen: 0.8, seed: 4 }),
		verdict: null
	},
	'stability near the threshold, c': {
		matrix: () => camps([70, 30], 14, { sure: 0.76, seen: 0.8, seed: 5 }),
		verdict: null
	},
	'forty times the same voter among others': {
		matrix: () => drawn({ people: 100, statements: 15, mind: (person, n) => (person < 40 ? n % 2 : 0.5), passes: 0 }),
		verdict: null
	},
	'everybody voted the same': {
		matrix: () => drawn({ people: 60, statements: 12, mind: () => 1, passes: 0 }),
		...{ verdict: 'none', cause: 'alike' }
	},
	'all passes': {
		matrix: () => drawn({ people: 60, statements: 12, mind: () => 1, passes: 1 }),
		verdict: 'none',
		cause: 'alike'
	},
	'everybody with just 7 votes': {
		matrix: () => drawn({ people: 120, statements: 60, mind: (person, n) => ((n * 7 + person) % 60 < 7 ? 0.6 : null) }),
		verdict: 'none'
	},
	'everybody with 6 votes': {
		matrix: () => drawn({ people: 60, statements: 30, mind: (person, n) => ((n + person) % 30 < 6 ? 0.6 : null) }),
		...{ verdict: 'none', cause: 'few' }
	},
	'two statements': {
		matrix: () => drawn({ people: 80, statements: 2, mind: (person) => (person < 40 ? 0.9 : 0.1) }),
		verdict: null
	},
	'statements nobody voted on': {
		matrix: () =>
			drawn({ people: 100, statements: 40, mind: (person, n) => (n >= 20 ? null : person % 2 === n % 2 ? 0.9 : 0.1) }),
		verdict: 'stable'
	},
	'95 of 100 unseen': { matrix: () => camps([150, 100], 200, { seen: 0.05, sure: 0.9 }), verdict: null },
	'too few to be divided': { matrix: () => camps([5, 4], 12), verdict: 'none', cause: 'few' }
};
