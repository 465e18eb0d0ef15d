import type { Spoken } from '../people/details/language.ts';
import { z } from 'zod';
import { wordsIfAny, seenField, type OptionalSeen } from '../form.ts';
import { mayTakePart } from '../people/participant.ts';
import type { Group, Person, ParticipantType } from '../people/person.ts';
import { all, noWhen, type Verdict } from '../verdict.ts';

/** Does the point say what I meant? */
export const ANSWERS = ['right', 'wrong'] as const;
export type Answer = (typeof ANSWERS)[number];
export const AnswerName = z.enum(ANSWERS);

export const WHY_MAX = 1_000;

/** `words`: which wording was on the screen. */
export const UnderstandingForm = z
	.object({
		version: z.uuid('wrong'),
		point: z.uuid('wrong'),
		words: z.string().max(80, 'wrong'),
		answer: z.enum(ANSWERS, 'choose'),
		why: wordsIfAny(WHY_MAX),
		/** What was said before, by whoever of the organisation said it. */
		seen: seenField
	})
	.refine((form) => form.answer === 'right' || form.why.length > 0, { error: 'whyMissing', path: ['why'] });
export type UnderstandingInput = OptionalSeen<z.output<typeof UnderstandingForm>>;

/** A point somebody is asked about, because their contributions are behind it. */
export interface Asked {
	versionId: string;
	pointId: string;
	number: number;
	title: string;
	/** Markdown. */
	body: string;
	words: string;
	contributions: { number: number; title: string; language: Spoken }[];
	/** What they said; `current`: about these very words. */
	said: { answer: Answer; why: string; current: boolean } | null;
	/** Its mark, for the form. */
	seen: string;
}

export interface Round {
	openedAt: string;
	closedAt: string | null;
}

export function isOpen(round: Round | null): boolean {
	return round !== null && round.closedAt === null;
}

export function mayAnswer(person: Person | null, round: Round | null): Verdict {
	return all(mayTakePart(person), noWhen(!isOpen(round), 'roundClosed'));
}

/** Everybody who was asked about a point, by who they are. */
export interface Line {
	group: Group;
	standing: ParticipantType;
	right: number;
	wrong: number;
	silent: number;
}

/** For those who write: also why somebody does not feel understood. Nobody is named. */
export interface PointStanding {
	pointId: string;
	lines: Line[];
	reasons: { group: Group; standing: ParticipantType; why: string; current: boolean }[];
}

export interface Totals {
	asked: number;
	answered: number;
	wrong: number;
}

export function totals(points: readonly PointStanding[]): Totals {
	const sum = { asked: 0, answered: 0, wrong: 0 };
	for (const { right, wrong, silent } of points.flatMap((point) => point.lines)) {
		sum.asked += right + wrong + silent;
		sum.answered += right + wrong;
		sum.wrong += wrong;
	}
	return sum;
}
