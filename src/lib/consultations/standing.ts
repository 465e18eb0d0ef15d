import { currentPhase, openPhase, type Action, type Phase } from './consultation.ts';

/** Where a consultation stands today, for whoever comes for the first time. */
export type Standing =
	| { state: 'open'; phase: Phase }
	/** Nothing runs today; `next` begins later. `begun`: others ran before it. */
	| { state: 'pause'; next: Phase; begun: boolean }
	/** Closed for good: nobody writes any more. */
	| { state: 'closed'; since: string }
	| { state: 'over' }
	| { state: 'undated' };

export function standing(phases: readonly Phase[], now: string, closedAt: string | null = null): Standing {
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

const INVITATIONS = ['vote', 'propose', 'comment'] as const satisfies readonly Action[];
export type Invitation = (typeof INVITATIONS)[number];

/** What the start page invites to today, the most pressing first: a vote ends with its phase. */
export function invitations(phases: readonly Phase[], now: string): Invitation[] {
	return INVITATIONS.filter((action) => openPhase(phases, action, now));
}
