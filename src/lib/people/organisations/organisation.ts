import { z } from 'zod';
import { seenField, words, type OptionalSeen } from '../../form.ts';
import { all, noWhen, type Verdict } from '../../verdict.ts';
import { ORGANISATION_MAX } from '../cards/batch.ts';
import { hasRole, type Person } from '../person.ts';

/** Of the organisation to be made: the same form sent twice makes one. */
export const NewOrganisationForm = z.object({ id: z.uuid('wrong'), name: words(ORGANISATION_MAX) });
export type NewOrganisationInput = z.output<typeof NewOrganisationForm>;

export const RenameForm = z.object({ name: words(ORGANISATION_MAX), seen: seenField });
export type RenameInput = OptionalSeen<z.output<typeof RenameForm>>;

/** `last`: that nobody would be left was on the screen. */
export const SeatForm = z.object({ seat: z.uuid('wrong'), last: z.enum(['yes', 'no']).default('no').catch('no') });
export type SeatInput = z.output<typeof SeatForm>;

/** The last one may go, too; but nobody ends it without having read what follows from that. */
export function mayEndSeat(facts: { last: boolean; toldLast: boolean }): Verdict {
	return noWhen(facts.last && !facts.toldLast, 'seatLast');
}

export const MergeForm = z.object({ into: z.uuid('choose') });

/** Names that differ only in case and spaces are the same name. */
export function nameKey(name: string): string {
	return name.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

/** Who speaks by name for others is known to somebody: the administration says who that is. */
export function mayTendOrganisations(person: Person | null): Verdict {
	return all(noWhen(person === null, 'signInFirst'), noWhen(!hasRole(person, 'admin'), 'roleMissing'));
}

/** `other`: which organisation has this name already. */
export function mayBeCalled(other: { id: string } | undefined, id: string): Verdict {
	return noWhen(other !== undefined && other.id !== id, 'organisationKnown');
}

/** `contradict`: both have spoken on the same wording in a phase that is over; what was published then stays. */
export function mayMerge(facts: { same: boolean; contradict: boolean }): Verdict {
	return all(noWhen(facts.same, 'organisationSame'), noWhen(facts.contradict, 'organisationsBothSpoke'));
}
