import { z } from 'zod';
import { isWellFormed, tidyCode } from '../cards/cardCode.ts';
import { hasRole, type Person } from '../person.ts';

/** How many codes are printed for the day the telephone is lost. */
export const RECOVERY_CODES = 8;

/** What is still missing after the right password. */
export type Stage = 'none' | 'code' | 'enrol';

/** Whoever can read unpublished texts or change what the public reads needs a second factor. */
export function needsFactor(person: Person): boolean {
	return hasRole(person, 'moderator', 'editor', 'publisher', 'admin');
}

export function stageOf(person: Person, enrolled: boolean): Stage {
	if (enrolled) return 'code';
	return needsFactor(person) ? 'enrol' : 'none';
}

/** Six digits from the app, however they are grouped. */
const AppCode = z.string().transform((typed) => typed.replace(/[\s.-]/g, ''));

export const EnrolForm = z.object({ code: AppCode.pipe(z.string().regex(/^\d{6}$/, 'factorDigits')) });

/** Either six digits or one of the printed codes. */
export const FactorForm = z.object({
	code: z
		.string()
		.max(100, 'factorWrong')
		.transform(tidyCode)
		.refine((code) => /^\d{6}$/.test(code) || isWellFormed(code), 'factorWrong')
});
