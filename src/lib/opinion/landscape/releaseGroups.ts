import { knownOf, shownRow } from '../../votes/results/publishedResult.ts';
import type { KnownShares } from '../../votes/summary/knownRange.ts';
import type { Lines } from '../../votes/results/publication.ts';
import { OPINION, MIN_COUNT_CROSSED, type Counts, type Rule } from '../../votes/suppression/suppression.ts';
import type { Analysis } from '../analysis.ts';
import type { Matrix } from '../matrix.ts';

/** Opinion group and answer are two properties that are crossed. */
export const ANSWERS: Rule = { ...OPINION, least: MIN_COUNT_CROSSED };

/** A computed landscape. `numbers`: what each group is called. */
interface Grouped {
	analysis: Pick<Analysis, 'sizes' | 'statements'>;
	ground: { matrix: Matrix };
	numbers: readonly number[];
}

/** How many people were grouped, and how many are in each group. */
export function sizesOf({ analysis: { sizes }, numbers }: Grouped): Record<string, Counts> {
	const grouped = sizes.reduce((sum, size) => sum + size, 0);
	const named = numbers.map((number, group) => [String(number), sizes[group] ?? 0] as const);
	return { grouped: { people: grouped }, ...(named.length > 0 && { groups: Object.fromEntries(named) }) };
}

/** What a group's answers on a wording go by. */
export const answerKey = (wording: string, number: number) => `${wording} ${number}`;

/** How each group has answered on each wording. */
export function answersOf({ analysis: { statements }, ground: { matrix }, numbers }: Grouped): Record<string, Counts> {
	const lines = statements.flatMap(({ column, cells }) =>
		numbers.map((number, group) => {
			const { agree = 0, pass = 0, disagree = 0 } = cells[group] ?? {};
			return [answerKey(matrix.statements[column] ?? '', number), { agree, pass, disagree }] as const;
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
export function groupOn({ answers }: Released, wording: string, number: number): KnownShares | null {
	return knownOf(shownRow('none', 'person', answers[answerKey(wording, number)]));
}
