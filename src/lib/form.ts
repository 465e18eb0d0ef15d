import { z } from 'zod';

/** Boxes of one name: a form sends nothing for none, a text for one and a list for more. */
export function several<T extends z.ZodType>(entries: T) {
	return z.preprocess((typed) => (typed === undefined ? [] : [typed].flat()), entries);
}

/** The mark of the state a form was filled from (see `editState.ts`). */
export const seenField = z.string('wrong').max(64, 'wrong');

/** Forms always say what they were filled from; a program that writes by itself has seen nothing on a screen. */
export type OptionalSeen<Form extends { seen: unknown }> = Omit<Form, 'seen'> & Partial<Pick<Form, 'seen'>>;

/** Words somebody has to write, with at most so many signs. */
export const words = (most: number) => z.string('missing').trim().min(1, 'missing').max(most, 'tooLong');

/** Words that may stay away. */
export const wordsIfAny = (most: number) => z.string().trim().max(most, 'tooLong').default('');

const REASON_LETTERS = 10;
const letters = (text: string) => text.match(/\p{L}/gu)?.length ?? 0;

/** A reason everybody will read, or none: a full stop is no reason. */
export const publicReasonIfAny = (most: number) =>
	wordsIfAny(most).refine((text) => text === '' || letters(text) >= REASON_LETTERS, 'tooShort');
