import { z } from 'zod';
import { nextRelease } from '../suppression/nextRelease.ts';
import { CROSSED, sum, type Counts, type Rule, type Shown } from '../suppression/suppression.ts';
import { HOUR, elapsed } from '../../time.ts';

/** What is shown of a subject (a ballot box, the participation in a consultation) since a moment, line by line. */
export interface Publication {
	at: string;
	lines: Lines;
}
export type Lines = Readonly<Record<string, Shown>>;

const count = z.number().int().nonnegative();
export const LinesText = z.record(
	z.string(),
	z.strictObject({
		total: count.nullable(),
		counts: z.record(z.string(), count.nullable()),
		mostly: z.strictObject({ name: z.string(), share: z.number().min(0).max(1) }).nullable()
	})
);

/** Figures change at most once an hour: nobody can watch how they move when somebody votes. */
const EVERY = HOUR;

export function isDue(lastAt: string | undefined, now: string): boolean {
	return lastAt === undefined || elapsed(lastAt, now) >= EVERY;
}

/** The people of one published line, broken down by another property, e.g. who entered the vote. */
export interface Breakdown {
	/** The key of that line. */
	line: string;
	counts: Counts;
	/** Whether there is anything to tell apart. */
	any: boolean;
}
const CUT = ' hands';
export const breakdownKey = (line: string) => line + CUT;

/** The next publication, given all former ones, the newest last; null when it would show nothing new. */
export function nextLines(
	now: Readonly<Record<string, Counts>>,
	former: readonly Lines[],
	rule: Rule,
	cuts: readonly Breakdown[] = []
): Lines | null {
	const latest = former.at(-1) ?? {};
	const keys = [...new Set([...Object.keys(now), ...Object.keys(latest)])].filter((key) => !key.endsWith(CUT)).sort();
	const lines = Object.fromEntries(keys.map((key) => [key, nextRelease(now[key] ?? {}, historyOf(key, former), rule)]));
	const next = { ...lines, ...cutting(cuts, lines, former) };
	return JSON.stringify(next) === JSON.stringify(latest) ? null : next;
}

const historyOf = (key: string, former: readonly Lines[]) => former.flatMap((lines) => lines[key] ?? []);

/** Once any breakdown has been published, all of them are; before, none. */
function cutting(cuts: readonly Breakdown[], lines: Lines, former: readonly Lines[]): Lines {
	const told = former.some((one) => Object.keys(one).some((key) => key.endsWith(CUT)));
	if (!told && !cuts.some(({ any }) => any)) return {};
	const shown = cuts.flatMap(({ line, counts }) => {
		const history = historyOf(breakdownKey(line), former);
		// The line shows older votes than these: cutting the newer ones would tell the difference.
		const inStep = lines[line]?.total === sum(Object.values(counts));
		const next = inStep ? nextRelease(counts, history, CROSSED) : history.at(-1);
		return next ? [[breakdownKey(line), next] as const] : [];
	});
	return Object.fromEntries(shown);
}
