import { z } from 'zod';
import type { State } from '../comments/comment.ts';
import { mayNow, turnOf, type Phase } from '../consultations/consultation.ts';
import { words } from '../form.ts';
import { Ticked, type Purpose } from '../people/consents/consent.ts';
import { mayTakePart } from '../people/participant.ts';
import { hasRole, type AuthorGroup, type Person } from '../people/person.ts';
import { all, noWhen, type Verdict } from '../verdict.ts';

export const TITLE_MAX = 160;
export const BODY_MAX = 8_000;
export const REASON_MAX = 2_000;
const REASON_MIN = 3;

/** What editors made of it. */
export const OUTCOMES = ['adopted', 'partly', 'declined'] as const;
export type Outcome = (typeof OUTCOMES)[number];
export const OutcomeName = z.enum(OUTCOMES);

/** `wording`: the one on the screen. `id`: of the amendment this form makes; sent twice, it is one. */
export const AmendmentForm = z.object({
	id: z.uuid('wrong'),
	wording: z.string().max(40, 'wrong'),
	title: words(TITLE_MAX),
	body: words(BODY_MAX),
	reason: z
		.string('changeReasonMissing')
		.trim()
		.min(1, 'changeReasonMissing')
		.min(REASON_MIN, 'tooShort')
		.max(REASON_MAX, 'tooLong'),
	consents: Ticked
});
/** `consents` is missing where the text does not come through the form: see `consents.accept`. */
export type AmendmentInput = Omit<z.output<typeof AmendmentForm>, 'consents'> & { consents?: readonly Purpose[] };

/** The wording that stands now: what an amendment is made for. */
export interface Base {
	consultationId: string;
	pointId: string;
	wordingId: string;
	title: string;
	body: string;
}

export interface Decision {
	outcome: Outcome;
	reason: string;
	versionId: string;
	versionNumber: number;
	/** null: it goes out with its version. */
	publishedAt: string | null;
}

export interface Amendment {
	id: string;
	number: number;
	consultationId: string;
	pointId: string;
	/** The wording it was made for. */
	wordingId: string;
	title: string;
	body: string;
	reason: string;
	authorName: string;
	authorGroup: AuthorGroup;
	organisation: string | null;
	state: State;
	createdAt: string;
	publishedAt: string | null;
	redactedAt: string | null;
	supportCount: number;
	/** null: open, or decided in a draft that the one who asks may not see. */
	decision: Decision | null;
	/** Whether the one who asks wrote it. Never says who did. */
	mine: boolean;
}

interface Facts {
	person: Person | null;
	phases: readonly Phase[];
	now: string;
	/** Of support only: it is taken back. */
	takingBack?: boolean;
}

/** The phase comes first: nobody shall sign in only to hear that it is over. */
export function mayAmend({ person, phases, now, takingBack }: Facts): Verdict {
	return all(mayNow(phases, 'amend', now, turnOf(person)), mayTakePart(person, takingBack));
}

export interface SupportFacts extends Facts {
	state: State;
	mine: boolean;
	decided: boolean;
}

/** As long as amendments can be made, others can say that they want the same. */
export function mayBack({ state, mine, decided, ...facts }: SupportFacts): Verdict {
	return all(
		mayAmend(facts),
		noWhen(state !== 'published', 'notPublished'),
		noWhen(mine, 'ownAmendment'),
		noWhen(decided, 'amendmentDecided')
	);
}

/** One's own words, at any time, until something was made of them: then they stand behind a point. */
export function mayWithdraw(person: Person | null, authorId: string | null, decided: boolean): Verdict {
	return all(
		noWhen(person === null, 'signInFirst'),
		noWhen(person?.id !== authorId, 'notYours'),
		noWhen(decided, 'amendmentDecided')
	);
}

/** What is decided in a draft is for those who may read the draft. */
export function maySeeDecision(person: Person | null, decision: { publishedAt: string | null }): boolean {
	return decision.publishedAt !== null || hasRole(person, 'moderator', 'editor', 'publisher', 'admin');
}
