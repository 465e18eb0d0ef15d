import { z } from 'zod';
import { hasRole, type Person } from '../people/person.ts';
import { all, noWhen, type Verdict } from '../verdict.ts';
import { ACTIONS } from './consultation.ts';

const several = (value: unknown) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

/** Days as a date field gives them; a phase lasts from the first moment of its first to the last of its last day. */
export const PhaseForm = z
	.object({
		from: z.iso.date('dateWrong'),
		until: z.iso.date('dateWrong'),
		actions: z.preprocess(several, z.array(z.enum(ACTIONS)))
	})
	.refine((form) => form.from <= form.until, { error: 'dateOrder', path: ['until'] })
	.transform(({ from, until, actions }) => ({
		beginsAt: startOfDay(from, 0),
		endsAt: startOfDay(until, 1),
		actions
	}));
export type PhaseInput = z.output<typeof PhaseForm>;

/** Midnight in Germany, `plus` days later, as an instant: one hour before UTC midnight in winter, two in summer. */
export function startOfDay(date: string, plus: number): string {
	const noon = new Date(Date.parse(`${date}T12:00:00.000Z`) + plus * 24 * 60 * 60 * 1000);
	const hour = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', hour: '2-digit', hourCycle: 'h23' });
	const offset = Number(hour.format(noon)) - 12;
	return new Date(noon.getTime() - (12 + offset) * 60 * 60 * 1000).toISOString();
}

export function mayManagePhases(person: Person | null): Verdict {
	return all(noWhen(person === null, 'signInFirst'), noWhen(!hasRole(person, 'publisher', 'admin'), 'roleMissing'));
}
