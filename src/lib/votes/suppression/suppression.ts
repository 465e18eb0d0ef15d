/**
 * What may be shown of counts of people. Everything published goes through here: pages, JSON, reports, exports.
 *
 * A line is a row of counts whose sum readers know or can compute. The rules:
 * - No count of one to four people is shown (MIN_COUNT), and no sum of counts that would be one to four: what is hidden in
 *   a line is at least two counts and at least five people, or readers would subtract. So the next smallest count is
 *   hidden too, and if need be all. A line of one to four people shows nothing, not even its sum.
 * - Where two properties of people are crossed (group × channel), ten takes the place of five (MIN_COUNT_CROSSED).
 * - Such a cut through a line (`votes/results/publication.ts`) is made only together with that line, from the same votes: two figures of
 *   different moments would tell what came in between.
 * - Lines are never added up: there is no sum over groups, nor over persons and organisations, to subtract from.
 * - What is shown changes in batches, and only when the difference to everything shown before is itself as safe as a
 *   line has to be (`nextRelease.ts`). Whoever keeps every publication and subtracts learns nothing about one to four people.
 */
export const MIN_COUNT = 5;
export const MIN_COUNT_CROSSED = 10;

export type Counts = Readonly<Record<string, number>>;

export interface Shown {
	/** null: one to four people. */
	total: number | null;
	/** null: held back. */
	counts: Readonly<Record<string, number | null>>;
	/** Where the largest count is held back: it is at least this share of the total. */
	mostly: { name: string; share: number } | null;
}

export interface Rule {
	least: number;
	/** Below this total, near-unanimity is not shown exactly: it would say how each single one answered. */
	unanimityThreshold: number;
	/** Whether places may be summed up with what is held back (`aggregateSmallCells.ts`): for lines of many. */
	aggregates?: true;
}

/** Counts of who took part, in one property. */
export const PRESENCE: Rule = { least: MIN_COUNT, unanimityThreshold: 0 };
/** The same, told apart into many places, of which most are small. */
export const PLACED: Rule = { ...PRESENCE, aggregates: true };
/** Counts of what people of one group think. */
export const OPINION: Rule = { least: MIN_COUNT, unanimityThreshold: 10 };
/** Two properties crossed. */
export const CROSSED: Rule = { least: MIN_COUNT_CROSSED, unanimityThreshold: 0 };
const NEARLY_ALL = 0.8;
const STEP = 0.05;

export const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

/** A line as it may be shown when nothing of it was shown before. */
export function suppress(counts: Counts, rule: Rule = PRESENCE): Shown {
	const all = Object.entries(counts);
	const total = sum(all.map(([, count]) => count));
	if (total > 0 && total < rule.least) return showing(counts, null, new Set());
	const [top] = [...all].sort(([, a], [, b]) => b - a);
	if (top && total < rule.unanimityThreshold && top[1] / total >= NEARLY_ALL) {
		return { ...showing(counts, total, new Set()), mostly: { name: top[0], share: NEARLY_ALL } };
	}
	const open = new Set(all.map(([name]) => name));
	for (const name of hiddenIn(all, rule.least)) open.delete(name);
	return { ...showing(counts, total, open), mostly: top ? floorOf(counts, total, open, top, rule) : null };
}

/** These open, all others held back. */
export function showing(counts: Counts, total: number | null, open: ReadonlySet<string>): Shown {
	const shown = Object.entries(counts).map(([name, count]) => [name, open.has(name) ? count : null] as const);
	return { total, counts: Object.fromEntries(shown), mostly: null };
}

/**
 * The small counts, and as many of the next smallest as it takes. What else readers know from these rules must not leave
 * them one possibility: hence a step between five and the least that is shown, no tie torn apart, and never only fours.
 */
function hiddenIn(all: readonly (readonly [string, number])[], least: number): string[] {
	if (all.every(([, count]) => count === 0 || count >= least)) return [];
	const rest = [...all].sort(([, a], [, b]) => a - b);
	const hidden = rest.splice(0, rest.filter(([, count]) => count < least).length);
	const enough = () =>
		hidden.length > 1 &&
		sum(hidden.map(([, count]) => count)) >= least &&
		(rest[0]?.[1] ?? 0) > Math.max(least, hidden.at(-1)?.[1] ?? 0) &&
		(hidden.length === 2 || hidden.some(([, count]) => count !== least - 1));
	while (rest.length > 0 && !enough()) hidden.push(...rest.splice(0, 1));
	return hidden.map(([name]) => name);
}

/**
 * The largest count is hidden when it hides the others: together they are fewer than five. That much readers know from
 * these rules, so it may be said, in steps of five percent.
 */
function floorOf(
	counts: Counts,
	total: number,
	open: ReadonlySet<string>,
	[name, count]: readonly [string, number],
	{ least }: Rule
): Shown['mostly'] {
	// As long as all may be small: if it were said only when they are not, its absence would say that they are.
	if (open.has(name) || total <= Object.keys(counts).length * (least - 1)) return null;
	const others = Object.entries(counts).filter(([other]) => other !== name);
	const hidden = sum(others.map(([other, one]) => (open.has(other) ? 0 : one)));
	if (hidden >= least || count < least) return null;
	const surely = total - (least - 1) - sum(others.map(([other, one]) => (open.has(other) ? one : 0)));
	const share = Math.floor(surely / total / STEP + 1e-9) * STEP;
	return share > 0.5 ? { name, share: Math.round(share * 100) / 100 } : null;
}
