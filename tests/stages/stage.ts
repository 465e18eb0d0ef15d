import type { Command } from './command.ts';

/** What a stage found out. */
export interface Tally {
	passed: number;
	failed: number;
	skipped: number;
}

/** What stages need from the run around them. */
export interface Run {
	/** Removed at the end, whatever happened. */
	folder: string;
	command: Command;
	/** Words after `--`, e.g. a file name for vitest or playwright; only with `--only`. */
	rest: readonly string[];
}

/** One stage of the run: a name for `--only`, a headline, and what it needs to be done before it. */
export interface Stage {
	name: string;
	headline: string;
	after?: readonly string[];
	run(run: Run): Promise<{ tally: Tally; output: string }>;
}
