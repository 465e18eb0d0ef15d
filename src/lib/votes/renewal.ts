import { hold, PRESENCE, showing, sum, type Counts, type Rule, type Shown } from './suppression.ts';

/** Whether subtracting one publication of a line from another tells of a few people. */
export function betrays(before: Shown, after: Shown, { least, candid }: Rule): boolean {
	if (before.total === null || after.total === null) return false;
	const names = new Set([...Object.keys(before.counts), ...Object.keys(after.counts)]);
	const known: number[] = [];
	for (const name of names) {
		const [old, young] = [valueOf(before, name), valueOf(after, name)];
		if (old !== null && young !== null) known.push(young - old);
	}
	const rest = after.total - before.total - sum(known);
	const changes = known.length < names.size ? [...known, rest] : known;
	if (changes.some((change) => change !== 0 && Math.abs(change) < least)) return true;
	// All who came meanwhile gave the same answer, and are few: that says how each of them answered.
	const answers = known.filter((change) => change !== 0);
	return rest === 0 && answers.length === 1 && Math.abs(answers[0] ?? 0) < candid;
}

/** A name that a line does not have counts nobody; in a line that shows nothing, nobody knows. */
function valueOf(shown: Shown, name: string): number | null {
	const value = shown.counts[name];
	return value === undefined ? 0 : value;
}

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

/** From here on it is worth more to be new than to be exact. */
const GROWN = 1.5;

/**
 * What to show now, given all that was ever shown of this line, the newest last. The most exact way that betrays nothing
 * by comparison; when that is less exact than before, what was shown stays, until half as many again have come.
 */
export function renew(counts: Counts, history: readonly Shown[], rule: Rule = PRESENCE): Shown {
	const best = [hold(counts, rule), ...coarser(counts, rule)].find((one) =>
		history.every((before) => !betrays(before, one, rule))
	);
	const former = history.at(-1);
	if (!former) return best ?? hold(counts, rule);
	if (!best) return former;
	if (detail(best) >= detail(former)) return best;
	return (best.total ?? 0) >= GROWN * (former.total ?? 0) && best.total !== null ? best : former;
}
