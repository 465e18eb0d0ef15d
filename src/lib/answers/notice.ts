import { noWhen, type Verdict } from '../verdict.ts';

/** With fewer, somebody in the house could tell who wrote what. */
export const NOTICE_MIN = 5;

/** `authors`: how many different people wrote what would hang on the board. */
export function mayHangUp({ authors }: { authors: number }): Verdict {
	return noWhen(authors < NOTICE_MIN, 'noticeTooFew');
}
