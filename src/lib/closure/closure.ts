import type { ApprovalSubject } from '../approvals/approval.ts';
import type { Phase } from '../consultations/consultation.ts';
import { lastInstant } from '../consultations/consultation.ts';
import { phaseStatus } from '../consultations/phases/phaseStatus.ts';
import { hasRole, type Person } from '../people/person.ts';
import { KEPT_DAYS } from '../privacy/retention.ts';
import { day } from '../texts/dates.ts';
import { all, no, noWhen, yes, type Verdict } from '../verdict.ts';
import { DAY, later } from '../time.ts';

/** The end of a process: two admins close it, and from then on everybody only reads. */

export function mayManageClosure(person: Person | null): Verdict {
	return all(noWhen(person === null, 'signInFirst'), noWhen(!hasRole(person, 'admin'), 'roleMissing'));
}

export interface ClosureFacts {
	person: Person | null;
	phases: readonly Phase[];
	closedAt: string | null;
	now: string;
}

/** Nobody's voice is cut off: what was announced runs to its end first. A process without phases has not begun. */
export function mayClose({ person, phases, closedAt, now }: ClosureFacts): Verdict {
	return all(mayManageClosure(person), closedAt === null ? allOver(phases, now) : alreadyClosed(closedAt));
}

const alreadyClosed = (at: string) => no('processClosed', { since: day(at) });

function allOver(phases: readonly Phase[], now: string): Verdict {
	const { state } = phaseStatus(phases, now);
	if (state === 'over') return yes;
	const last = phases.toSorted((one, other) => (one.endsAt < other.endsAt ? 1 : -1))[0];
	return last ? no('phasesNotOver', { until: day(lastInstant(last)) }) : no('phasesMissing');
}

/** What the approval is about; `path` is where it is read. */
export function closureSubject({ id, title }: { id: string; title: string }): ApprovalSubject {
	return { kind: 'closure', id, consultationId: id, number: null, title, path: '/werkstatt/abschluss' };
}

const after = (from: string, days: number) => later(from, days * DAY);

export interface Ending {
	what: 'addresses' | 'drafts' | 'rejected' | 'codes' | 'moderation';
	at: string;
}

/**
 * When what is kept of people goes at the latest, in order of time: codes count from the end of the last phase, the rest
 * from the closing. After the last of them the server has nothing more to do.
 */
export function endings(closedAt: string, lastPhaseEnd: string): Ending[] {
	const addresses = after(lastPhaseEnd, KEPT_DAYS.addresses);
	const all: Ending[] = [
		{ what: 'addresses', at: addresses < closedAt ? addresses : closedAt },
		{ what: 'drafts', at: after(closedAt, KEPT_DAYS.drafts) },
		{ what: 'rejected', at: after(closedAt, KEPT_DAYS.rejected) },
		{ what: 'codes', at: after(lastPhaseEnd, KEPT_DAYS.codes) },
		// The log of moderation, and who of the staff did what.
		{ what: 'moderation', at: after(closedAt, Math.max(KEPT_DAYS.moderation, KEPT_DAYS.audit)) }
	];
	return all.sort((one, other) => (one.at < other.at ? -1 : 1));
}
