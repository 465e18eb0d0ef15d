import { z } from 'zod';
import { mayNow, turnOf, type Phase } from '../consultations/consultation.ts';
import { Ticked, type Purpose } from '../people/consents/consent.ts';
import { DistrictAnswer, type District } from '../people/details/district.ts';
import { canBe, SPOKEN, SpokenName, type Spoken } from '../people/details/language.ts';
import { mayTakePart } from '../people/participant.ts';
import { excerpt } from '../texts/excerpt.ts';
import { AuthorGroupChoice, type Person } from '../people/person.ts';
import { all, no, noWhen, yes, type Verdict } from '../verdict.ts';

export const KINDS = ['experience', 'proposal', 'example', 'evidence'] as const;
export type Kind = (typeof KINDS)[number];

export const TITLE_MAX = 120;
/** Titles from other processes were written under other limits; they are taken over as they are. */
export const IMPORTED_TITLE_MAX = 300;
export const BODY_MAX = 8_000;
export const BODY_MIN = 20;
export const EVIDENCE_MAX = 500;
export const SEARCH_MAX = 100;

const line = (most: number) => z.string().trim().max(most, 'tooLong');

/** A draft may be half-finished; only what would not fit is refused. */
export const DraftForm = z.object({
	id: z.uuid('wrong'),
	kind: z.enum(KINDS).catch('proposal'),
	body: line(BODY_MAX).default(''),
	language: SpokenName.catch('de').default('de'),
	seen: z.string().max(40).default('').catch('')
});
/**
 * Texts that do not come through the form are German, and nobody was asked where they come from. `seen`: when the draft
 * that was on the screen was written; a later one is not overwritten.
 */
type Through<Form> = Omit<Form, 'language' | 'district' | 'seen'> &
	Partial<Pick<Form, Extract<keyof Form, 'language' | 'district' | 'seen'>>>;

const TITLE_WORDS = 60;

/** The first words of a text, for whoever gives it no heading: its first sentence, or as much of it as fits. */
export function titleFrom(body: string): string {
	const [line = ''] = body.trim().split('\n');
	const sentence = /^.{10,}?[.!?](?=\s|$)/.exec(line)?.[0] ?? line;
	return excerpt(sentence.replace(/\.$/, ''), TITLE_WORDS);
}

const said = line(BODY_MAX).min(BODY_MIN, 'tooShort');
const seen = z.string().max(40).default('').catch('');

/** The steps of writing, one page each. What a step does not ask for stays in the draft as it was. */
export const WordsForm = z
	.object({
		id: z.uuid('wrong'),
		body: said,
		kind: z.enum(KINDS, 'kindMissing'),
		language: z.enum(SPOKEN, 'wrong').default('de'),
		seen
	})
	.refine((form) => canBe(form.language, form.body), { error: 'languageWrong', path: ['language'] });
export const TopicForm = z.object({
	field: z.string().max(40, 'wrong').default(''),
	district: DistrictAnswer,
	evidence: line(EVIDENCE_MAX).optional(),
	seen
});
export const TitleForm = z.object({ title: line(TITLE_MAX).default(''), seen });
export const ReadersForm = z.object({ consents: Ticked });
/** On the last page nothing is typed any more. */
export const SendForm = z.object({ seen });
/** What is written of a draft. Not given: stays as it was. */
export interface DraftInput {
	id: string;
	kind?: Kind;
	/** Slug; empty: nobody has to know. */
	field?: string;
	title?: string;
	body?: string;
	evidence?: string | undefined;
	language?: Spoken;
	district?: District | null;
	seen?: string;
}

/** What is sent to moderation must be whole; evidence must say where it is from. */
export const ProposalForm = z
	.object({
		id: z.uuid('wrong'),
		// In the order of the form, which is the order in which what is wrong is told.
		body: said,
		title: line(TITLE_MAX).default(''),
		kind: z.enum(KINDS, 'kindMissing'),
		/** Empty: nobody has to know where it belongs. */
		field: z.string().max(40, 'wrong').default(''),
		evidence: line(EVIDENCE_MAX).default(''),
		language: z.enum(SPOKEN, 'wrong').default('de'),
		district: DistrictAnswer,
		seen,
		consents: Ticked
	})
	.transform((form) => ({ ...form, title: form.title || titleFrom(form.body) }))
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
const SORTS = ['newest', 'best', 'supported', 'discussed'] as const;
export type Sort = (typeof SORTS)[number];

/** The public list's filter, from the address, which people read. Anything unknown is left out rather than refused. */
export const ListQuery = z
	.object({
		feld: z.string().max(40).optional().catch(undefined),
		art: z.enum(KINDS).optional().catch(undefined),
		gruppe: AuthorGroupChoice.optional().catch(undefined),
		q: z.string().trim().max(SEARCH_MAX).optional().catch(undefined),
		reihenfolge: z.enum(SORTS).default('newest').catch('newest'),
		nach: z.string().max(80).optional().catch(undefined)
	})
	.transform(({ feld, art, gruppe, q, reihenfolge, nach }) => ({
		...{ field: feld, kind: art, group: gruppe, q },
		...{ sort: reihenfolge, after: nach }
	}));
export type ListInput = z.output<typeof ListQuery>;

/** Where a proposal stands. Dates in the row say it; this is how they are read. */
/** `shared`: its author's group may read it; everybody else once the peer phase is over. */
export type State = 'draft' | 'waiting' | 'shared' | 'published' | 'rejected' | 'hidden' | 'withheld' | 'withdrawn';

interface Dates {
	submittedAt: string | null;
	publishedAt: string | null;
	rejectedAt: string | null;
	hiddenAt: string | null;
	withdrawnAt: string | null;
	/** Needed only where more than what is public is read: what is withheld has no `publishedAt`. */
	withheldAt?: string | null;
	sharedAt?: string | null;
}

export function stateOf(row: Dates): State {
	if (row.withdrawnAt) return 'withdrawn';
	if (!row.submittedAt) return 'draft';
	if (row.withheldAt) return 'withheld';
	if (row.hiddenAt) return 'hidden';
	if (row.rejectedAt) return 'rejected';
	if (row.publishedAt) return 'published';
	return row.sharedAt ? 'shared' : 'waiting';
}

export interface ProposalFacts {
	person: Person | null;
	phases: readonly Phase[];
	now: string;
}

/** The phase comes first, here and below: nobody shall sign in only to hear that it is over. */
export function mayPropose({ person, phases, now }: ProposalFacts): Verdict {
	return all(mayNow(phases, 'propose', now, turnOf(person)), mayTakePart(person));
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

/** A text that its author has taken back is talked about no more. */
export const takesComments = ({ state }: { state: State }): Verdict => noWhen(state === 'withdrawn', 'withdrawnText');

export const SupportForm = z.object({ wanted: z.enum(['yes', 'no']) });

/** `takingBack`: it is taken back. */
export function maySupport(
	facts: ProposalFacts & { authorId: string | null; state: State; takingBack?: boolean }
): Verdict {
	const { person, phases, now, authorId, state } = facts;
	return all(
		state === 'published' ? yes : no('notPublished'),
		mayNow(phases, 'support', now, turnOf(person)),
		mayTakePart(person, facts.takingBack),
		noWhen(person?.id === authorId, 'ownSupport')
	);
}
