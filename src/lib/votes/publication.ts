import { z } from 'zod';
import { renew } from './renewal.ts';
import type { Counts, Rule, Shown } from './suppression.ts';

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

/** The next publication, given all former ones, the newest last; null when it would show nothing new. */
export function nextLines(now: Readonly<Record<string, Counts>>, former: readonly Lines[], rule: Rule): Lines | null {
	const latest = former.at(-1) ?? {};
	const keys = [...new Set([...Object.keys(now), ...Object.keys(latest)])].sort();
	const shown = keys.map((key) => {
		const history = former.flatMap((lines) => lines[key] ?? []);
		return [key, renew(now[key] ?? {}, history, rule)] as const;
	});
	const next = Object.fromEntries(shown);
	return JSON.stringify(next) === JSON.stringify(latest) ? null : next;
}
