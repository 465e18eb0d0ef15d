import type { Lineage } from '../lineage/lineage.ts';
import type { VersionPoint } from '../points/point.ts';
import type { Part } from '../diff/diffParts.ts';
import { longestIncreasing } from '../diff/longestIncreasing.ts';
import { compareMarkdown, compareWords } from '../diff/wordDiff.ts';

/** What became of a point from one version to another. */
export const FATES = ['new', 'reworded', 'split', 'merged', 'dropped', 'moved', 'unchanged'] as const;
export type Fate = (typeof FATES)[number];

/** What a comparison needs to know of a point in a version. */
export type Comparable = Pick<VersionPoint, 'pointId' | 'number' | 'field' | 'title' | 'body'>;

/** The same in both versions is only what has the same words and the same measures. */
type Apart = (pointId: string) => boolean;

/** What a comparison cannot see in the words: what was split and merged on the way, and whose measures differ. */
export interface Hints {
	lineage: readonly Lineage[];
	apart: Apart;
}
const NO_HINTS: Hints = { lineage: [], apart: () => false };

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
export function compare(
	before: readonly Comparable[],
	after: readonly Comparable[],
	hints: Hints = NO_HINTS
): Change[] {
	const old = new Map(before.map((point) => [point.pointId, point]));
	const staying = new Set(after.map((point) => point.pointId));
	const all = fates(before, after, hints);
	const fateOf = (point: Comparable) => all.get(point.pointId) ?? 'unchanged';
	const changes = after.map((point) => change(old.get(point.pointId) ?? null, point, fateOf(point)));
	const dropped = before.filter((point) => !staying.has(point.pointId));
	return [...changes, ...dropped.map((point) => change(point, null, fateOf(point)))];
}

/** Only what became of each point, without comparing words. */
export function fates(
	before: readonly Comparable[],
	after: readonly Comparable[],
	{ lineage, apart }: Hints = NO_HINTS
): Map<string, Fate> {
	const old = new Map(before.map((point) => [point.pointId, point]));
	const moved = movedPoints(before, after);
	const fromOf = (kind: Lineage['kind']) =>
		new Set(lineage.filter((one) => one.kind === kind).map((one) => one.fromId));
	const [split, merged] = [fromOf('split'), fromOf('merge')];
	const fateOf = (point: Comparable): Fate => {
		if (split.has(point.pointId) && old.has(point.pointId)) return 'split';
		const found = fate(old.get(point.pointId) ?? null, point, moved.has(point.pointId));
		return found !== 'new' && apart(point.pointId) ? 'reworded' : found;
	};
	const result = new Map<string, Fate>(after.map((point) => [point.pointId, fateOf(point)]));
	for (const point of before)
		if (!result.has(point.pointId)) result.set(point.pointId, merged.has(point.pointId) ? 'merged' : 'dropped');
	return result;
}

export function summary(all: Iterable<Fate>): Summary {
	const counts: Summary = { new: 0, reworded: 0, split: 0, merged: 0, dropped: 0, moved: 0, unchanged: 0 };
	for (const one of all) counts[one]++;
	return counts;
}

function fate(before: Comparable | null, after: Comparable, moved: boolean): Fate {
	if (!before) return 'new';
	if (!sameText(before.title, after.title) || !sameText(before.body, after.body)) return 'reworded';
	return moved || before.field !== after.field ? 'moved' : 'unchanged';
}

/** How an umlaut is stored is no difference. */
function sameText(one: string, other: string): boolean {
	return one === other || one.normalize('NFC') === other.normalize('NFC');
}

function change(before: Comparable | null, after: Comparable | null, fate: Fate): Change {
	const point = after ?? before;
	if (!point) throw new Error('a change needs a point');
	return {
		pointId: point.pointId,
		number: point.number,
		fate,
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
	const keep = new Set(longestIncreasing(common.map(({ place }) => place)));
	return new Set(common.filter(({ place }) => !keep.has(place)).map(({ pointId }) => pointId));
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
