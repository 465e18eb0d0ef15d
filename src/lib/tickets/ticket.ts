import { z } from 'zod';
import { wordsIfAny } from '../form.ts';
import { hasRole, type Person } from '../people/person.ts';
import { all, noWhen, type Verdict } from '../verdict.ts';
import { DAY, elapsed, later } from '../time.ts';

export const KINDS = ['barrier', 'content'] as const;
export type Kind = (typeof KINDS)[number];

/** How the answer reaches the one who asked. By code always; by telephone or post as well, if she wants. */
export const WAYS = ['code', 'telephone', 'post'] as const;
export type Way = (typeof WAYS)[number];

export const PAGE_MAX = 300;
export const BODY_MAX = 4_000;
export const CONTACT_MAX = 300;
/** An answer within two weeks, else word that it takes longer; after six weeks at the latest an answer. */
export const FIRST_DAYS = 14;
export const LAST_DAYS = 42;
/** A closed ticket is kept for a year. */
export const KEPT_DAYS = 365;
/** Nobody reads the page and writes a sentence in less. */
const SECONDS_MIN = 3;

export const TicketForm = z
	.object({
		id: z.uuid('wrong'),
		opened: z.string().max(400, 'wrong').default(''),
		/** People do not see this field: whoever fills it in is a machine. */
		website: z.string().max(1_000, 'wrong').default(''),
		page: wordsIfAny(PAGE_MAX),
		body: z.string('reportMissing').trim().min(1, 'reportMissing').min(5, 'tooShort').max(BODY_MAX, 'tooLong'),
		way: z.enum(WAYS, 'wayMissing'),
		contact: wordsIfAny(CONTACT_MAX)
	})
	.refine(({ way, contact }) => way === 'code' || contact !== '', { error: 'contactMissing', path: ['contact'] });
export type TicketInput = z.output<typeof TicketForm>;

const reply = z.string('missing').trim().min(1, 'missing').min(20, 'tooShort').max(BODY_MAX, 'tooLong');

/** Both forms stand on one page, so their fields have names of their own. */
export const ReplyForm = z.discriminatedUnion(
	'deed',
	[z.object({ deed: z.literal('interim'), interim: reply }), z.object({ deed: z.literal('answer'), answer: reply })],
	'wrong'
);
export type ReplyInput = z.output<typeof ReplyForm>;

interface Dates {
	filedAt: string;
	interimAt: string | null;
	answeredAt: string | null;
}

/** Until when something is due: word or an answer first, an answer in the end. null: answered. */
export function dueAt({ filedAt, interimAt, answeredAt }: Dates): string | null {
	if (answeredAt !== null) return null;
	return later(filedAt, (interimAt === null ? FIRST_DAYS : LAST_DAYS) * DAY);
}

export function isOverdue(dates: Dates, now: string): boolean {
	const due = dueAt(dates);
	return due !== null && due <= now;
}

export type State = 'open' | 'interim' | 'answered';

export function stateOf({ interimAt, answeredAt }: Dates): State {
	if (answeredAt !== null) return 'answered';
	return interimAt === null ? 'open' : 'interim';
}

/** A person needs a moment, and leaves the hidden field alone. `openedAt`: null when the form is not one of ours. */
export function mayFile(facts: { openedAt: string | null; now: string; website: string }): Verdict {
	const { openedAt, now, website } = facts;
	const seconds = openedAt === null ? 0 : elapsed(openedAt, now) / 1000;
	return all(noWhen(website !== '', 'looksLikeMachine'), noWhen(seconds < SECONDS_MIN, 'tooFast'));
}

export function mayAnswerTickets(person: Person | null): Verdict {
	return all(
		noWhen(person === null, 'signInFirst'),
		noWhen(!hasRole(person, 'moderator', 'editor', 'admin'), 'roleMissing')
	);
}

/** One answer, and before it one word that it takes longer. */
export function mayReply(person: Person | null, state: State, deed: ReplyInput['deed']): Verdict {
	return all(
		mayAnswerTickets(person),
		noWhen(state === 'answered', 'ticketAnswered'),
		noWhen(deed === 'interim' && state === 'interim', 'interimSent')
	);
}
