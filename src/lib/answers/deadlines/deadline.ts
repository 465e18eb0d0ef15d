import { startOfDay } from '../../consultations/phases/phases.ts';
import type { Phase } from '../../consultations/consultation.ts';

/** `running`: the phase goes on. `due`: there is time left. `kept`: everything is answered. `overdue`: the day has passed. */
export const DEADLINE_STATES = ['running', 'due', 'kept', 'overdue'] as const;
type DeadlineState = (typeof DEADLINE_STATES)[number];

/** What was promised to whoever wrote in a phase, and how it is kept. */
export interface Deadline {
	phase: string;
	/** YYYY-MM-DD: the last day on which an answer comes in time. */
	answerBy: string;
	received: number;
	/** With a published answer that decides something: »open« is none. */
	answered: number;
	state: DeadlineState;
}

/** Where nothing was received, nothing can be overdue. */
export function deadlineOf(
	phase: Phase,
	by: string,
	counts: { received: number; answered: number },
	now: string
): Deadline {
	const open = counts.received > counts.answered;
	const passed = startOfDay(by, 1) <= now;
	const state = open && passed ? 'overdue' : now < phase.endsAt ? 'running' : open ? 'due' : 'kept';
	return { phase: phase.title, answerBy: by, ...counts, state };
}

export const openIn = ({ received, answered }: Pick<Deadline, 'received' | 'answered'>) => received - answered;
