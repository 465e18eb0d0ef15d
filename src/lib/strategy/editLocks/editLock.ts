import { noWhen, type Verdict } from '../../verdict.ts';
import { MINUTE, elapsed } from '../../time.ts';

/** After so long without a change nobody is believed to be still writing. */
export const LOCK_MINUTES = 30;

/** Somebody who said that they are writing at a point. */
export interface EditLock {
	personId: string;
	name: string;
	takenAt: string;
}

/** Also not when it was taken before the clock was set back: it would hold until that time comes again. */
export function isHeldBy(hand: EditLock | null, now: string): hand is EditLock {
	return hand !== null && Math.abs(elapsed(hand.takenAt, now)) < LOCK_MINUTES * MINUTE;
}

/** Whoever does not hold the point first says that they take it over: nobody's words are lost by surprise. */
export function mayWrite(hand: EditLock | null, personId: string | null, now: string): Verdict {
	const held = isHeldBy(hand, now) && hand.personId !== personId;
	return noWhen(held, 'pointHeld', { name: hand?.name ?? '' });
}
