import { z } from 'zod';
import type { Person } from '../../people/person.ts';
import { all, noWhen, type Verdict } from '../../verdict.ts';
import { mayScreen } from '../screening.ts';

export const APPEAL_MAX = 2_000;
const APPEAL_MIN = 10;

export const OUTCOMES = ['granted', 'denied'] as const;
type Outcome = (typeof OUTCOMES)[number];

const said = z.string('missing').trim().min(1, 'missing').min(APPEAL_MIN, 'tooShort').max(APPEAL_MAX, 'tooLong');

export const AppealForm = z.object({ body: said });
export type AppealInput = z.output<typeof AppealForm>;

/** Whoever is not heard wants to know why, and whoever is, too: the reply is no choice. */
export const AppealDecisionForm = z.object({ outcome: z.enum(OUTCOMES, 'choose'), reply: said });
export type AppealDecisionInput = z.output<typeof AppealDecisionForm>;

/** As its author reads it. */
export interface OwnAppeal {
	state: 'waiting' | Outcome;
	reply: string | null;
}

/** Against what stands against one's own text, once. */
export function mayAppeal(facts: {
	person: Person | null;
	authorId: string | null;
	stands: boolean;
	filed: boolean;
}): Verdict {
	const { person, authorId, stands, filed } = facts;
	return all(
		noWhen(person === null, 'signInFirst'),
		noWhen(person?.id !== authorId, 'notYours'),
		noWhen(filed, 'appealedBefore'),
		noWhen(!stands, 'nothingToAppeal')
	);
}

/** A second person: neither who decided first nor who wrote it. */
export function mayDecideAppeal(facts: {
	person: Person | null;
	authorId: string | null;
	organisation: string | null;
	moderatorId: string;
	decided: boolean;
}): Verdict {
	return all(
		mayScreen(facts),
		noWhen(facts.person?.id === facts.moderatorId, 'appealOwnDecision'),
		noWhen(facts.decided, 'appealDecided')
	);
}
