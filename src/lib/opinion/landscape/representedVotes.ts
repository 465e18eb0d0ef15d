import type { Group } from '../../people/person.ts';
import { NO_STATEMENT } from '../../profile/groups/group.ts';
import { audit, type Violation } from '../../representation/audit/audit.ts';
import { supportOf, type Support, type Supporter } from '../../representation/audit/support.ts';
import { undecided } from '../../representation/audit/undecided.ts';
import { MIN_COUNT_CROSSED, sum } from '../../votes/suppression/suppression.ts';
import type { RepresentedVotes } from './landscape.ts';
import { lengthOf, type Matrix } from '../matrix.ts';

/** A point with the wording that was voted on. `bridge`: how surely every declared group agrees, as its results say. */
interface VotedPoint {
	number: number;
	bridge: number | null;
}

interface Ground {
	matrix: Matrix;
	declared: readonly Group[];
	groups: readonly Group[];
	points: ReadonlyMap<string, VotedPoint>;
}

const CHOSEN_MAX = 5;

/** The points every declared group agrees on most surely, by more than half: places of the candidates. */
function mostShared(points: readonly VotedPoint[]): Set<number> {
	const shared = [...points.entries()].filter(([, { bridge }]) => (bridge ?? 0) > 0.5);
	shared.sort(([, a], [, b]) => (b.bridge ?? 0) - (a.bridge ?? 0) || a.number - b.number);
	return new Set(shared.slice(0, CHOSEN_MAX).map(([place]) => place));
}

/** Who agreed with what. What is missing was not seen, passed or disagreed with. */
function supportIn({ matrix, declared, groups, points }: Ground, columns: readonly string[]): Support {
	const place = new Map(columns.map((wording, at) => [matrix.statements.indexOf(wording), at]));
	const people = declared.flatMap((group, row): Supporter[] => {
		if (lengthOf(matrix, row) === 0) return [];
		const known = groups.indexOf(group);
		const candidates: number[] = [];
		for (let entry = matrix.pointers[row] ?? 0; entry < (matrix.pointers[row + 1] ?? 0); entry++) {
			const at = place.get(matrix.columns[entry] ?? -1);
			if (at !== undefined && matrix.values[entry] === 1) candidates.push(at);
		}
		return [{ group: known < 0 ? groups.length : known, candidates }];
	});
	return supportOf(people, points.size === 0 ? 1 : groups.length + 1, columns.length, groups.length);
}

/** By candidate and group: who has voted on it, whatever they said. */
function seenIn({ matrix, declared, groups }: Ground, columns: readonly string[]): number[][] {
	const place = new Map(columns.map((wording, at) => [matrix.statements.indexOf(wording), at]));
	const seen = columns.map(() => new Array<number>(groups.length + 1).fill(0));
	for (const [row, group] of declared.entries()) {
		const known = groups.indexOf(group);
		for (let entry = matrix.pointers[row] ?? 0; entry < (matrix.pointers[row + 1] ?? 0); entry++) {
			const counts = seen[place.get(matrix.columns[entry] ?? -1) ?? -1];
			const at = known < 0 ? groups.length : known;
			if (counts) counts[at] = (counts[at] ?? 0) + 1;
		}
	}
	return seen;
}

/** By wording, from 0 to 1: whether it is undecided if people miss it among the points that unite most. Never published. */
export function undecidedVotes(ground: Ground): Map<string, number> {
	const columns = [...ground.points.keys()].filter((wording) => ground.matrix.statements.includes(wording));
	const chosen = mostShared(columns.flatMap((wording) => ground.points.get(wording) ?? []));
	const found = undecided(supportIn(ground, columns), chosen, seenIn(ground, columns));
	return new Map(columns.map((wording, place) => [wording, found[place] ?? 0]));
}

/** In percent, the finest of which one step are ten people and more; null: they are too few for any. */
const STEPS = [5, 10, 25] as const;

function atLeast(part: number, all: number): number | null {
	const step = STEPS.find((one) => all * one >= MIN_COUNT_CROSSED * 100);
	return step === undefined ? null : Math.floor(((part / all) * 100) / step + 1e-9) * step;
}

/**
 * Whether the points that unite most leave out a part of the people that is large enough to expect another (EJR+), from
 * ballots alone: nobody knows whose they are, and they are never joined with contributions. null: no points unite.
 */
export function representedVotes(ground: Ground): RepresentedVotes | null {
	const columns = [...ground.points.keys()].filter((wording) => ground.matrix.statements.includes(wording));
	const points = columns.flatMap((wording) => ground.points.get(wording) ?? []);
	const chosen = mostShared(points);
	if (chosen.size === 0) return null;
	const support = supportIn(ground, columns);
	const audits = { groups: audit(support, chosen, 'groups'), people: audit(support, chosen, 'people') };
	const { people, without } = audits.people;
	const told = (violation: Violation | undefined) =>
		violation && sum(violation.people) >= MIN_COUNT_CROSSED ? { deserved: violation.deserved } : null;
	return {
		chosen: [...chosen].map((place) => points[place]?.number ?? 0),
		groups: [...ground.groups, NO_STATEMENT].flatMap((group, place) => {
			const all = people[place] ?? 0;
			if (all === 0) return [];
			return [{ group, atLeast: atLeast(all - (without[place] ?? 0), all) }];
		}),
		violations: points
			.flatMap(({ number }, place) => {
				const of = (weighing: 'groups' | 'people') =>
					told(audits[weighing].violations.find(({ candidate }) => candidate === place));
				const [groups, people] = [of('groups'), of('people')];
				return groups || people ? [{ point: number, groups, people }] : [];
			})
			.sort((a, b) => a.point - b.point)
	};
}
