import { z } from 'zod';
import { mayNow, openPhase, type Phase } from '../consultations/consultation.ts';
import { mayTakePart } from '../people/participant.ts';
import type { Person } from '../people/person.ts';
import { all, noWhen, type Verdict } from '../verdict.ts';

/** "Don't know" is an answer of its own: it is counted, and it is not the same as not having voted. */
export const CHOICES = ['agree', 'pass', 'disagree'] as const;
export type Choice = (typeof CHOICES)[number];

/** As it stands in the row, so that sums and matrices need no translation. */
export const VALUE = { agree: 1, pass: 0, disagree: -1 } as const;

/** Whose hand wrote a ballot: a helper's, or (null) one's own. */
export type Hand = 'helper' | null;

/** `wording` is the text the person had before her eyes; `none` takes the vote back. */
export const VoteForm = z.object({
	choice: z.enum([...CHOICES, 'none'], 'choose'),
	wording: z.uuid('wrong'),
	/** Organisations: what was on the screen of what a colleague may have said, see `seenOf`. */
	seen: z.string().max(60, 'wrong').optional()
});

export interface VoteFacts {
	person: Person | null;
	phases: readonly Phase[];
	now: string;
	/** Whether the point stands in the newest published version. */
	current: boolean;
	/** The vote is taken back. */
	takingBack?: boolean;
}

export function mayVote({ person, phases, now, current, takingBack }: VoteFacts): Verdict {
	// A phase that was over and is made longer: who has voted cannot be known any more, so nobody may vote twice.
	const sealed = Boolean(openPhase(phases, 'vote', now)?.ballotsSealedAt);
	return all(
		noWhen(!current, 'pointDropped'),
		mayNow(phases, 'vote', now),
		noWhen(sealed, 'ballotsSealed'),
		mayTakePart(person, takingBack)
	);
}
