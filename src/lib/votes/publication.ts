import { z } from 'zod';
import { renew } from './renewal.ts';
import { CROSSED, sum, type Counts, type Rule, type Shown } from './suppression.ts';

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
export const EVERY = 60 * 60 * 1000;

export function isDue(lastAt: string | undefined, now: string): boolean {
	return lastAt === undefined || Date.parse(now) - Date.parse(lastAt) >= EVERY;
}

/** The same people as in a line, told apart by another property. */
export interface Cut {
	/** Of the line that is cut. */
	line: string;
	counts: Counts;
	/** Whether there is anything to tell apart. */
	any: boolean;
}
const CUT = ' hands';
export const cutOf = (line: string) => line + CUT;

/** The next publication, given all former ones, the newest last; null when it would show nothing new. */
export function nextLines(
	now: Readonly<Record<string, Counts>>,
	former: readonly Lines[],
	rule: Rule,
	cuts: readonly Cut[] = []
): Lines | null {
	const latest = former.at(-1) ?? {};
	const keys = [...new Set([...Object.keys(now), ...Object.keys(latest)])].filter((key) => !key.endsWith(CUT)).sort();
	const lines = Object.fromEntries(keys.map((key) => [key, renew(now[key] ?? {}, historyOf(key, former), rule)]));
	const next = { ...lines, ...cutting(cuts, lines, former) };
	return JSON.stringify(next) === JSON.stringify(latest) ? null : next;
}

const historyOf = (key: string, former: readonly Lines[]) => former.flatMap((lines) => lines[key] ?? []);

/** All of them from the first time on that one has something to tell; else what was told stays. */
function cutting(cuts: readonly Cut[], lines: Lines, former: readonly Lines[]): Lines {
	const told = former.some((one) => Object.keys(one).some((key) => key.endsWith(CUT)));
	if (!told && !cuts.some(({ any }) => any)) return {};
	const shown = cuts.flatMap(({ line, counts }) => {
		const history = historyOf(cutOf(line), former);
		// The line shows older votes than these: cutting the newer ones would tell the difference.
		const inStep = lines[line]?.total === sum(Object.values(counts));
		const next = inStep ? renew(counts, history, CROSSED) : history.at(-1);
		return next ? [[cutOf(line), next] as const] : [];
	});
	return Object.fromEntries(shown);
}
