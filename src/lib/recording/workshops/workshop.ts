import { z } from 'zod';
import { peerPhase, type Phase } from '../../consultations/consultation.ts';
import { seenField, words, wordsIfAny, type OptionalSeen } from '../../form.ts';
import { GroupChoice, hasRole, type Group, type Person } from '../../people/person.ts';
import { day } from '../../texts/dates.ts';
import { noonOf } from '../../time.ts';
import { all, noWhen, type Verdict } from '../../verdict.ts';
import { mayRecord, PLACE_MAX } from '../recording.ts';

const PEOPLE_MAX = 2_000;
export const MINUTES_MAX = 20_000;

export const WorkshopForm = z.object({
	id: z.uuid('wrong'),
	label: words(PLACE_MAX),
	date: z.iso.date('dateWrong'),
	group: GroupChoice,
	people: z.coerce.number('peopleWrong').int('peopleWrong').min(1, 'peopleWrong').max(PEOPLE_MAX, 'peopleWrong'),
	minutes: wordsIfAny(MINUTES_MAX),
	/** The announced meeting it tells of. */
	meeting: z.uuid().optional().catch(undefined)
});
export type WorkshopInput = Omit<z.output<typeof WorkshopForm>, 'meeting'> & { meeting?: string | undefined };
export const WorkshopChangeForm = WorkshopForm.extend({ seen: seenField });
export type WorkshopChange = OptionalSeen<WorkshopInput & { seen: string }>;

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

/** What a group has said while it works among itself is read by nobody else until its phase is over. */
export function mayOpenWorkshop(
	{ group, heldOn, changedAt }: Pick<Workshop, 'group' | 'heldOn' | 'changedAt'>,
	phases: readonly Phase[],
	now: string
): Verdict {
	const phase = peerPhase(phases, group === 'none' ? null : group, now);
	const within = phase !== null && (changedAt >= phase.beginsAt || noonOf(heldOn) >= phase.beginsAt);
	return noWhen(within, 'meetingAmongPeers', { from: day(phase?.endsAt ?? now) });
}
