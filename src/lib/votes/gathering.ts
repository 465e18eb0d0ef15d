import { betrays } from './betrayal.ts';
import { hold, showing, sum, type Counts, type Rule, type Shown } from './suppression.ts';

/**
 * For lines of many places: what has moved by a few since it was shown is summed up with what is held back, so that one
 * newcomer somewhere does not keep all places from being told anew. Smallest first, until comparing tells nothing. None
 * where the rule does not gather, or where nothing would be left to tell.
 */
export function gathered(counts: Counts, history: readonly Shown[], rule: Rule): Shown[] {
	const exact = hold(counts, rule);
	if (!rule.gathers || exact.total === null) return [];
	const places = Object.entries(exact.counts).flatMap(([name, count]) => (count === null ? [] : [{ name, count }]));
	const still = places.filter((place) => !history.some((before) => stirred(before, place, rule)));
	const open = still.sort((a, b) => b.count - a.count).map(({ name }) => name);
	for (; open.length > 0; open.pop()) {
		const shown = showing(counts, exact.total, new Set(open));
		if (isHeld(shown, counts, rule) && !history.some((before) => betrays(before, shown, rule))) return [shown];
	}
	return [];
}

/** One to four more or fewer than were once shown there. */
function stirred(before: Shown, { name, count }: { name: string; count: number }, { least }: Rule): boolean {
	const old = before.counts[name];
	return old !== null && old !== undefined && old !== count && Math.abs(count - old) < least;
}

/** Nothing is held back, or so much in so many places that none of them follows from the rest. */
function isHeld({ counts: shown }: Shown, counts: Counts, { least }: Rule): boolean {
	const hidden = Object.entries(counts).flatMap(([name, count]) => (shown[name] === null ? [count] : []));
	return hidden.length === 0 || (hidden.filter((count) => count > 0).length > 1 && sum(hidden) >= least);
}
