import { z } from 'zod';
import { words, wordsIfAny } from '../form.ts';
import { hasRole, type Person } from '../people/person.ts';
import { isoDay } from '../texts/dates.ts';
import { all, noWhen, type Verdict } from '../verdict.ts';

/** Where a point stands once it is published. */
export const STATUSES = ['planned', 'running', 'done', 'givenUp'] as const;
export type Status = (typeof STATUSES)[number];
export const StatusName = z.enum(STATUSES);

export const TEXT_MAX = 2_000;
export const RESPONSIBLE_MAX = 160;

const OPEN: readonly Status[] = ['planned', 'running'];

/** What is still to be done is looked at again: then a day for it is needed. */
function isToDo(status: Status): boolean {
	return OPEN.includes(status);
}

/** `id` is the one the update will have: sent twice, it is one. */
export const UpdateForm = z
	.object({
		id: z.uuid('wrong'),
		status: z.enum(STATUSES, 'choose'),
		responsible: words(RESPONSIBLE_MAX),
		reviewOn: z.union([z.literal('').transform(() => null), z.iso.date('dateWrong')]).default(null),
		text: wordsIfAny(TEXT_MAX)
	})
	.refine((form) => !isToDo(form.status) || form.reviewOn !== null, { error: 'reviewMissing', path: ['reviewOn'] })
	.refine((form) => form.status !== 'givenUp' || form.text.length > 0, { error: 'givenUpReason', path: ['text'] });
export type UpdateInput = z.output<typeof UpdateForm>;

/** One report on a point. */
export interface Update {
	id: string;
	status: Status;
	responsible: string;
	/** YYYY-MM-DD; null: nothing is left to look at. */
	reviewOn: string | null;
	text: string;
	at: string;
}

/** Somebody wanted to look again, and has not. */
export function isOverdue({ status, reviewOn }: Pick<Update, 'status' | 'reviewOn'>, now: string): boolean {
	return isToDo(status) && reviewOn !== null && reviewOn < isoDay(now);
}

export function mayReport(person: Person | null): Verdict {
	return all(noWhen(person === null, 'signInFirst'), noWhen(!hasRole(person, 'editor', 'publisher'), 'roleMissing'));
}

export function mayReadReports(person: Person | null): Verdict {
	return all(
		noWhen(person === null, 'signInFirst'),
		noWhen(!hasRole(person, 'editor', 'publisher', 'admin'), 'roleMissing')
	);
}
