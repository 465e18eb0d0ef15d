import { z } from 'zod';
import { mayNow, turnOf, type Action, type Phase } from '../consultations/consultation.ts';
import { Ticked, type Purpose } from '../people/consents/consent.ts';
import { mayTakePart } from '../people/participant.ts';
import type { AuthorGroup, Person } from '../people/person.ts';
import { all, no, noWhen, yes, type Verdict } from '../verdict.ts';

export const STANCES = ['pro', 'contra', 'question', 'note'] as const;
export type Stance = (typeof STANCES)[number];
export const StanceName = z.enum(STANCES, 'stanceMissing');

export const BODY_MAX = 2_000;
const BODY_MIN = 3;

/** `parentId` empty: a comment of its own; else the one it answers. */
export const CommentForm = z.object({
	id: z.uuid('wrong'),
	parentId: z.union([z.literal('').transform(() => null), z.uuid('wrong')]).default(null),
	stance: StanceName,
	body: z.string('commentMissing').trim().min(1, 'commentMissing').min(BODY_MIN, 'tooShort').max(BODY_MAX, 'tooLong'),
	consents: Ticked
});
/** `consents` is missing where the text does not come through the form: see `consents.accept`. */
export type CommentInput = Omit<z.output<typeof CommentForm>, 'consents'> & { consents?: readonly Purpose[] };

export type SubjectKind = 'proposal' | 'point' | 'amendment';

/** What a comment is about. For a point also the wording that was read when it was written. */
export type Subject =
	| { kind: 'proposal' | 'amendment'; id: string; consultationId: string }
	| { kind: 'point'; id: string; wordingId: string; consultationId: string };

const ACTION_FOR: Readonly<Record<SubjectKind, Action>> = {
	proposal: 'comment',
	point: 'comment-point',
	amendment: 'comment-point'
};

/** Where a comment stands. Dates in the row say it; this is how they are read. */
export type State = 'waiting' | 'published' | 'rejected' | 'hidden' | 'withdrawn';

interface Dates {
	publishedAt: string | null;
	rejectedAt: string | null;
	hiddenAt: string | null;
	withdrawnAt: string | null;
}

export function stateOf(row: Dates): State {
	if (row.withdrawnAt) return 'withdrawn';
	if (row.hiddenAt) return 'hidden';
	if (row.rejectedAt) return 'rejected';
	return row.publishedAt ? 'published' : 'waiting';
}

/** One comment with everything its author and moderation may read. */
export interface Text {
	id: string;
	consultationId: string;
	about: { kind: SubjectKind; id: string };
	parentId: string | null;
	/** The wording of the point that was read when this was written. */
	wordingId: string | null;
	stance: Stance;
	body: string;
	authorName: string;
	authorGroup: AuthorGroup;
	organisation: string | null;
	state: State;
	createdAt: string;
	publishedAt: string | null;
	redactedAt: string | null;
	/** Whether the one who asks wrote it. Never says who did. */
	mine: boolean;
}

/** A comment as the public reads it. Hidden and withdrawn ones are tombstones: nothing is left of words and author. */
export interface Comment {
	id: string;
	wordingId: string | null;
	state: State;
	createdAt: string;
	redactedAt: string | null;
	mine: boolean;
	/** null: a tombstone. */
	said: {
		stance: Stance;
		body: string;
		authorName: string;
		authorGroup: AuthorGroup;
		organisation: string | null;
	} | null;
	replies: Comment[];
}

/** Of a thread, answers included. */
export function idsIn(comments: readonly Comment[]): string[] {
	return comments.flatMap((one) => [one.id, ...idsIn(one.replies)]);
}

export interface CommentFacts {
	person: Person | null;
	phases: readonly Phase[];
	now: string;
	kind: SubjectKind;
}

/** The phase comes first: nobody shall sign in only to hear that it is over. */
export function mayComment({ person, phases, now, kind }: CommentFacts): Verdict {
	return all(mayNow(phases, ACTION_FOR[kind], now, turnOf(person)), mayTakePart(person));
}

/** Only what everybody can read can be answered. */
export function mayReply(parent: State): Verdict {
	if (parent === 'published') return yes;
	return parent === 'hidden' || parent === 'withdrawn' ? no('hiddenSubject') : no('notPublished');
}

/** Taking back one's own words is possible at any time: after the phase, and when moderation has refused them. */
export function mayWithdraw(person: Person | null, authorId: string | null): Verdict {
	return all(noWhen(person === null, 'signInFirst'), noWhen(person?.id !== authorId, 'notYours'));
}
