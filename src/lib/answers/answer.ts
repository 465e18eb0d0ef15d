import { z } from 'zod';
import { seenField, several, wordsIfAny, type OptionalSeen } from '../form.ts';
import { hasRole, type Person } from '../people/person.ts';
import { all, noWhen, type Verdict } from '../verdict.ts';

/** What became of a contribution. `open`: somebody looked at it, and it is not decided. */
export const DISPOSITIONS = ['adopted', 'partly', 'merged', 'declined', 'elsewhere', 'open'] as const;
export type Disposition = (typeof DISPOSITIONS)[number];
export const DispositionName = z.enum(DISPOSITIONS);
/** Whoever reads one of these asks where: the contribution stands behind a point of the version it goes out with. */
export const NAMING_POINTS = ['adopted', 'partly', 'merged'] as const;
export const namesPoint = (disposition: Disposition) => NAMING_POINTS.some((one) => one === disposition);

export const REASON_MAX = 2_000;
export const RESPONSIBLE_MAX = 200;
/** As many as stand on one page of the worklist. */
const TOGETHER_MAX = 50;

/** Which state of an answer somebody had before their eyes: `id:revision`, 0 when there was none. */
export const seenMark = (proposalId: string, revision: number) => `${proposalId}:${revision}`;
const SEEN = /^[0-9a-f-]{36}:\d{1,9}$/;

const answered = {
	proposals: several(z.array(z.uuid('wrong')).min(1, 'answerWhom').max(TOGETHER_MAX, 'tooMany')),
	disposition: z.enum(DISPOSITIONS, 'choose'),
	reason: wordsIfAny(REASON_MAX),
	/** What stood there, for each of them. Nothing: no answer did. */
	seen: several(z.array(z.string().regex(SEEN, 'wrong'))),
	responsible: wordsIfAny(RESPONSIBLE_MAX)
};

type Said = { disposition: Disposition; reason: string; responsible: string };
const reasoned = (form: Said) => form.disposition !== 'declined' || form.reason.length > 0;
const REASONED = { error: 'reasonMissing', path: ['reason'] };
const someone = (form: Said) => form.disposition !== 'elsewhere' || form.responsible.length > 0;
const SOMEONE = { error: 'responsibleMissing', path: ['responsible'] };

/** One answer for one contribution or, word for word, for several: all of them or none. */
export const AnswerForm = z.object(answered).refine(reasoned, REASONED).refine(someone, SOMEONE);
export type AnswerInput = OptionalSeen<z.output<typeof AnswerForm>>;

/** The same answer for each of several by itself. `id`: under which it is taken back. `matching`: all that the filter shows. */
export const AnswersForm = z
	.object({
		...answered,
		id: z.uuid('wrong'),
		matching: z.literal('yes').optional().catch(undefined),
		proposals: several(z.array(z.uuid('wrong')).max(TOGETHER_MAX, 'tooMany'))
	})
	.refine(reasoned, REASONED)
	.refine(someone, SOMEONE)
	.refine((form) => form.matching === 'yes' || form.proposals.length > 0, { error: 'answerWhom', path: ['proposals'] });
export type AnswersInput = z.output<typeof AnswersForm>;

/** The same answer for all texts of a campaign that have none. `replace`: also in the place of answers there are. */
export const AnswerAllForm = z
	.object({
		id: z.uuid('wrong'),
		disposition: answered.disposition,
		reason: answered.reason,
		responsible: answered.responsible,
		replace: z.literal('yes').optional().catch(undefined),
		/** What answers there were, where they are replaced. */
		seen: z.string('wrong').max(40, 'wrong').default(''),
		/** The mark of the texts that were on the screen. */
		texts: seenField
	})
	.refine(reasoned, REASONED)
	.refine(someone, SOMEONE);
export type AnswerAllInput = z.output<typeof AnswerAllForm>;

/** `deed`: what was answered under this name. */
export const UndoForm = z.object({ id: z.uuid('wrong'), deed: z.uuid('wrong') });
export type UndoInput = z.output<typeof UndoForm>;

/** Whoever distils or writes also answers. Who publishes only reads: two different eyes. */
export function mayAnswer(person: Person | null): Verdict {
	return all(noWhen(person === null, 'signInFirst'), noWhen(!hasRole(person, 'moderator', 'editor'), 'roleMissing'));
}

export function mayReadAnswers(person: Person | null): Verdict {
	return all(
		noWhen(person === null, 'signInFirst'),
		noWhen(!hasRole(person, 'moderator', 'editor', 'publisher', 'admin'), 'roleMissing')
	);
}
