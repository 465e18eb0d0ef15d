import { exactShares } from '../../votes/summary/knownRange.ts';
import { suppress, type Counts, type Rule } from '../../votes/suppression/suppression.ts';
import type { Analysis } from '../analysis.ts';
import { compute, draw, peopleIn, type Ground, type Heading } from './drawLandscape.ts';
import { everybody } from '../figures.ts';
import { PEOPLE_MIN, type Counted, type Figures, type Landscape } from './landscape.ts';
import type { Matrix } from '../matrix.ts';
import { votesLeast } from '../components/projection.ts';
import { answerKey, answersOf, sizesOf } from './releaseGroups.ts';
import { leastSure } from './findings.ts';

/** Nothing is held back. */
const OPEN: Rule = { least: 1, unanimityThreshold: 0 };

interface Open extends Pick<Ground, 'matrix' | 'former'> {
	points: ReadonlyMap<string, Heading>;
	/** null: they were not kept. */
	figures: Figures | null;
}

/**
 * The landscape of a conversation whose votes are public, every single one, and in which nobody was asked for a group.
 * null: too few people.
 */
export function drawUnsuppressed(
	analysis: Analysis,
	{ matrix, former, points, figures }: Open,
	head: Pick<Landscape, 'number' | 'at' | 'consultation' | 'input'>
): Landscape | null {
	if (peopleIn(analysis) < PEOPLE_MIN) return null;
	const told = everybody(matrix).flatMap(({ column, cells: [all] }) => {
		const wording = matrix.statements[column] ?? '';
		const heading = points.get(wording);
		const { agree = 0, pass = 0, disagree = 0 } = all ?? {};
		const said = exactShares({ group: 'none', agree, pass, disagree });
		return heading ? [[wording, { ...heading, declared: [said], bridge: leastSure(said) }] as const] : [];
	});
	const drawing = compute(analysis, { matrix, former, declared: null, groups: [], points: new Map(told) });
	const answers = answersOf(drawing);
	const released = { sizes: opened(sizesOf(drawing)), answers: opened(answers) };
	const landscape = withCounts(draw(drawing, released, head), matrix, answers);
	if (figures === null) return landscape;
	return {
		...landscape,
		export: { ...figures, pictured: peopleIn(analysis), votesLeast: votesLeast(matrix) }
	};
}

/** Beside the shares, how many they are of. */
function withCounts(landscape: Landscape, matrix: Matrix, answers: Readonly<Record<string, Counts>>): Landscape {
	const all = new Map(everybody(matrix).map(({ column, cells: [cell] }) => [matrix.statements[column] ?? '', cell]));
	return {
		...landscape,
		points: landscape.points.map((one) => ({
			...one,
			counted: {
				all: counted(all.get(one.wording) ?? {}),
				groups: landscape.groups.map(({ number }) => counted(answers[answerKey(one.wording, number)] ?? {}))
			}
		}))
	};
}

function counted({ agree = 0, pass = 0, disagree = 0 }: { agree?: number; pass?: number; disagree?: number }): Counted {
	return { agree, pass, disagree };
}

const opened = (lines: Readonly<Record<string, Counts>>) =>
	Object.fromEntries(Object.entries(lines).map(([key, counts]) => [key, suppress(counts, OPEN)]));
