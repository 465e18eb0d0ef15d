import { count, fill, t } from '../../texts/texts.ts';
import { FILE_MAX, PDF_PAGES_MAX, PIXELS_MAX, type Problem } from './scan.ts';

/** How far a pile is, in words. */
export function scanState({
	reading,
	waiting,
	counted
}: {
	reading: boolean;
	waiting: number;
	counted: number;
}): string {
	const words = t.votes.scans.states;
	if (reading) return words.reading;
	return waiting > 0 ? count(words.waiting, waiting) : count(words.done, counted);
}

/** Why a picture is not read, in a sentence that names it. */
export function refusal({ name, problem }: { name: string; problem: Problem }): string {
	const words = t.votes.scans;
	const limits = { file: FILE_MAX / 1024 / 1024, pixels: PIXELS_MAX / 1_000_000, pages: PDF_PAGES_MAX };
	return fill(words.refusedRow, { name, why: fill(words.problems[problem], limits) });
}
