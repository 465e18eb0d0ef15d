import { currentPhase, openPhase, type Action, type Phase, type Turn } from '../consultation.ts';

/** Where a consultation stands today, for whoever comes for the first time. */
export type PhaseStatus =
	| { state: 'open'; phase: Phase }
	/** Nothing runs today; `next` begins later. `begun`: others ran before it. */
	| { state: 'pause'; next: Phase; begun: boolean }
	/** Closed for good: nobody writes any more. */
	| { state: 'closed'; since: string }
	| { state: 'over' }
	| { state: 'undated' };

export function phaseStatus(phases: readonly Phase[], now: string, closedAt: string | null = null): PhaseStatus {
	if (closedAt !== null) return { state: 'closed', since: closedAt };
	const phase = currentPhase(phases, now);
	if (phase) return { state: 'open', phase };
	const [next] = phases.filter((one) => one.beginsAt > now).sort((a, b) => (a.beginsAt < b.beginsAt ? -1 : 1));
	if (next) return { state: 'pause', next, begun: phases.some((one) => one.endsAt <= now) };
	return phases.length > 0 ? { state: 'over' } : { state: 'undated' };
}

export type Step = 'done' | 'current' | 'next';

export function stepOf(phase: Phase, now: string): Step {
	if (phase.endsAt <= now) return 'done';
	return phase.beginsAt <= now ? 'current' : 'next';
}

const INVITATIONS = ['vote', 'propose', 'prioritise', 'comment'] as const satisfies readonly Action[];

/** What one can do today, and until when. */
export interface Invitation {
	action: (typeof INVITATIONS)[number];
	/** Exclusive. */
	endsAt: string;
}

/**
 * What the start page invites to today, the most pressing first: a vote ends with its phase. `group`: of whoever looks; to
 * somebody of whom that is not known, what is for everybody matters more than what is for one group.
 */
export function invitations(phases: readonly Phase[], now: string, group: Turn = null): Invitation[] {
	return INVITATIONS.flatMap((action) => {
		const forAll = phases.filter(({ groups }) => groups?.[action] === undefined);
		const phase =
			(group === null ? openPhase(forAll, action, now, null) : null) ?? openPhase(phases, action, now, group);
		return phase ? [{ action, endsAt: phase.endsAt }] : [];
	});
}
