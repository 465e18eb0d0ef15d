import { z } from 'zod';
import { concerns, lastInstant, type Phase } from '../consultations/consultation.ts';
import { mayTakePart } from '../people/participant.ts';
import { GroupChoice, type Group, type Person } from '../people/person.ts';
import { mayRecord } from '../recording/recording.ts';
import { day } from '../texts/dates.ts';
import { DAY, later } from '../time.ts';
import { all, no, noWhen, permit, type Permit, type Verdict } from '../verdict.ts';

/**
 * Those who took part judge the process, phase by phase. After the OECD's guidelines for citizen participation processes
 * (2022), which ask participants about information, voice, fairness, effort, and whether they would do it again.
 */
export const QUESTIONS = ['informed', 'heard', 'fair', 'easy', 'again'] as const;
export type Question = (typeof QUESTIONS)[number];
export const ANSWERS = ['yes', 'partly', 'no'] as const;
export type Answer = (typeof ANSWERS)[number];
const AnswerName = z.enum(ANSWERS);
export type Answers = Readonly<Record<Question, Answer>>;

/** How long answers are taken after a phase. */
export const OPEN_DAYS = 28;

const answer = z.enum(ANSWERS, 'choose');
/**
 * All of them: everybody who answers is counted at every question, so that no difference between two questions is about
 * a few people.
 */
const answers = { informed: answer, heard: answer, fair: answer, easy: z.enum(ANSWERS, 'easyMissing'), again: answer };
export const EvaluationForm = z.object(answers);
export type EvaluationInput = z.output<typeof EvaluationForm>;
export const TakeBackForm = z.object({});

/** One sheet of paper. `id`: made with the form, so that sending it twice counts it once. */
export const SheetForm = z.object({
	id: z.uuid('wrong'),
	phase: z.string('choose').max(80, 'choose'),
	group: GroupChoice,
	...answers
});
export type SheetInput = z.output<typeof SheetForm>;

export const AnswersRow = z.object({
	informed: AnswerName,
	heard: AnswerName,
	fair: AnswerName,
	easy: AnswerName,
	again: AnswerName
});

/** Exclusive: the first instant at which nothing is taken any more. */
export const closesAt = ({ endsAt }: Pick<Phase, 'endsAt'>): string => later(endsAt, OPEN_DAYS * DAY);

/** Whether people are asked about this phase now. */
export const isAsked = (phase: Phase, now: string): boolean =>
	phase.actions.length > 0 && phase.endsAt <= now && now < closesAt(phase);

/** Everything of a phase that the rules ask for. */
export interface EvaluationFacts {
	person: Person | null;
	phase: Phase;
	now: string;
	/** When the account of whoever asks was made; null: nobody is signed in. */
	since: string | null;
	/** Frozen already: then nothing changes any more, even when the phase was made longer afterwards. */
	computed: boolean;
	takingBack?: boolean;
}

function mayAsk({ phase, now, computed }: Pick<EvaluationFacts, 'phase' | 'now' | 'computed'>): Verdict {
	return all(
		noWhen(phase.actions.length === 0, 'evaluationNever'),
		noWhen(computed || closesAt(phase) <= now, 'evaluationOver', {
			until: day(lastInstant({ endsAt: closesAt(phase) }))
		}),
		noWhen(now < phase.endsAt, 'evaluationBefore', { from: day(phase.endsAt) })
	);
}

/**
 * Who was there judges: people, of the groups the phase was for, who came before it ended. Organisations do not: they are
 * counted in no group, and what they think of the process they say in public by name. Five ticks are counted like votes and
 * are no words: nobody has to allow first that they are read, and whoever takes that permission back takes these back here.
 */
export function mayEvaluate(facts: EvaluationFacts): Permit<Person> {
	const { person, phase, since, takingBack } = facts;
	const open = mayAsk(facts);
	if (!open.ok) return open;
	const one = mayTakePart(person, takingBack);
	if (!one.ok) return one;
	if (one.permit.organisationId) return no('evaluationPersons');
	if (!concerns(phase, one.permit.group)) return no('evaluationOthers');
	return since !== null && since >= phase.endsAt ? no('evaluationLater') : permit(one.permit);
}

/** A helper types in what stands on a sheet: while answers are taken, for a group that the phase was for. */
export function mayRecordEvaluation(facts: Omit<EvaluationFacts, 'since' | 'takingBack'> & { group: Group }): Verdict {
	const { person, phase, group } = facts;
	return all(mayRecord(person), mayAsk(facts), noWhen(!concerns(phase, group), 'evaluationOthers'));
}
