import { z } from 'zod';
import { several, wordsIfAny, type OptionalSeen } from '../form.ts';
import { hasRole, type Person } from '../people/person.ts';
import { all, noWhen, type Verdict } from '../verdict.ts';

/** What became of a contribution. `open`: somebody looked at it, and it is not decided. */
export const DISPOSITIONS = ['adopted', 'partly', 'merged', 'declined', 'elsewhere', 'open'] as const;
export type Disposition = (typeof DISPOSITIONS)[number];
export const DispositionName = z.enum(DISPOSITIONS);
/** Whoever reads one of these asks where: the contribution stands behind a point of the version it goes out with. */
export const NAMING_POINTS = ['adopted', 'partly', 'merged'] as const;
export const namesPoint = (disposition: Disposition) => NAMING_POINTS.some((one) => one === disposition);

export const REASON_MOST = 2_000;
export const RESPONSIBLE_MOST = 200;
/** As many as stand on one page of the worklist. */
export const TOGETHER_MOST = 50;

/** Which state of an answer somebody had before their eyes: `id:revision`, 0 when there was none. */
export const seenMark = (proposalId: string, revision: number) => `${proposalId}:${revision}`;
const SEEN = /^[0-9a-f-]{36}:\d{1,9}$/;

/** One answer for one contribution or, word for word, for several. */
export const AnswerForm = z
	.object({
		proposals: several(z.array(z.uuid('wrong')).min(1, 'answerWhom').max(TOGETHER_MOST, 'tooMany')),
		disposition: z.enum(DISPOSITIONS, 'choose'),
		reason: wordsIfAny(REASON_MOST),
		/** What stood there, for each of them. Nothing: no answer did. */
		seen: several(z.array(z.string().regex(SEEN, 'wrong'))),
		responsible: wordsIfAny(RESPONSIBLE_MOST)
	})
	.refine((form) => form.disposition !== 'declined' || form.reason.length > 0, {
		error: 'reasonMissing',
		path: ['reason']
	})
	.refine((form) => form.disposition !== 'elsewhere' || form.responsible.length > 0, {
		error: 'responsibleMissing',
		path: ['responsible']
	});
export type AnswerInput = OptionalSeen<z.output<typeof AnswerForm>>;

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
