import { z } from 'zod';
import { mayNow, type Phase } from '../consultations/consultation.ts';
import { Ticked, type Purpose } from '../people/consent.ts';
import { DistrictAnswer } from '../people/district.ts';
import { canBe, SPOKEN, SpokenName } from '../people/language.ts';
import { mayTakePart } from '../people/participant.ts';
import { AUTHOR_GROUPS, type Person } from '../people/person.ts';
import { all, no, noWhen, yes, type Verdict } from '../verdict.ts';

export const KINDS = ['experience', 'proposal', 'example', 'evidence'] as const;
export type Kind = (typeof KINDS)[number];

export const TITLE_MOST = 120;
/** Titles from other processes were written under other limits; they are taken over as they are. */
export const IMPORTED_TITLE_MOST = 300;
export const BODY_MOST = 8_000;
export const BODY_LEAST = 20;
export const EVIDENCE_MOST = 500;
export const SEARCH_MOST = 100;

const line = (most: number) => z.string().trim().max(most, 'tooLong');

/** A draft may be half-finished; only what would not fit is refused. */
export const DraftForm = z.object({
	id: z.uuid('wrong'),
	kind: z.enum(KINDS).catch('proposal'),
	field: z.string().max(40).default(''),
	title: line(TITLE_MOST).default(''),
	body: line(BODY_MOST).default(''),
	evidence: line(EVIDENCE_MOST).default(''),
	language: SpokenName.catch('de').default('de'),
	district: DistrictAnswer.catch(null),
	seen: z.string().max(40).default('').catch('')
});
/**
 * Texts that do not come through the form are German, and nobody was asked where they come from. `seen`: when the draft
 * that was on the screen was written; a later one is not overwritten.
 */
type Through<Form> = Omit<Form, 'language' | 'district' | 'seen'> &
	Partial<Pick<Form, Extract<keyof Form, 'language' | 'district' | 'seen'>>>;
export type DraftInput = Through<z.output<typeof DraftForm>>;

/** What is sent to moderation must be whole; evidence must say where it is from. */
export const ProposalForm = z
	.object({
		id: z.uuid('wrong'),
		// In the order of the form, which is the order in which what is wrong is told.
		body: line(BODY_MOST).min(BODY_LEAST, 'tooShort'),
		title: line(TITLE_MOST).min(1, 'titleMissing'),
		kind: z.enum(KINDS, 'kindMissing'),
		field: z.string('fieldMissing').min(1, 'fieldMissing').max(40, 'wrong'),
		evidence: line(EVIDENCE_MOST).default(''),
		language: z.enum(SPOKEN, 'wrong').default('de'),
		district: DistrictAnswer,
		seen: z.string().max(40).default('').catch(''),
		consents: Ticked
	})
	.refine((form) => canBe(form.language, `${form.title} ${form.body}`), { error: 'languageWrong', path: ['language'] })
	.refine((form) => form.kind !== 'evidence' || form.evidence.length > 0, {
		error: 'evidenceMissing',
		path: ['evidence']
	});
/** `consents` is missing where the text does not come through the form: see `consents.accept`. */
export type ProposalInput = Through<Omit<z.output<typeof ProposalForm>, 'consents'>> & {
	consents?: readonly Purpose[];
};

/** `best`: of hits of a search, those first whose titles say it. */
export const SORTS = ['newest', 'best', 'supported', 'discussed'] as const;
export type Sort = (typeof SORTS)[number];

/** The public list's filter, from the address, which people read. Anything unknown is left out rather than refused. */
export const ListQuery = z
	.object({
		feld: z.string().max(40).optional().catch(undefined),
		art: z.enum(KINDS).optional().catch(undefined),
		gruppe: z.enum(AUTHOR_GROUPS).optional().catch(undefined),
		q: z.string().trim().max(SEARCH_MOST).optional().catch(undefined),
		reihenfolge: z.enum(SORTS).default('newest').catch('newest'),
		nach: z.string().max(80).optional().catch(undefined)
	})
	.transform(({ feld, art, gruppe, q, reihenfolge, nach }) => ({
		...{ field: feld, kind: art, group: gruppe, q },
		...{ sort: reihenfolge, after: nach }
	}));
export type ListInput = z.output<typeof ListQuery>;

/** Where a proposal stands. Dates in the row say it; this is how they are read. */
export const STATES = ['draft', 'waiting', 'published', 'rejected', 'hidden', 'withheld', 'withdrawn'] as const;
export type State = (typeof STATES)[number];

interface Dates {
	submittedAt: string | null;
	publishedAt: string | null;
	rejectedAt: string | null;
	hiddenAt: string | null;
	withdrawnAt: string | null;
	/** Needed only where more than what is public is read: what is withheld has no `publishedAt`. */
	withheldAt?: string | null;
}

export function stateOf(row: Dates): State {
	if (row.withdrawnAt) return 'withdrawn';
	if (!row.submittedAt) return 'draft';
	if (row.withheldAt) return 'withheld';
	if (row.hiddenAt) return 'hidden';
	if (row.rejectedAt) return 'rejected';
	return row.publishedAt ? 'published' : 'waiting';
}

export interface ProposalFacts {
	person: Person | null;
	phases: readonly Phase[];
	now: string;
}

/** The phase comes first, here and below: nobody shall sign in only to hear that it is over. */
export function mayPropose({ person, phases, now }: ProposalFacts): Verdict {
	return all(mayNow(phases, 'propose', now), mayTakePart(person));
}

/** A draft belongs to its author, and only until it was sent. */
export function mayEdit(facts: ProposalFacts & { authorId: string | null; submittedAt: string | null }): Verdict {
	return all(
		mayPropose(facts),
		noWhen(facts.person?.id !== facts.authorId, 'notYours'),
		noWhen(facts.submittedAt !== null, 'alreadySent')
	);
}

/** Taking back one's own words is possible at any time: after the phase, and when moderation has refused them. */
export function mayWithdraw(person: Person | null, authorId: string | null): Verdict {
	return all(noWhen(person === null, 'signInFirst'), noWhen(person?.id !== authorId, 'notYours'));
}

/** `takingBack`: it is taken back. */
export function maySupport(
	facts: ProposalFacts & { authorId: string | null; state: State; takingBack?: boolean }
): Verdict {
	const { person, phases, now, authorId, state } = facts;
	return all(
		state === 'published' ? yes : no('notPublished'),
		mayNow(phases, 'support', now),
		mayTakePart(person, facts.takingBack),
		noWhen(person?.id === authorId, 'ownSupport')
	);
}
