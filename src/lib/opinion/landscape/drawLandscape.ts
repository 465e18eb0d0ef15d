import type { Group } from '../../people/person.ts';
import { SEED, type Analysis } from '../analysis.ts';
import { Chance } from '../chance.ts';
import { drawMap } from './density.ts';
import { NO_GROUP } from '../figures.ts';
import { hundredths, METHOD, PEOPLE_MIN, tenths, twentieths, type Landscape } from './landscape.ts';
import type { Matrix } from '../matrix.ts';
import { groupNumbers } from './groupNumbers.ts';
import { follows, relation } from './groupRelation.ts';
import { groupOn, type Released } from './releaseGroups.ts';
import { representedVotes, undecidedVotes } from './representedVotes.ts';
import { apart, bridges, divides, findingOf, type FindingPoint } from './findings.ts';

export interface Heading {
	number: number;
	title: string;
}

/** What a landscape is drawn from. Columns of the matrix are wordings. */
export interface Ground {
	matrix: Matrix;
	/** The group each row has declared; null: nobody was asked. */
	declared: readonly Group[] | null;
	/** The groups of the profile. */
	groups: readonly Group[];
	/** By wording. Columns that are not here are told of nowhere. */
	points: ReadonlyMap<string, Heading & Pick<FindingPoint, 'declared' | 'bridge'>>;
	/** The landscape before this one, whose groups keep their numbers. */
	former: Landscape | null;
}

type Head = Pick<Landscape, 'number' | 'at' | 'consultation' | 'input'>;

export function peopleIn({ sizes }: Analysis): number {
	return sizes.reduce((sum, size) => sum + size, 0);
}

/** Everything about a landscape that votes decide by themselves, before it is asked what of it may be told. */
export interface Drawing extends Pick<Landscape, 'relation' | 'map' | 'represented'> {
	analysis: Analysis;
	ground: Pick<Ground, 'matrix' | 'points'>;
	/** What each opinion group is called. */
	numbers: readonly number[];
	/** By wording. */
	undecided: ReadonlyMap<string, number>;
}

/** Takes long: call it outside of any transaction. */
export function compute(analysis: Analysis, { matrix, declared, groups, points, former }: Ground): Drawing {
	const numbers = numbersOf(analysis, matrix, former);
	const relation =
		declared &&
		related(
			analysis,
			Uint8Array.from(declared, (group) => indexIn(groups, group))
		);
	const voted = new Map([...points].map(([wording, { number, bridge }]) => [wording, { number, bridge }]));
	const represented = declared && representedVotes({ matrix, declared, groups, points: voted });
	const undecided = declared ? undecidedVotes({ matrix, declared, groups, points: voted }) : new Map<string, number>();
	const map = drawMap(analysis, numbers);
	return { analysis, ground: { matrix, points }, numbers, relation, represented, undecided, map };
}

/** What is told of it. `released`: what may be told of its counts. */
export function draw(drawing: Drawing, released: Released, head: Head): Landscape {
	const { analysis, ground, numbers, relation, represented, map } = drawing;
	const order = numbers.toSorted((a, b) => a - b);
	const told = toldPoints(ground, released, order);
	const people = released.sizes.grouped?.total ?? 0;
	const shown = told.map((one) => ({
		...{ ...wordsOn(one, ground), all: findingOf(one.declared) },
		groups: one.groups.map((group) => findingOf([group]))
	}));
	return {
		...{ format: 3, method: METHOD, seed: analysis.seed, ...head, people: 5 * Math.floor(people / 5) },
		...soundness(analysis),
		groups: order.map((number, place) => {
			return { number, share: shareOf(released, number), characteristic: apart(told, place, ground.matrix) };
		}),
		points: shown,
		bridging: bridges(told),
		dividing: divides(shown),
		...(represented && { represented }),
		relation,
		map
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

function indexIn(groups: readonly Group[], group: Group): number {
	const place = groups.indexOf(group);
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
				return own && old && own.n > 0
					? [1 - Math.abs(own.agree / own.n - (old.agree.least + old.agree.most) / 2)]
					: [];
			});
			return alike.reduce((sum, one) => sum + one, 0) / Math.max(1, alike.length);
		})
	);
	return groupNumbers(overlap).map((number) => number + 1);
}

type Wordings = Pick<Ground, 'matrix' | 'points'>;

/** In the order of the points. */
function toldPoints({ matrix, points }: Wordings, released: Released, order: readonly number[]): FindingPoint[] {
	const all = matrix.statements.flatMap((wording, column) => {
		const known = points.get(wording);
		if (!known) return [];
		const groups = order.map((number) => groupOn(released, wording, number));
		return [{ column, point: known.number, declared: known.declared, bridge: known.bridge, groups }];
	});
	return all.sort((a, b) => a.point - b.point);
}

function wordsOn({ column, point }: FindingPoint, { matrix, points }: Wordings) {
	const wording = matrix.statements[column] ?? '';
	return { point, title: points.get(wording)?.title ?? '', wording };
}

/** Over those who belong to a group of each kind. */
function related({ stable, of }: Analysis, declared: Uint8Array): Landscape['relation'] {
	const rows = [...of.keys()].filter((row) => of[row] !== NO_GROUP && declared[row] !== NO_GROUP);
	if (!stable || rows.length < PEOPLE_MIN) return null;
	const pick = (list: Uint8Array) => rows.map((row) => list[row] ?? 0);
	const found = relation(pick(declared), pick(of), new Chance(SEED));
	return { follows: follows(found), v: tenths(found.v) };
}
