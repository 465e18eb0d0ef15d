import { knownOf, shownRow } from '../votes/disclosure.ts';
import type { Known } from '../votes/known.ts';
import type { Lines } from '../votes/publication.ts';
import { OPINION, TWO_WAY_LEAST, type Counts, type Rule } from '../votes/suppression.ts';
import type { Analysis } from './analysis.ts';
import type { Matrix } from './matrix.ts';

/** Opinion group and answer are two properties that are crossed. */
export const ANSWERS: Rule = { ...OPINION, least: TWO_WAY_LEAST };

/** How many people were grouped, and how many are in each group. `numbers`: what each group is called. */
export function sizesOf({ sizes }: Analysis, numbers: readonly number[]): Record<string, Counts> {
	const grouped = sizes.reduce((sum, size) => sum + size, 0);
	const named = numbers.map((number, group) => [String(number), sizes[group] ?? 0] as const);
	return { grouped: { people: grouped }, ...(named.length > 0 && { groups: Object.fromEntries(named) }) };
}

const keyOf = (wording: string, number: number) => `${wording} ${number}`;

/** How each group has answered on each wording. */
export function answersOf(
	{ statements }: Analysis,
	numbers: readonly number[],
	matrix: Matrix
): Record<string, Counts> {
	const lines = statements.flatMap(({ column, cells }) =>
		numbers.map((number, group) => {
			const { agree = 0, pass = 0, disagree = 0 } = cells[group] ?? {};
			return [keyOf(matrix.statements[column] ?? '', number), { agree, pass, disagree }] as const;
		})
	);
	return Object.fromEntries(lines);
}

/** What may be told of a landscape: it passed `suppression.ts`, and nothing else is told. */
export interface Released {
	sizes: Lines;
	answers: Lines;
}

/** How a group answered on a wording, as exactly as it is shown; null when that is nothing. */
export function groupOn({ answers }: Released, wording: string, number: number): Known | null {
	return knownOf(shownRow('none', 'person', answers[keyOf(wording, number)]));
}
