import { revealsByDifference } from './differencing.ts';
import { suppress, showing, sum, type Counts, type Rule, type Shown } from './suppression.ts';

/**
 * For lines with many cells (districts): cells that have changed by fewer people than may be shown are added to the cell of
 * what is held back, smallest first, until no difference to earlier publications reveals anything. Otherwise one new
 * person in one cell would block the publication of all. Empty where the rule does not aggregate, or nothing would be left.
 */
export function aggregateSmallCells(counts: Counts, history: readonly Shown[], rule: Rule): Shown[] {
	const exact = suppress(counts, rule);
	if (!rule.aggregates || exact.total === null) return [];
	const places = Object.entries(exact.counts).flatMap(([name, count]) => (count === null ? [] : [{ name, count }]));
	const still = places.filter((place) => !history.some((before) => changedSlightly(before, place, rule)));
	const open = still.sort((a, b) => b.count - a.count).map(({ name }) => name);
	for (; open.length > 0; open.pop()) {
		const shown = showing(counts, exact.total, new Set(open));
		if (isHeld(shown, counts, rule) && !history.some((before) => revealsByDifference(before, shown, rule)))
			return [shown];
	}
	return [];
}

/** One to four more or fewer than were once shown there. */
function changedSlightly(before: Shown, { name, count }: { name: string; count: number }, { least }: Rule): boolean {
	const old = before.counts[name];
	return old !== null && old !== undefined && old !== count && Math.abs(count - old) < least;
}

/** Nothing is held back, or so much in so many places that none of them follows from the rest. */
function isHeld({ counts: shown }: Shown, counts: Counts, { least }: Rule): boolean {
	const hidden = Object.entries(counts).flatMap(([name, count]) => (shown[name] === null ? [count] : []));
	return hidden.length === 0 || (hidden.filter((count) => count > 0).length > 1 && sum(hidden) >= least);
}
