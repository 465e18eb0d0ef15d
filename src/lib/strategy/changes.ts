import type { VersionPoint } from './point.ts';
import type { Part } from './parts.ts';
import { compareMarkdown, compareWords } from './words.ts';

/** What became of a point from one version to another. */
export const FATES = ['new', 'reworded', 'dropped', 'moved', 'unchanged'] as const;
export type Fate = (typeof FATES)[number];

/** What a comparison needs to know of a point in a version. */
export type Comparable = Pick<VersionPoint, 'pointId' | 'number' | 'field' | 'title' | 'body'>;

export interface Change {
	pointId: string;
	number: number;
	fate: Fate;
	/** Where it stands, or stood last. */
	field: string;
	/** The field it was in before, when that is another. */
	formerField: string | null;
	title: Part[];
	body: Part[];
}

export type Summary = Record<Fate, number>;

/** Point by point, in the order of the newer version; what was dropped comes last. Both lists in document order. */
export function compare(before: readonly Comparable[], after: readonly Comparable[]): Change[] {
	const old = new Map(before.map((point) => [point.pointId, point]));
	const staying = new Set(after.map((point) => point.pointId));
	const moved = movedPoints(before, after);
	const changes = after.map((point) => change(old.get(point.pointId) ?? null, point, moved.has(point.pointId)));
	const dropped = before.filter((point) => !staying.has(point.pointId));
	return [...changes, ...dropped.map((point) => change(point, null, false))];
}

/** Only what became of each point, without comparing words. */
export function fates(before: readonly Comparable[], after: readonly Comparable[]): Map<string, Fate> {
	const old = new Map(before.map((point) => [point.pointId, point]));
	const moved = movedPoints(before, after);
	const fateOf = (point: Comparable) => fate(old.get(point.pointId) ?? null, point, moved.has(point.pointId));
	const result = new Map<string, Fate>(after.map((point) => [point.pointId, fateOf(point)]));
	for (const point of before) if (!result.has(point.pointId)) result.set(point.pointId, 'dropped');
	return result;
}

export function summary(all: Iterable<Fate>): Summary {
	const counts: Summary = { new: 0, reworded: 0, dropped: 0, moved: 0, unchanged: 0 };
	for (const one of all) counts[one]++;
	return counts;
}

function fate(before: Comparable | null, after: Comparable | null, moved: boolean): Fate {
	if (!before) return 'new';
	if (!after) return 'dropped';
	if (before.title !== after.title || before.body !== after.body) return 'reworded';
	return moved || before.field !== after.field ? 'moved' : 'unchanged';
}

function change(before: Comparable | null, after: Comparable | null, moved: boolean): Change {
	const point = after ?? before;
	if (!point) throw new Error('a change needs a point');
	return {
		pointId: point.pointId,
		number: point.number,
		fate: fate(before, after, moved),
		field: point.field,
		formerField: before && after && before.field !== after.field ? before.field : null,
		title: compareWords(before?.title ?? '', after?.title ?? ''),
		body: compareMarkdown(before?.body ?? '', after?.body ?? '')
	};
}

/**
 * Who changed places: of the points in both versions as few as possible, so that one point carried to the top is one
 * move and not a move of all the others. Those that stay are the longest run whose order is the same.
 */
function movedPoints(before: readonly Comparable[], after: readonly Comparable[]): Set<string> {
	const placeBefore = new Map(before.map((point, place) => [point.pointId, place]));
	const common = after.flatMap(({ pointId, field }) => {
		const place = placeBefore.get(pointId);
		return place === undefined || before[place]?.field !== field ? [] : [{ pointId, place }];
	});
	const keep = new Set(longestRise(common.map(({ place }) => place)));
	return new Set(common.filter(({ place }) => !keep.has(place)).map(({ pointId }) => pointId));
}

/** The longest rising subsequence (patience sorting, O(n log n)). Values are distinct. */
function longestRise(values: readonly number[]): number[] {
	const ends: number[] = [];
	const below = new Map<number, number | undefined>();
	for (const value of values) {
		const pile = firstAtLeast(ends, value);
		below.set(value, ends[pile - 1]);
		ends[pile] = value;
	}
	const run: number[] = [];
	for (let value = ends.at(-1); value !== undefined; value = below.get(value)) run.push(value);
	return run.reverse();
}

function firstAtLeast(sorted: readonly number[], value: number): number {
	let [low, high] = [0, sorted.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((sorted[middle] ?? 0) < value) low = middle + 1;
		else high = middle;
	}
	return low;
}

interface Worded {
	title: string;
	body: string;
}

/** Wordings of one point, newest first, each compared with the one before it; the first has nothing to compare. */
export function history<W extends Worded>(wordings: readonly W[]) {
	return wordings.map((wording, index) => {
		const before = wordings[index + 1];
		const changes = before && {
			title: compareWords(before.title, wording.title),
			body: compareMarkdown(before.body, wording.body)
		};
		return { ...wording, changes: changes ?? null };
	});
}
