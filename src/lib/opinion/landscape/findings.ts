import { shareOf, type KnownShares, type Range } from '../../votes/summary/knownRange.ts';
import { MIN_ANSWERS_PER_GROUP } from '../../votes/summary/summary.ts';
import { characteristic } from '../characteristic.ts';
import { hundredths, twentieths, type Landscape, type OpinionGroup, type Said, type Span } from './landscape.ts';
import type { Matrix } from '../matrix.ts';

/** A point as it may be told of: everything here has passed `suppression.ts`, and everything said follows from it. */
export interface FindingPoint {
	column: number;
	point: number;
	/** Of the declared groups in which somebody voted, from their published results. */
	declared: readonly KnownShares[];
	/** How surely each declared group agrees, as its results say; null: some group is too small. */
	bridge: number | null;
	/** Of each opinion group, in the order of their numbers; null: held back. */
	groups: readonly (KnownShares | null)[];
}

const TOLD_MAX = 5;
/** Shares this far apart, or both sides this strong, are worth telling. */
const APART = 0.3;
type Side = 'agree' | 'pass' | 'disagree';

function span({ least, most }: Range, n: number): Span {
	return { least: hundredths(least / n), most: hundredths(most / n) };
}

function added(known: readonly KnownShares[], side: Side): Range {
	const sum = (end: 'least' | 'most') => known.reduce((total, one) => total + one[side][end], 0);
	return { least: sum('least'), most: sum('most') };
}

const people = (known: readonly KnownShares[]) => known.reduce((sum, { n }) => sum + n, 0);

/** null: of so few, or held back so far, that nothing is said. */
export function findingOf(known: readonly (KnownShares | null)[]): Said | null {
	const shown = known.flatMap((one) => one ?? []);
	const n = people(shown);
	if (n < MIN_ANSWERS_PER_GROUP || shown.every(({ agree, n }) => agree.most - agree.least === n)) return null;
	const of = (side: Side) => span(added(shown, side), n);
	return { agree: of('agree'), pass: of('pass'), disagree: of('disagree') };
}

/** What sets this group apart, even if of what is held back everything spoke against it. */
export function apart(points: readonly FindingPoint[], group: number, matrix: Matrix): OpinionGroup['characteristic'] {
	const known = points.flatMap(({ groups, ...one }) => {
		const [own, others] = [groups[group], groups.flatMap((other, place) => (place === group ? [] : (other ?? [])))];
		return own && others.length > 0 ? [{ ...one, own, others }] : [];
	});
	const cell = ({ n, agree, pass, disagree }: KnownShares, end: 'least' | 'most') => {
		return { n, agree: agree[end], pass: pass[end], disagree: disagree[end] };
	};
	const figures = known.map(({ column, own, others }) => ({
		...{ column, gic: 0, minLowerBound: 0 },
		cells: [
			{ group: 0, ...cell(own, 'least') },
			...others.map((other, place) => ({ group: place + 1, ...cell(other, 'most') }))
		]
	}));
	const found = characteristic(figures, matrix).filter((one) => one.group === 0);
	return found.slice(0, TOLD_MAX).flatMap(({ column, direction }) => {
		const one = known.find((each) => each.column === column);
		if (!one) return [];
		const others = span(added(one.others, direction), people(one.others));
		return [{ point: one.point, direction, share: span(one.own[direction], one.own.n), others }];
	});
}

/**
 * Points every group surely agrees on by more than half: each declared group, for otherwise a small one could be hidden
 * in the opinion of many, and each opinion group. Where a group has too few answers nobody knows.
 */
export function bridges(points: readonly FindingPoint[]): Landscape['bridging'] {
	const all = points.map(({ point, bridge, declared, groups }) => {
		const together = [...declared, ...groups].reduce((product, one) => product * consensus(one), 1);
		return { point, together, least: Math.min(bridge ?? 0, ...groups.map(leastSure)) };
	});
	return all
		.filter(({ least }) => least > 0.5)
		.sort((a, b) => b.least - a.least || b.together - a.together || a.point - b.point)
		.slice(0, TOLD_MAX)
		.map(({ point, least }) => ({ point, least: twentieths(least) }));
}

const consensus = (known: KnownShares | null) => (known ? (known.agree.least + 1) / (known.n + 2) : 0);

/** The share that the group surely exceeds; 0 where nobody knows. */
export function leastSure(known: KnownShares | null): number {
	return known && known.n >= MIN_ANSWERS_PER_GROUP ? shareOf(known.agree, known.n).low : 0;
}

/** Where opinion groups are farthest apart; without such groups, where both sides are strong. */
export function divides(told: Landscape['points']): number[] {
	return told
		.filter((one) => gap(one) >= APART - 1e-9)
		.sort((a, b) => gap(b) - gap(a) || a.point - b.point)
		.slice(0, TOLD_MAX)
		.map(({ point }) => point);
}

/** At least so far. */
function gap({ all, groups }: Landscape['points'][number]): number {
	if (groups.length === 0) return all ? Math.min(all.agree.least, all.disagree.least) : 0;
	const agree = groups.flatMap((one) => (one ? [one.agree] : []));
	const most = Math.max(...agree.map(({ least }) => least));
	return agree.length > 1 ? Math.max(0, most - Math.min(...agree.map(({ most }) => most))) : 0;
}
