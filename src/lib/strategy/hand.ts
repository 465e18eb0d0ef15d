import { noWhen, type Verdict } from '../verdict.ts';

/** After so long without a change nobody is believed to be still writing. */
export const HOLD_MINUTES = 30;
const MINUTE = 60_000;

/** Somebody who said that they are writing at a point. */
export interface Hand {
	personId: string;
	name: string;
	takenAt: string;
}

/** Also not when it was taken before the clock was set back: it would hold until that time comes again. */
export function holds(hand: Hand | null, now: string): hand is Hand {
	return hand !== null && Math.abs(Date.parse(now) - Date.parse(hand.takenAt)) < HOLD_MINUTES * MINUTE;
}

/** Whoever does not hold the point first says that they take it over: nobody's words are lost by surprise. */
export function mayWrite(hand: Hand | null, personId: string | null, now: string): Verdict {
	const held = holds(hand, now) && hand.personId !== personId;
	return noWhen(held, 'pointHeld', { name: hand?.name ?? '' });
}
