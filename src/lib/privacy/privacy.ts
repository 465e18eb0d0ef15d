import { z } from 'zod';
import { PurposeName } from '../people/consent.ts';
import { isStaff, type Person } from '../people/person.ts';
import { all, noWhen, type Verdict } from '../verdict.ts';

/** What becomes of somebody's texts when she goes: they are forgotten, or they stay and are nobody's. */
export const FATES = ['erase', 'unlink'] as const;
export type Fate = (typeof FATES)[number];

export const FateForm = z.object({ texts: z.enum(FATES, 'choose') });
export const ConsentForm = z.object({ purpose: PurposeName });

/** Whoever works here acts with a name and answers for it; an account of the team is ended by the operator. */
export function mayLeave(person: Person | null): Verdict {
	return all(noWhen(person === null, 'signInFirst'), noWhen(isStaff(person), 'staffStays'));
}
