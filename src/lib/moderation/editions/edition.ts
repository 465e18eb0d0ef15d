import { z } from 'zod';
import * as amendments from '../../amendments/amendment.ts';
import * as comments from '../../comments/comment.ts';
import { seenField, words, wordsIfAny } from '../../form.ts';
import { mayTakePart } from '../../people/participant.ts';
import type { Person } from '../../people/person.ts';
import * as proposals from '../../proposals/proposal.ts';
import { all, no, noWhen, yes, type Verdict } from '../../verdict.ts';
import { GROUNDS, NOTE_MAX, type Kind, type State } from '../screening.ts';

/** What became of an edition: it took another's place unread, it was let through, or it was not. */
export const OUTCOMES = ['replaced', 'accepted', 'refused'] as const;

/** The fields of a text of each kind, in the order of `Subject.texts`, with their limits. */
export const PARTS = {
	proposal: { title: proposals.TITLE_MAX, body: proposals.BODY_MAX, evidence: proposals.EVIDENCE_MAX },
	comment: { body: comments.BODY_MAX },
	amendment: { title: amendments.TITLE_MAX, body: amendments.BODY_MAX, reason: amendments.REASON_MAX }
} as const satisfies Record<Kind, Record<string, number>>;

const seen = seenField.optional();

/** The changed text as its author sends it. */
export const ChangeForms = {
	proposal: z.object({
		title: words(proposals.TITLE_MAX),
		body: z.string().trim().min(proposals.BODY_MIN, 'tooShort').max(proposals.BODY_MAX, 'tooLong'),
		evidence: wordsIfAny(proposals.EVIDENCE_MAX),
		seen
	}),
	comment: z.object({ body: z.string().trim().min(3, 'tooShort').max(comments.BODY_MAX, 'tooLong'), seen }),
	amendment: z.object({
		title: words(amendments.TITLE_MAX),
		body: words(amendments.BODY_MAX),
		reason: z.string().trim().min(3, 'tooShort').max(amendments.REASON_MAX, 'tooLong'),
		seen
	})
};

export interface ChangeInput {
	/** In the order of `PARTS`. */
	texts: readonly string[];
	/** Of the text the form was filled with. Missing: a program writes. */
	seen?: string | undefined;
}

/** What moderation says to a changed text; a refusal names its ground, what has lapsed needs none. `seen`: the edition that was on the screen. */
export const EditionForm = z.discriminatedUnion(
	'deed',
	[
		z.object({ edition: z.uuid('wrong'), deed: z.literal('accept'), seen: seenField }),
		z.object({
			edition: z.uuid('wrong'),
			deed: z.literal('refuse'),
			seen: seenField,
			ground: z.enum(GROUNDS, 'groundMissing'),
			note: wordsIfAny(NOTE_MAX)
		}),
		z.object({ edition: z.uuid('wrong'), deed: z.literal('lapse'), seen: seenField })
	],
	'wrong'
);
export type EditionInput = z.output<typeof EditionForm>;

export interface ChangeFacts {
	person: Person | null;
	authorId: string | null;
	/** Who wrote it down for somebody else. */
	scribeId: string | null;
	state: State;
	/** Passages are blackened in it: what stood there must not come back unread. */
	redacted: boolean;
	/** Of an amendment: something was made of it. */
	decided: boolean;
	/** Of a public comment: somebody has answered it, and only its words of today are shown. */
	answered: boolean;
	/** A decision about it is being looked at again. */
	appealed: boolean;
}

const CHANGEABLE: readonly State[] = ['waiting', 'rejected', 'published'];

/** One's own words; and who wrote down somebody else's mends them until that person takes them over. */
export function mayChangeText({ person, authorId, scribeId, ...text }: ChangeFacts): Verdict {
	const own = person !== null && person.id === authorId;
	const wroteDown = person !== null && authorId === null && person.id === scribeId;
	return all(
		noWhen(person === null, 'signInFirst'),
		noWhen(!own && !wroteDown, 'notYours'),
		own ? mayTakePart(person) : yes,
		CHANGEABLE.includes(text.state) ? yes : no('notChangeable'),
		noWhen(text.redacted, 'changeRedacted'),
		noWhen(text.decided, 'amendmentDecided'),
		noWhen(text.answered, 'changeAnswered'),
		noWhen(text.appealed, 'changeAppealed')
	);
}

/**
 * What a change was sent under must still hold when it takes the place of what stands there. `answered`: somebody has written a
 * reply to the comment, read by moderation or not: it was written to these words.
 */
export function mayAcceptChange(text: Omit<ChangeFacts, 'person' | 'authorId' | 'scribeId'>): Verdict {
	return all(
		noWhen(text.state !== 'published', 'lateNotPublished'),
		noWhen(text.redacted, 'lateRedacted'),
		noWhen(text.decided, 'lateDecided'),
		noWhen(text.answered, 'lateAnswered'),
		noWhen(text.appealed, 'lateAppealed')
	);
}
