import { z } from 'zod';
import { seenField, several, wordsIfAny } from '../form.ts';
import { hasRole, type Person } from '../people/person.ts';
import { MINUTE } from '../time.ts';
import { all, no, noWhen, yes, type Verdict } from '../verdict.ts';
import { PASSAGE_MIN, passagesIn } from './redaction.ts';

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

export const DECISIONS = ['publish', 'reject', 'hide', 'restore', 'redact', 'reopen'] as const;
export type DecisionName = (typeof DECISIONS)[number];

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

export const NOTE_MAX = 500;
export const PASSAGES_MAX = 2_000;
/** How long a text before its redaction is kept, sealed. */
export const ORIGINAL_DAYS = 30;

const STATES = ['waiting', 'shared', 'published', 'rejected', 'hidden', 'withheld', 'withdrawn', 'draft'] as const;
export type State = (typeof STATES)[number];

const common = {
	/** Id of the screening this form makes: sent twice, it makes one. */
	id: z.uuid('wrong'),
	kind: z.enum(KINDS, 'wrong'),
	subjectId: z.uuid('wrong'),
	/** The state the moderator saw: whoever decides on something else decides on what has changed meanwhile. */
	seen: z.enum(STATES, 'wrong'),
	/** The mark of the words that were on the screen; missing: a program decides. */
	words: seenField.optional()
};
const reasoned = {
	ground: z.enum(GROUNDS, 'groundMissing'),
	note: wordsIfAny(NOTE_MAX)
};

const passages = z
	.string('passagesMissing')
	.max(PASSAGES_MAX, 'tooLong')
	.transform(passagesIn)
	.refine((list) => list.length > 0, 'passagesMissing')
	.refine((list) => list.every((passage) => passage.length >= PASSAGE_MIN), 'passageShort');

export const DecisionForm = z.discriminatedUnion(
	'deed',
	[
		z.object({ ...common, deed: z.literal('publish') }),
		z.object({ ...common, deed: z.literal('restore') }),
		z.object({ ...common, deed: z.literal('reopen') }),
		z.object({ ...common, ...reasoned, deed: z.literal('reject') }),
		z.object({ ...common, ...reasoned, deed: z.literal('hide') }),
		z.object({ ...common, passages, deed: z.literal('redact') })
	],
	'wrong'
);
export type DecisionInput = z.output<typeof DecisionForm>;

/** As many as a list shows. */
const TOGETHER_MAX = 50;
/** `proposal~id~waiting~mark`: which text, and the state and the words the moderator saw. */
const Chosen = z
	.string()
	.transform((typed) => typed.split('~'))
	.pipe(z.tuple([z.enum(KINDS), z.uuid(), z.enum(STATES), seenField], 'wrong'))
	.transform(([kind, subjectId, seen, words]) => ({ kind, subjectId, seen, words }));
export const chosenMark = (kind: Kind, id: string, state: State, words: string) => [kind, id, state, words].join('~');

const together = {
	id: z.uuid('wrong'),
	chosen: several(z.array(Chosen).min(1, 'chooseTexts').max(TOGETHER_MAX, 'tooMany'))
};

/** The same decision about several waiting texts. `id`: of them all together. */
export const PublishForm = z.object(together).transform((form) => ({ ...form, deed: 'publish' as const }));
export const RejectForm = z
	.object({ ...together, ...reasoned })
	.transform((form) => ({ ...form, deed: 'reject' as const }));
export type TogetherInput = z.output<typeof PublishForm> | z.output<typeof RejectForm>;

/** `after`: `proposal~id`, the text that is put off for later. */
export const TakeForm = z.object({
	after: z
		.string()
		.transform((typed) => typed.split('~'))
		.pipe(z.tuple([z.enum(KINDS), z.uuid()], 'wrong'))
		.transform(([kind, subjectId]) => ({ kind, subjectId }))
		.optional()
});
export type TakeInput = z.output<typeof TakeForm>;

/** `deed`: the decision to take back, or all that were made together under this name. */
export const UndoForm = z.object({ id: z.uuid('wrong'), deed: z.uuid('wrong') });
export type UndoInput = z.output<typeof UndoForm>;

/** So long after it a decision can be taken back as if it had not been; later a text that was read is hidden, not lost. */
export const UNDO_MINUTES = 15;

export function mayModerate(person: Person | null): Verdict {
	return all(noWhen(person === null, 'signInFirst'), noWhen(!hasRole(person, 'moderator', 'admin'), 'roleMissing'));
}

const POSSIBLE_IN: Readonly<Record<DecisionName, readonly State[]>> = {
	publish: ['waiting', 'rejected'],
	reject: ['waiting'],
	hide: ['shared', 'published'],
	restore: ['hidden'],
	redact: ['waiting', 'shared', 'published', 'hidden', 'withheld'],
	reopen: ['shared', 'published', 'rejected']
};

const OTHERWISE = {
	publish: 'notWaiting',
	reject: 'notWaiting',
	hide: 'notPublished',
	restore: 'notHidden',
	redact: 'notPublished',
	reopen: 'notDecided'
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
const AFTER_CLOSING: readonly DecisionName[] = ['hide', 'redact'];

/** Since the last decision; nothing was decided yet: for ever. */
export const minutesAgo = (at: string | undefined, now: string) =>
	at === undefined ? Infinity : (Date.parse(now) - Date.parse(at)) / MINUTE;

/** What everybody may have read is reopened only while it is a slip; what nobody read, at any time. */
function mayReopen({ state, minutesSince }: { state: State; minutesSince: number }): Verdict {
	return noWhen(state !== 'rejected' && minutesSince > UNDO_MINUTES, 'tooLateToReopen', {
		minutes: String(UNDO_MINUTES)
	});
}

/** `closed`: the process is over for good. `minutesSince`: since the last decision about it. */
export function mayDecide(
	facts: ScreeningFacts & { deed: DecisionName; seen: State; closed?: boolean; minutesSince?: number }
): Verdict {
	const { state, deed, seen, closed = false, minutesSince = Infinity } = facts;
	return all(
		mayScreen(facts),
		noWhen(closed && !AFTER_CLOSING.includes(deed), 'onlyHidingNow'),
		noWhen(state === 'withdrawn', 'withdrawnMeanwhile'),
		noWhen(state === 'withheld' && deed !== 'redact', 'onlyEvaluated'),
		noWhen(state !== seen, 'alreadyScreened'),
		POSSIBLE_IN[deed].includes(state) ? yes : no(OTHERWISE[deed]),
		deed === 'reopen' ? mayReopen({ state, minutesSince }) : yes
	);
}
