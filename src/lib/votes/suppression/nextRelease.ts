import { revealsByDifference } from './differencing.ts';
import { aggregateSmallCells } from './aggregateSmallCells.ts';
import { suppress, PRESENCE, showing, sum, type Counts, type Rule, type Shown } from './suppression.ts';

/** The same with less said: only the largest count, then none. */
function coarser(counts: Counts, { least }: Rule): Shown[] {
	const all = Object.entries(counts);
	const total = sum(all.map(([, count]) => count));
	if (total < least) return [];
	const [top] = [...all].sort(([, a], [, b]) => b - a);
	const rest = total - (top?.[1] ?? 0);
	const only = top && rest >= least && all.length > 2 ? [showing(counts, total, new Set([top[0]]))] : [];
	return [...only, showing(counts, total, new Set())];
}

const detail = ({ total, counts, mostly }: Shown) =>
	Object.values(counts).filter((count) => count !== null).length + (total === null ? 0 : 1) + (mostly ? 1 : 0);

/** When the total has grown by this factor, a newer figure is shown although it is less exact than the last. */
const GROWN = 1.5;

/**
 * What to show now, given all that was ever shown of this line, the newest last. The most exact way that betrays nothing
 * by comparison; when that is less exact than before, what was shown stays, until half as many again have come.
 */
export function nextRelease(counts: Counts, history: readonly Shown[], rule: Rule = PRESENCE): Shown {
	const ways = [suppress(counts, rule), ...aggregateSmallCells(counts, history, rule), ...coarser(counts, rule)];
	const best = ways.find((one) => history.every((before) => !revealsByDifference(before, one, rule)));
	const former = history.at(-1);
	if (!former) return best ?? suppress(counts, rule);
	if (!best) return former;
	if (detail(best) >= detail(former)) return best;
	return (best.total ?? 0) >= GROWN * (former.total ?? 0) && best.total !== null ? best : former;
}
