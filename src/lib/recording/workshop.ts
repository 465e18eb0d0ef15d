import { z } from 'zod';
import { seenField, words, wordsIfAny, type OptionalSeen } from '../form.ts';
import { GROUPS, hasRole, type Group, type Person } from '../people/person.ts';
import { all, noWhen, type Verdict } from '../verdict.ts';
import { mayRecord, PLACE_MOST } from './recording.ts';

export const PEOPLE_MOST = 2_000;
export const MINUTES_MOST = 20_000;

export const WorkshopForm = z.object({
	id: z.uuid('wrong'),
	label: words(PLACE_MOST),
	date: z.iso.date('dateWrong'),
	group: z.enum(GROUPS, 'choose'),
	people: z.coerce.number('peopleWrong').int('peopleWrong').min(1, 'peopleWrong').max(PEOPLE_MOST, 'peopleWrong'),
	minutes: wordsIfAny(MINUTES_MOST)
});
export type WorkshopInput = z.output<typeof WorkshopForm>;
export const WorkshopChangeForm = WorkshopForm.extend({ seen: seenField });
export type WorkshopChange = OptionalSeen<z.output<typeof WorkshopChangeForm>>;

/** A meeting, and what stood on its flip charts. */
export interface Workshop {
	id: string;
	number: number;
	consultationId: string;
	label: string;
	/** YYYY-MM-DD */
	heldOn: string;
	group: Group;
	people: number;
	minutes: string;
	publishedAt: string | null;
	/** Which state of it somebody has read. */
	changedAt: string;
	/** Whether the one who asks wrote it down, or changed it last. */
	mine: boolean;
}

/** The team's desk for meetings: who writes them down, and who reads them before everybody does. */
export function mayReadWorkshops(person: Person | null): Verdict {
	return all(
		noWhen(person === null, 'signInFirst'),
		noWhen(!hasRole(person, 'helper', 'moderator', 'admin'), 'roleMissing')
	);
}

/** What everybody reads stays as it is; whoever has to mend it takes it back first. */
export function mayChangeWorkshop(person: Person | null, publishedAt: string | null): Verdict {
	return all(mayRecord(person), noWhen(publishedAt !== null, 'workshopPublished'));
}

/** In the record stand words of people: like every text, somebody else reads it before it is public. */
export function mayPublishWorkshop(person: Person | null, mine: boolean): Verdict {
	return all(
		noWhen(person === null, 'signInFirst'),
		noWhen(!hasRole(person, 'moderator', 'admin'), 'roleMissing'),
		noWhen(mine, 'workshopOwn')
	);
}
