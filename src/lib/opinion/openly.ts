import { known } from '../votes/known.ts';
import { hold, type Counts, type Rule } from '../votes/suppression.ts';
import type { Analysis } from './analysis.ts';
import { draw, numbersOf, peopleIn, type Ground, type Heading } from './drawing.ts';
import { everybody } from './figures.ts';
import { PEOPLE_LEAST, type Figures, type Landscape } from './landscape.ts';
import { votesLeast } from './projection.ts';
import { answersOf, sizesOf } from './releasing.ts';
import { leastSure } from './telling.ts';

/** Nothing is held back. */
const OPEN: Rule = { least: 1, candid: 0 };

interface Open extends Pick<Ground, 'matrix' | 'former'> {
	points: ReadonlyMap<string, Heading>;
	/** null: they were not kept. */
	figures: Figures | null;
}

/**
 * The landscape of a conversation whose votes are public, every single one, and in which nobody was asked for a group.
 * null: too few people.
 */
export function drawOpenly(
	analysis: Analysis,
	{ matrix, former, points, figures }: Open,
	head: Pick<Landscape, 'number' | 'at' | 'consultation' | 'input'>
): Landscape | null {
	if (peopleIn(analysis) < PEOPLE_LEAST) return null;
	const numbers = numbersOf(analysis, matrix, former);
	const released = {
		sizes: opened(sizesOf(analysis, numbers)),
		answers: opened(answersOf(analysis, numbers, matrix))
	};
	const told = everybody(matrix).flatMap(({ column, cells: [all] }) => {
		const wording = matrix.statements[column] ?? '';
		const heading = points.get(wording);
		const { agree = 0, pass = 0, disagree = 0 } = all ?? {};
		const said = known({ group: 'none', agree, pass, disagree });
		return heading ? [[wording, { ...heading, declared: [said], bridge: leastSure(said) }] as const] : [];
	});
	const ground = { matrix, former, declared: null, points: new Map(told) };
	const landscape = draw(analysis, ground, { released, numbers, head });
	if (figures === null) return landscape;
	return {
		...landscape,
		export: { ...figures, pictured: peopleIn(analysis), votesLeast: votesLeast(matrix) }
	};
}

const opened = (lines: Readonly<Record<string, Counts>>) =>
	Object.fromEntries(Object.entries(lines).map(([key, counts]) => [key, hold(counts, OPEN)]));
