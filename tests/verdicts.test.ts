import { describe, expect, it } from 'vitest';
import { tell } from '../src/commands/opinion/tell.ts';
import { analyse } from '#lib/opinion/analysis.ts';
import type { Matrix } from '#lib/opinion/matrix.ts';
import { matrixOf, readExport, type Export } from '#lib/opinion/polis/polis.ts';
import { SHAPES } from './opinion/shapes.ts';
import { answers, isOneOrder, same } from './opinion/tried.ts';
import { REAL, realFiles } from './support/strategy/realConversation.ts';

// The short form of tests/opinion/run.ts, which tries all of them with twenty seeds.
const SEEDS = 3;
const QUICK = [
	'two groups of 90 and 10',
	'two groups of 97 and 3',
	'everybody voted the same',
	'all passes',
	'everybody with 6 votes',
	'too few to be divided'
];
const shapes = Object.entries(SHAPES).map(([name, shape]) => ({ name, ...shape }));

/** What `npm run opinion` says of it. */
function said(matrix: Matrix): string {
	const figures = { people: 0, votes: 0, statements: 0, commenters: null, moderatedOut: null };
	const from: Export = {
		statements: new Map(),
		people: new Map(),
		published: new Map(),
		figures,
		refused: [],
		notes: []
	};
	return tell({ from, matrix, analysis: analyse(matrix), labels: [0, 1, 2, 3, 4], wish: {} }).join('\n');
}

describe('the verdict on groups', () => {
	it.each(shapes.filter(({ name }) => QUICK.includes(name)))(
		'is one whatever the seed, the names and the order: $name',
		{ timeout: 240_000 },
		({ matrix, verdict, cause }) => {
			const given = [...answers(matrix(), SEEDS)];
			expect(same(given)).toBe(true);
			expect(given[0]).toMatchObject({ ...(verdict && { verdict }), ...(cause && { cause }) });
		}
	);

	it.each(shapes)('$name has one order and one seed under three other names', ({ matrix }) => {
		expect(isOneOrder(matrix(), 3)).toBe(true);
	});

	it.each(Object.values(REAL))(
		'%s has one order and one seed under three other names',
		{ timeout: 120_000 },
		(name) => {
			expect(isOneOrder(matrixOf(readExport(realFiles(name))), 3)).toBe(true);
		}
	);

	it.each(shapes.filter(({ name }) => QUICK.includes(name)))(
		'is told with the reason that failed, and with nothing that was not computed: $name',
		{ timeout: 120_000 },
		({ matrix, verdict, cause }) => {
			const text = said(matrix());
			expect(text).not.toMatch(/stability (0\.000|undefined|null|NaN)/i);
			if (verdict !== 'none') return;
			expect(text).not.toMatch(/every group|\b1 groups/);
			if (cause === undefined) return;
			const reason = {
				alike: 'all of them stand at the same place',
				few: 'there are too few people to look for groups'
			}[cause];
			expect(text).toContain(`Verdict: none (keine): ${reason ?? cause}`);
			expect(text).not.toMatch(/Stability|Silhouette/);
		}
	);
});
