import { all, noWhen, type Verdict } from '../../verdict.ts';
import { PASSWORD_MIN } from './account.ts';

/** What is known of a password somebody wants. */
export interface PasswordFacts {
	/** Signs of it. */
	length: number;
	/** Power of ten of the tries somebody needs who knows common passwords, words and patterns. */
	tries: number;
	/** It is one of the common ones as it stands. */
	common: boolean;
	/** What of the person or the site it is made of; null: nothing. */
	personal: string | null;
}

/** Ten thousand million: more than anybody tries at our door in a year. */
const TRIES_MIN = 10;

/** Long enough and not on anybody's list. Which signs it is made of is nobody's business. */
export function mayBePassword({ length, tries, common, personal }: PasswordFacts): Verdict {
	const easy = tries < TRIES_MIN;
	return all(
		noWhen(length < PASSWORD_MIN, 'passwordShort', { least: String(PASSWORD_MIN), length: String(length) }),
		noWhen(easy && common, 'passwordCommon'),
		noWhen(easy && personal !== null, 'passwordPersonal', { word: personal ?? '' }),
		noWhen(easy, 'passwordEasy')
	);
}
