import { z } from 'zod';
import { several } from '../form.ts';
import { hasRole, type Person } from '../people/person.ts';
import { consultations } from '../texts/de/consultations.ts';
import { isoDay } from '../texts/de/dates.ts';
import { all, no, noWhen, yes, type Verdict } from '../verdict.ts';
import { ACTIONS, lastInstant, type Phase } from './consultation.ts';

/** Days as a date field gives them; a phase lasts from the first moment of its first to the last of its last day. */
export const PhaseForm = z
	.object({
		from: z.iso.date('dateWrong'),
		until: z.iso.date('dateWrong'),
		actions: several(z.array(z.enum(ACTIONS)))
	})
	.refine((form) => form.from <= form.until, { error: 'dateOrder', path: ['until'] })
	.transform(({ from, until, actions }) => ({
		beginsAt: startOfDay(from, 0),
		endsAt: startOfDay(until, 1),
		actions
	}));
export type PhaseInput = z.output<typeof PhaseForm>;

const HOUR = 60 * 60 * 1000;
const hour = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', hour: '2-digit', hourCycle: 'h23' });

/**
 * Midnight in Germany, `plus` days later, as an instant: one hour before UTC midnight in winter, two in summer. The clocks
 * change at one o'clock UTC, so at UTC midnight Berlin still tells the offset its own midnight had.
 */
export function startOfDay(day: string, plus: number): string {
	const midnight = Date.parse(`${day}T00:00:00.000Z`) + plus * 24 * HOUR;
	return new Date(midnight - Number(hour.format(midnight)) * HOUR).toISOString();
}

/** When the keys of the ballots are destroyed of a phase that ends then: a slip can be taken back until that moment. */
export function keysGoAt(endsAt: string, graceHours: number): string {
	return new Date(Date.parse(endsAt) + graceHours * HOUR).toISOString();
}

/** First and last day of a phase, as a date field wants them. */
export function daysOf(phase: Phase): { from: string; until: string } {
	return { from: isoDay(phase.beginsAt), until: isoDay(lastInstant(phase)) };
}

export function mayManagePhases(person: Person | null): Verdict {
	return all(noWhen(person === null, 'signInFirst'), noWhen(!hasRole(person, 'publisher', 'admin'), 'roleMissing'));
}

interface Placed {
	beginsAt: string;
	endsAt: string;
}

/**
 * Phases of one consultation never run at once: there is one answer to "what can I do now?", and a vote belongs to
 * exactly one phase.
 */
export function mayPlacePhase(of: { phases: readonly Phase[] }, phaseId: string, placed: Placed): Verdict {
	const met = of.phases.find(
		(other) => other.id !== phaseId && other.beginsAt < placed.endsAt && placed.beginsAt < other.endsAt
	);
	return met ? no('phaseOverlap', { phase: consultations.phases[met.kind] }) : yes;
}
