import { DECLARED_GROUPS, type Group } from '../people/person.ts';
import { SEED, type Analysis } from './analysis.ts';
import { Chance } from './chance.ts';
import { drawMap } from './density.ts';
import { figures, NO_GROUP } from './figures.ts';
import { METHOD, PEOPLE_LEAST, tenths, twentieths, type Landscape } from './landscape.ts';
import type { Matrix } from './matrix.ts';
import { keptNumbers } from './numbering.ts';
import { follows, relation } from './relation.ts';
import { apart, bridges, divides, said, together } from './telling.ts';

/** What a landscape is drawn from. Columns of the matrix are wordings. */
export interface Ground {
	matrix: Matrix;
	/** The group each row has declared; null: nobody was asked. */
	declared: readonly Group[] | null;
	/** By wording. Columns that are not here are told of nowhere. */
	points: ReadonlyMap<string, { number: number; title: string }>;
	/** The landscape before this one, whose groups keep their numbers. */
	former: Landscape | null;
}

type Head = Pick<Landscape, 'number' | 'at' | 'consultation' | 'input'>;
const hundredths = (value: number) => Math.round(value * 100) / 100;

/** What is told of an analysis; null: too few people. */
export function draw(analysis: Analysis, { matrix, declared, points, former }: Ground, head: Head): Landscape | null {
	const people = analysis.sizes.reduce((sum, size) => sum + size, 0);
	if (people < PEOPLE_LEAST) return null;
	const of = declared && Uint8Array.from(declared, (group) => indexOf(group));
	const places = matrix.statements.map((wording) => points.get(wording)?.number ?? 0);
	const numbers = numbersOf(analysis, matrix, former);
	const order = [...numbers.keys()].sort((a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0));
	const told = toldPoints({ matrix, points }, analysis, order);
	return {
		...{ format: 1, method: METHOD, seed: SEED, ...head, people: 5 * Math.floor(people / 5), stable: analysis.stable },
		stability: hundredths(analysis.stability),
		silhouette: hundredths(analysis.silhouette),
		byChance: hundredths(analysis.byChance),
		groups: order.map((group) => ({
			number: numbers[group] ?? 0,
			share: Math.max(0.05, twentieths((analysis.sizes[group] ?? 0) / people + 0.025)),
			characteristic: apart(analysis, group, places)
		})),
		points: told,
		bridging: bridging(matrix, of, analysis, places),
		dividing: divides(told),
		relation: of && related(analysis, of),
		map: drawMap(analysis, numbers)
	};
}

/** Where nobody has declared a group, opinion groups are all there is: or everybody, where there are none. */
function bridging(matrix: Matrix, of: Uint8Array | null, analysis: Analysis, places: readonly number[]) {
	if (of === null) return bridges(analysis.statements, [], places);
	const declared = figures(matrix, of, DECLARED_GROUPS.length);
	return bridges(declared, analysis.stable ? analysis.statements : [], places);
}

function indexOf(group: Group): number {
	const place = DECLARED_GROUPS.findIndex((one) => one === group);
	return place < 0 ? NO_GROUP : place;
}

/** What each opinion group is called: as the one before that answered most like it. Empty: there are no groups. */
function numbersOf({ stable, k, statements }: Analysis, matrix: Matrix, former: Landscape | null): number[] {
	if (!stable) return [];
	const before = new Map((former?.points ?? []).map((one) => [one.wording, one.groups]));
	const formers = former?.groups.map(({ number }) => number) ?? [];
	const overlap = Array.from({ length: k }, (_, group) =>
		formers.map((_, place) => {
			const alike = statements.flatMap(({ column, cells }) => {
				const [own, old] = [cells[group], before.get(matrix.statements[column] ?? '')?.[place]];
				return own && old && own.n > 0 ? [1 - Math.abs(own.agree / own.n - old.agree)] : [];
			});
			return alike.reduce((sum, one) => sum + one, 0) / Math.max(1, alike.length);
		})
	);
	return keptNumbers(overlap).map((number) => number + 1);
}

function toldPoints(
	{ matrix, points }: Pick<Ground, 'matrix' | 'points'>,
	{ statements }: Analysis,
	order: readonly number[]
): Landscape['points'] {
	const all = statements.flatMap(({ column, cells }) => {
		const wording = matrix.statements[column] ?? '';
		const known = points.get(wording);
		const groups = order.map((group) => (cells[group] ? said(cells[group]) : null));
		if (!known) return [];
		return [{ point: known.number, title: known.title, wording, all: said(together(cells)), groups }];
	});
	return all.sort((a, b) => a.point - b.point);
}

/** Over those who belong to a group of each kind. */
function related({ stable, of }: Analysis, declared: Uint8Array): Landscape['relation'] {
	const rows = [...of.keys()].filter((row) => of[row] !== NO_GROUP && declared[row] !== NO_GROUP);
	if (!stable || rows.length < PEOPLE_LEAST) return null;
	const pick = (list: Uint8Array) => rows.map((row) => list[row] ?? 0);
	const found = relation(pick(declared), pick(of), new Chance(SEED));
	return { follows: follows(found), v: tenths(found.v) };
}
