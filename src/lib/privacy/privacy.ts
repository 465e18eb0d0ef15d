import { z } from 'zod';
import { PurposeName } from '../people/consents/consent.ts';
import type { Person } from '../people/person.ts';
import { all, noWhen, type Verdict } from '../verdict.ts';

/** What becomes of somebody's texts when she goes: they are forgotten, or they stay and are nobody's. */
const FATES = ['erase', 'unlink'] as const;
export type Fate = (typeof FATES)[number];

export const FateForm = z.object({ texts: z.enum(FATES, 'choose') });
export const ConsentForm = z.object({ purpose: PurposeName });

/**
 * Whoever works here may go, too; what they did stays on record for two years, without their name. `admins`: who is one
 * at this moment, read in the same transaction: somebody has to be left who can let others in.
 */
export function mayLeave(person: Person | null, admins: readonly string[]): Verdict {
	const last = person !== null && admins.includes(person.id) && admins.length === 1;
	return all(noWhen(person === null, 'signInFirst'), noWhen(last, 'lastAdmin'));
}
