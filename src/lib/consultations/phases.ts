import { z } from 'zod';
import { seenField, several } from '../form.ts';
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

/** From the form: which phase it was filled from. */
export const PhaseChangeForm = PhaseForm.and(z.object({ seen: seenField }));

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

/**
 * When the keys of the ballots are destroyed of a phase that is over: a time of grace after its end, or after the moment
 * at which somebody put its end into the past. Until then a slip can be taken back, and nothing is lost.
 */
export function keysGoAt(phase: { endsAt: string; endChangedAt?: string | null }, graceHours: number): string {
	const over = [phase.endsAt, phase.endChangedAt ?? ''].sort().at(-1) ?? phase.endsAt;
	return new Date(Date.parse(over) + graceHours * HOUR).toISOString();
}

/** What a change does that people notice at once and that is not simply taken back. */
export type Consequence = 'endsNow' | 'endsSooner' | 'stopsNow' | 'beginsNow' | 'closes';

export function consequencesOf(phase: Phase, form: PhaseInput, now: string): Consequence[] {
	const runs = phase.beginsAt <= now && now < phase.endsAt;
	const willRun = form.beginsAt <= now && now < form.endsAt;
	if (!runs) return phase.beginsAt > now && willRun ? ['beginsNow'] : [];
	if (form.endsAt <= now) return ['endsNow'];
	if (form.beginsAt > now) return ['stopsNow'];
	const closes = phase.actions.some((action) => !form.actions.includes(action));
	return [...(form.endsAt < phase.endsAt ? (['endsSooner'] as const) : []), ...(closes ? (['closes'] as const) : [])];
}

/** Whether votes end sooner than people were told. */
export function endsVotes(phase: Phase, form: PhaseInput, now: string): boolean {
	if (!phase.actions.includes('vote') || now < phase.beginsAt || phase.endsAt <= now) return false;
	return form.endsAt < phase.endsAt || form.beginsAt > now || !form.actions.includes('vote');
}

/** A change as it stands in an address: `2027-05-01_2027-05-31_vote_comment`. */
export function changeInAddress({ from, until, actions }: { from: string; until: string; actions: readonly string[] }) {
	return [from, until, ...actions].join('_');
}

/** null: that is no change. */
export function changeFromAddress(text: string) {
	const [from, until, ...actions] = text.split('_');
	const parsed = PhaseForm.safeParse({ from, until, actions });
	return parsed.success ? { form: parsed.data, from: from ?? '', until: until ?? '', actions } : null;
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
