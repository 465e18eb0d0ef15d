import { z } from 'zod';
import { isApprovedByAnother, mayApproveKind } from '../approvals/approval.ts';
import { startOfDay } from '../consultations/phases/phases.ts';
import { several, words } from '../form.ts';
import { hasRole, type Person } from '../people/person.ts';
import { isoDay } from '../texts/dates.ts';
import { all, noWhen, type Verdict } from '../verdict.ts';
import { earlier } from '../time.ts';

/** `part`: what is funded. `criterion`: how projects are chosen. */
export const ITEM_KINDS = ['part', 'criterion'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];
export const ItemKindName = z.enum(ITEM_KINDS);

export const CALL_TITLE_MAX = 120;
export const INTRO_MAX = 8_000;
export const ITEM_TITLE_MAX = 120;
export const ITEM_BODY_MAX = 4_000;

/** The last day on which one may apply, as a date field gives it; kept as the first instant that is too late. */
const deadline = z
	.literal('')
	.or(z.iso.date('dateWrong'))
	.default('')
	.transform((date) => (date === '' ? null : startOfDay(date, 1)));

const head = { title: words(CALL_TITLE_MAX), intro: words(INTRO_MAX), deadline };

export const NewCallForm = z.object({
	id: z.uuid('wrong'),
	version: z.coerce.number('choose').int('choose').min(1, 'choose'),
	...head
});
export type NewCallInput = z.output<typeof NewCallForm>;

/** The revision that was read: a change meanwhile by somebody else must not be overwritten. */
const revision = z.coerce.number('wrong').int('wrong');

export const HeadForm = z.object({ revision, ...head });
export type HeadInput = z.output<typeof HeadForm>;

export const ItemForm = z.object({
	id: z.uuid('wrong'),
	revision,
	kind: z.enum(ITEM_KINDS, 'choose'),
	title: words(ITEM_TITLE_MAX),
	body: words(ITEM_BODY_MAX),
	points: several(z.array(z.uuid('wrong')).min(1, 'choose'))
});
export type ItemInput = z.output<typeof ItemForm>;

export const RemoveForm = z.object({ item: z.uuid('wrong') });
/** The place it goes to, not a step: sent twice, it is moved once. */
export const MoveForm = z.object({ item: z.uuid('wrong'), to: z.coerce.number('wrong').int('wrong').min(0, 'wrong') });
export type MoveInput = z.output<typeof MoveForm>;
export const PublishForm = z.object({ revision });
/** `state`: digest of what was on the screen. */
export const ApproveForm = z.object({ state: z.string('wrong').max(64, 'wrong') });

export interface CallFacts {
	person: Person | null;
	publishedAt: string | null;
	items: readonly { kind: ItemKind; title: string; grounds: number }[];
}

/**
 * Phases open what participants do; drafting and publishing a call is work of staff and bound to none of them. What
 * guards it are the roles, the second person and the gate below.
 */
export function mayDraftCall(person: Person | null): Verdict {
	return all(noWhen(person === null, 'signInFirst'), noWhen(!hasRole(person, 'editor', 'publisher'), 'roleMissing'));
}

export function mayReadDrafts(person: Person | null): Verdict {
	const staff = hasRole(person, 'editor', 'publisher', 'admin');
	return all(noWhen(person === null, 'signInFirst'), noWhen(!staff, 'roleMissing'));
}

/** A published call is frozen: people apply by its words. */
export function mayChangeCall({ person, publishedAt }: Pick<CallFacts, 'person' | 'publishedAt'>): Verdict {
	return all(mayDraftCall(person), noWhen(publishedAt !== null, 'callFrozen'));
}

/** What the text itself still lacks, whoever would publish it. */
export function gate(items: CallFacts['items']): Verdict[] {
	const groundless = items.find((item) => item.grounds === 0);
	return [
		noWhen(!items.some((item) => item.kind === 'part'), 'callWithoutPart'),
		noWhen(!items.some((item) => item.kind === 'criterion'), 'callWithoutCriterion'),
		noWhen(groundless !== undefined, 'callItemGroundless', { title: groundless?.title ?? '' })
	];
}

export function isComplete(items: CallFacts['items']): boolean {
	return all(...gate(items)).ok;
}

/** Whoever writes may say that the call is ready, once it is: nobody is called in vain. */
export function mayAskApproval(facts: CallFacts): Verdict {
	return all(mayChangeCall(facts), ...gate(facts.items));
}

export function mayApproveCall({ person, publishedAt, items }: CallFacts): Verdict {
	return all(mayApproveKind(person, 'call'), noWhen(publishedAt !== null, 'callFrozen'), ...gate(items));
}

/** Four eyes: of two people with the role, one approves and the other publishes. */
export function mayPublishCall(facts: CallFacts, approvedBy: readonly string[]): Verdict {
	return all(mayApproveKind(facts.person, 'call'), ...gate(facts.items), isApprovedByAnother(facts.person, approvedBy));
}

/** The last day that counts, as a date field wants it (`2027-05-31`); empty without a deadline. */
export function deadlineDay(deadline: string | null): string {
	return deadline === null ? '' : isoDay(earlier(deadline, 1));
}

/** Where a point went on: shown on the pages of points and contributions. */
export interface Resting {
	callNumber: number;
	callTitle: string;
	itemId: string;
	itemTitle: string;
	kind: ItemKind;
}
