import { DECLARED_GROUPS, type Group } from '../people/person.ts';
import { SEED, type Analysis } from './analysis.ts';
import { Chance } from './chance.ts';
import { drawMap } from './density.ts';
import { NO_GROUP } from './figures.ts';
import { hundredths, METHOD, PEOPLE_LEAST, tenths, twentieths, type Landscape } from './landscape.ts';
import type { Matrix } from './matrix.ts';
import { keptNumbers } from './numbering.ts';
import { follows, relation } from './relation.ts';
import { groupOn, type Released } from './releasing.ts';
import { apart, bridges, divides, said, type ToldPoint } from './telling.ts';

export interface Heading {
	number: number;
	title: string;
}

/** What a landscape is drawn from. Columns of the matrix are wordings. */
export interface Ground {
	matrix: Matrix;
	/** The group each row has declared; null: nobody was asked. */
	declared: readonly Group[] | null;
	/** By wording. Columns that are not here are told of nowhere. */
	points: ReadonlyMap<string, Heading & Pick<ToldPoint, 'declared' | 'bridge'>>;
	/** The landscape before this one, whose groups keep their numbers. */
	former: Landscape | null;
}

type Head = Pick<Landscape, 'number' | 'at' | 'consultation' | 'input'>;

export function peopleIn({ sizes }: Analysis): number {
	return sizes.reduce((sum, size) => sum + size, 0);
}

/** What is told of an analysis. `released`: what may be told of its counts; `numbers`: see `numbersOf`. */
export function draw(
	analysis: Analysis,
	{ matrix, declared, points }: Ground,
	{ released, numbers, head }: { released: Released; numbers: readonly number[]; head: Head }
): Landscape {
	const order = numbers.toSorted((a, b) => a - b);
	const told = toldPoints({ matrix, points }, released, order);
	const people = released.sizes.grouped?.total ?? 0;
	const shown = told.map((one) => ({
		...{ ...wordsOn(one, { matrix, points }), all: said(one.declared) },
		groups: one.groups.map((group) => said([group]))
	}));
	return {
		...{ format: 3, method: METHOD, seed: analysis.seed, ...head, people: 5 * Math.floor(people / 5) },
		...soundness(analysis),
		groups: order.map((number, place) => {
			return { number, share: shareOf(released, number), characteristic: apart(told, place, matrix) };
		}),
		points: shown,
		bridging: bridges(told),
		dividing: divides(shown),
		relation: declared && related(analysis, Uint8Array.from(declared, indexOf)),
		map: drawMap(analysis, numbers)
	};
}

function soundness({ stable, verdict, cause, draws, stability, ...analysis }: Analysis) {
	const { standardError, silhouette, byChance } = analysis;
	const figure = (value: number | null | undefined) => (typeof value === 'number' ? hundredths(value) : null);
	return {
		...{ stable, verdict, cause, draws, runs: byChance?.runs ?? 0 },
		...{ stability: figure(stability), silhouette: figure(silhouette), byChance: figure(byChance?.bound) },
		standardError: standardError === null ? null : Math.round(standardError * 1e4) / 1e4
	};
}

/** In steps of 0.05, of all who are grouped. */
function shareOf({ sizes: { groups } }: Released, number: number): number | null {
	const size = groups?.counts[number] ?? null;
	return size === null || !groups?.total ? null : Math.max(0.05, twentieths(size / groups.total + 0.025));
}

function indexOf(group: Group): number {
	const place = DECLARED_GROUPS.findIndex((one) => one === group);
	return place < 0 ? NO_GROUP : place;
}

/** What each opinion group is called: as the one before that answered most like it. Empty: there are no groups. */
export function numbersOf({ stable, k, statements }: Analysis, matrix: Matrix, former: Landscape | null): number[] {
	if (!stable) return [];
	const before = new Map((former?.points ?? []).map((one) => [one.wording, one.groups]));
	const formers = former?.groups.map(({ number }) => number) ?? [];
	const overlap = Array.from({ length: k }, (_, group) =>
		formers.map((_, place) => {
			const alike = statements.flatMap(({ column, cells }) => {
				const [own, old] = [cells[group], before.get(matrix.statements[column] ?? '')?.[place]];
				return own && old && own.n > 0
					? [1 - Math.abs(own.agree / own.n - (old.agree.least + old.agree.most) / 2)]
					: [];
			});
			return alike.reduce((sum, one) => sum + one, 0) / Math.max(1, alike.length);
		})
	);
	return keptNumbers(overlap).map((number) => number + 1);
}

type Wordings = Pick<Ground, 'matrix' | 'points'>;

/** In the order of the points. */
function toldPoints({ matrix, points }: Wordings, released: Released, order: readonly number[]): ToldPoint[] {
	const all = matrix.statements.flatMap((wording, column) => {
		const known = points.get(wording);
		if (!known) return [];
		const groups = order.map((number) => groupOn(released, wording, number));
		return [{ column, point: known.number, declared: known.declared, bridge: known.bridge, groups }];
	});
	return all.sort((a, b) => a.point - b.point);
}

function wordsOn({ column, point }: ToldPoint, { matrix, points }: Wordings) {
	const wording = matrix.statements[column] ?? '';
	return { point, title: points.get(wording)?.title ?? '', wording };
}

/** Over those who belong to a group of each kind. */
function related({ stable, of }: Analysis, declared: Uint8Array): Landscape['relation'] {
	const rows = [...of.keys()].filter((row) => of[row] !== NO_GROUP && declared[row] !== NO_GROUP);
	if (!stable || rows.length < PEOPLE_LEAST) return null;
	const pick = (list: Uint8Array) => rows.map((row) => list[row] ?? 0);
	const found = relation(pick(declared), pick(of), new Chance(SEED));
	return { follows: follows(found), v: tenths(found.v) };
}
