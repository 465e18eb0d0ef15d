import { z } from 'zod';
import { notNow, openPhase, turnOf, type Phase } from '../consultations/consultation.ts';
import { mayTakePart } from '../people/participant.ts';
import type { Person } from '../people/person.ts';
import { no, permit, type Permit } from '../verdict.ts';

/** "Don't know" is an answer of its own: it is counted, and it is not the same as not having voted. */
export const CHOICES = ['agree', 'pass', 'disagree'] as const;
export type Choice = (typeof CHOICES)[number];

/** As it stands in the row, so that sums and matrices need no translation. */
export const VALUE = { agree: 1, pass: 0, disagree: -1 } as const;

/** Whose hand wrote a ballot: a helper's, or (null) one's own. */
export type RecordedBy = 'helper' | null;

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
	/** The vote is taken back. */
	takingBack?: boolean;
}

/** Who votes, and in which phase. */
export interface VotePermit {
	person: Person;
	phase: Phase;
}

export function mayVote({ person, phases, now, takingBack }: VoteFacts): Permit<VotePermit> {
	const turn = turnOf(person);
	const phase = openPhase(phases, 'vote', now, turn);
	if (!phase) return notNow(phases, 'vote', now, turn);
	// A phase that was over and is made longer: who has voted cannot be known any more, so nobody may vote twice.
	if (phase.ballotsSealedAt) return no('ballotsSealed');
	const voter = mayTakePart(person, takingBack);
	return voter.ok ? permit({ person: voter.permit, phase }) : voter;
}

/** On a point. `wordingId`: its wording in the newest published version; null: it does not stand there any more. */
export function mayVoteOn(wordingId: string | null, facts: VoteFacts): Permit<VotePermit & { wordingId: string }> {
	if (wordingId === null) return no('pointDropped');
	const may = mayVote(facts);
	return may.ok ? permit({ ...may.permit, wordingId }) : may;
}
