import { isProblem, sentenceOf } from '../import/row.ts';
import type { Refusal } from './importJob.ts';

/** Why a row is not taken. */
export function refusalSentence({ problem, name }: Refusal): string {
	return isProblem(problem) ? sentenceOf({ problem, ...(name !== undefined && { name }) }) : '';
}
