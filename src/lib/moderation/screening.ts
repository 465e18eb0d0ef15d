import { z } from 'zod';
import { wordsIfAny } from '../form.ts';
import { hasRole, type Person } from '../people/person.ts';
import { all, no, noWhen, yes, type Verdict } from '../verdict.ts';
import { PASSAGE_LEAST, passagesIn } from './redaction.ts';

export const KINDS = ['proposal', 'comment', 'amendment'] as const;
export type Kind = (typeof KINDS)[number];

/** How they are called in addresses. */
const SLUGS: Readonly<Record<Kind, string>> = {
	proposal: 'beitrag',
	comment: 'kommentar',
	amendment: 'aenderung'
};

export function kindOf(slug: string): Kind | null {
	return KINDS.find((kind) => SLUGS[kind] === slug) ?? null;
}

/** Where one decides about a text. */
export function deskHref(kind: Kind, id: string): string {
	return `/werkstatt/eingang/${SLUGS[kind]}/${id}`;
}

export const DEEDS = ['publish', 'reject', 'hide', 'restore', 'redact'] as const;
export type DeedName = (typeof DEEDS)[number];

/** Why something is not shown. Each has a sentence for the author in the texts. */
export const GROUNDS = [
	'insult',
	'hate',
	'personal',
	'advertising',
	'offTopic',
	'duplicate',
	'unclear',
	'unlawful',
	'mistake'
] as const;
export type Ground = (typeof GROUNDS)[number];

export const NOTE_MOST = 500;
export const PASSAGES_MOST = 2_000;
/** How long a text before its redaction is kept, sealed. */
export const ORIGINAL_DAYS = 30;

export const STATES = ['waiting', 'published', 'rejected', 'hidden', 'withheld', 'withdrawn', 'draft'] as const;
export type State = (typeof STATES)[number];

const common = {
	/** Id of the screening this form makes: sent twice, it makes one. */
	id: z.uuid('wrong'),
	kind: z.enum(KINDS, 'wrong'),
	subjectId: z.uuid('wrong'),
	/** The state the moderator saw: whoever decides on something else decides on what has changed meanwhile. */
	seen: z.enum(STATES, 'wrong')
};
const reasoned = {
	ground: z.enum(GROUNDS, 'groundMissing'),
	note: wordsIfAny(NOTE_MOST)
};

const passages = z
	.string('passagesMissing')
	.max(PASSAGES_MOST, 'tooLong')
	.transform(passagesIn)
	.refine((list) => list.length > 0, 'passagesMissing')
	.refine((list) => list.every((passage) => passage.length >= PASSAGE_LEAST), 'passageShort');

export const DecisionForm = z.discriminatedUnion(
	'deed',
	[
		z.object({ ...common, deed: z.literal('publish') }),
		z.object({ ...common, deed: z.literal('restore') }),
		z.object({ ...common, ...reasoned, deed: z.literal('reject') }),
		z.object({ ...common, ...reasoned, deed: z.literal('hide') }),
		z.object({ ...common, passages, deed: z.literal('redact') })
	],
	'wrong'
);
export type DecisionInput = z.output<typeof DecisionForm>;

export function mayModerate(person: Person | null): Verdict {
	return all(noWhen(person === null, 'signInFirst'), noWhen(!hasRole(person, 'moderator', 'admin'), 'roleMissing'));
}

const POSSIBLE_IN: Readonly<Record<DeedName, readonly State[]>> = {
	publish: ['waiting', 'rejected'],
	reject: ['waiting'],
	hide: ['published'],
	restore: ['hidden'],
	redact: ['waiting', 'published', 'hidden', 'withheld']
};

const OTHERWISE = {
	publish: 'notWaiting',
	reject: 'notWaiting',
	hide: 'notPublished',
	restore: 'notHidden',
	redact: 'notPublished'
} as const;

export interface ScreeningFacts {
	person: Person | null;
	authorId: string | null;
	/** Who typed it for somebody else; missing: nobody did. */
	scribeId?: string | null;
	/** Real name of the organisation the text speaks for; names of organisations are unique. */
	organisation: string | null;
	state: State;
}

/** Nobody screens their own words, nor what they wrote down, nor the words of the organisation they speak for. */
export function mayScreen({ person, authorId, scribeId = null, organisation }: Omit<ScreeningFacts, 'state'>): Verdict {
	return all(
		mayModerate(person),
		noWhen(authorId !== null && person?.id === authorId, 'ownSubject'),
		noWhen(scribeId !== null && person?.id === scribeId, 'ownRecording'),
		noWhen(organisation !== null && person?.organisation === organisation, 'ownOrganisation')
	);
}

/** Whoever may judge a text may say in German what it says, as long as there are words. */
export function maySummarise(facts: ScreeningFacts): Verdict {
	const { state } = facts;
	return all(
		mayScreen(facts),
		noWhen(state === 'withdrawn', 'withdrawnMeanwhile'),
		noWhen(state === 'rejected' || state === 'draft', 'notPublished')
	);
}

/** What must not stand in public is taken away for as long as the site is there. */
const AFTER_CLOSING: readonly DeedName[] = ['hide', 'redact'];

/** `closed`: the process is over for good. */
export function mayDecide(facts: ScreeningFacts & { deed: DeedName; seen: State; closed?: boolean }): Verdict {
	const { state, deed, seen, closed = false } = facts;
	return all(
		mayScreen(facts),
		noWhen(closed && !AFTER_CLOSING.includes(deed), 'onlyHidingNow'),
		noWhen(state === 'withdrawn', 'withdrawnMeanwhile'),
		noWhen(state === 'withheld' && deed !== 'redact', 'onlyEvaluated'),
		noWhen(state !== seen, 'alreadyScreened'),
		POSSIBLE_IN[deed].includes(state) ? yes : no(OTHERWISE[deed])
	);
}
