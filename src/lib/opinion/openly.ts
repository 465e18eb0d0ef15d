import { known } from '../votes/known.ts';
import { hold, type Counts, type Rule } from '../votes/suppression.ts';
import type { Analysis } from './analysis.ts';
import { draw, numbersOf, peopleIn, type Ground, type Heading } from './drawing.ts';
import { PEOPLE_LEAST, type Landscape } from './landscape.ts';
import { answersOf, sizesOf } from './releasing.ts';
import { leastSure } from './telling.ts';

/** Nothing is held back. */
const OPEN: Rule = { least: 1, candid: 0 };

interface Open extends Pick<Ground, 'matrix' | 'former'> {
	points: ReadonlyMap<string, Heading>;
}

/**
 * The landscape of a conversation whose votes are public, every single one, and in which nobody was asked for a group.
 * null: too few people.
 */
export function drawOpenly(
	analysis: Analysis,
	{ matrix, former, points }: Open,
	head: Pick<Landscape, 'number' | 'at' | 'consultation' | 'input'>
): Landscape | null {
	if (peopleIn(analysis) < PEOPLE_LEAST) return null;
	const numbers = numbersOf(analysis, matrix, former);
	const released = {
		sizes: opened(sizesOf(analysis, numbers)),
		answers: opened(answersOf(analysis, numbers, matrix))
	};
	const told = analysis.statements.flatMap(({ column, cells }) => {
		const wording = matrix.statements[column] ?? '';
		const heading = points.get(wording);
		const sum = (side: 'agree' | 'pass' | 'disagree') => cells.reduce((total, cell) => total + cell[side], 0);
		const all = known({ group: 'none', agree: sum('agree'), pass: sum('pass'), disagree: sum('disagree') });
		return heading ? [[wording, { ...heading, declared: [all], bridge: leastSure(all) }] as const] : [];
	});
	const ground = { matrix, former, declared: null, points: new Map(told) };
	return draw(analysis, ground, { released, numbers, head });
}

const opened = (lines: Readonly<Record<string, Counts>>) =>
	Object.fromEntries(Object.entries(lines).map(([key, counts]) => [key, hold(counts, OPEN)]));
