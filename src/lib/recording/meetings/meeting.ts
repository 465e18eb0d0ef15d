import { z } from 'zod';
import { seenField, words, wordsIfAny, type OptionalSeen } from '../../form.ts';
import type { Person } from '../../people/person.ts';
import { all, noWhen, type Verdict } from '../../verdict.ts';
import { mayReadWorkshops } from '../workshops/workshop.ts';

export const TITLE_MAX = 120;
export const LINE_MAX = 300;

const time = z.string('timeWrong').regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'timeWrong');

/** What people need to know before they can come: each is asked for, and what is left empty is said to be open. */
export const NEEDS = ['audience', 'access', 'childcare', 'languages', 'travel'] as const;

export const MeetingForm = z
	.object({
		id: z.uuid('wrong'),
		title: words(TITLE_MAX),
		date: z.iso.date('dateWrong'),
		begins: time,
		ends: time,
		place: words(LINE_MAX),
		audience: wordsIfAny(LINE_MAX),
		access: wordsIfAny(LINE_MAX),
		childcare: wordsIfAny(LINE_MAX),
		languages: wordsIfAny(LINE_MAX),
		travel: wordsIfAny(LINE_MAX),
		seen: seenField.optional()
	})
	.refine(({ begins, ends }) => begins < ends, { error: 'endsBeforeBegin', path: ['ends'] });
export type MeetingInput = OptionalSeen<z.output<typeof MeetingForm> & { seen: string | undefined }>;

/** A meeting that is announced. */
export interface Meeting {
	id: string;
	title: string;
	/** YYYY-MM-DD */
	heldOn: string;
	/** Of the clock on the wall, `14:00`. */
	begins: string;
	ends: string;
	place: string;
	audience: string;
	access: string;
	childcare: string;
	languages: string;
	travel: string;
	changedAt: string;
	cancelledAt: string | null;
	/** The number of its record, as soon as that is public. */
	record: number | null;
}

export function mayPlanMeetings(person: Person | null): Verdict {
	return mayReadWorkshops(person);
}

/** What people have written into their calendars stays true: a meeting that is over is not moved. */
export function mayChangeMeeting(
	person: Person | null,
	{ heldOn, cancelledAt }: Pick<Meeting, 'heldOn' | 'cancelledAt'>,
	today: string
): Verdict {
	return all(
		mayPlanMeetings(person),
		noWhen(cancelledAt !== null, 'meetingCancelled'),
		noWhen(heldOn < today, 'meetingOver')
	);
}
