import { z } from 'zod';
import { RoleName } from '../person.ts';

/** For new passwords; at sign-in any length is tried. */
export const PASSWORD_MIN = 12;
const PASSWORD_MAX = 200;
export const NAME_MAX = 80;
/** How long a link for choosing a password opens something. */
export const LINK_HOURS = 48;

const Email = z.string().trim().toLowerCase().pipe(z.email('emailWrong'));
const Typed = z.string().min(1, 'passwordMissing').max(PASSWORD_MAX, 'tooLong');

export const SignInForm = z.object({ email: Email, password: Typed });
export type SignInInput = z.output<typeof SignInForm>;

/** Twice, because nobody sees what she types. How good it is, is asked where the list of common ones is. */
const chosen = {
	password: Typed,
	passwordAgain: z.string().max(PASSWORD_MAX, 'tooLong')
};
const same = (form: { password: string; passwordAgain: string }) => form.password === form.passwordAgain;
const DIFFER = { path: ['passwordAgain'], error: 'passwordsDiffer' };

export const NewPasswordForm = z.object(chosen).refine(same, DIFFER);
export const ChangePasswordForm = z.object({ formerPassword: Typed, ...chosen }).refine(same, DIFFER);
export type ChangePasswordInput = z.output<typeof ChangePasswordForm>;

export const ForgottenForm = z.object({ email: Email });

const list = z.preprocess(
	(typed) => (typed === undefined ? [] : [typed].flat()),
	z.array(RoleName).min(1, 'rolesMissing')
);

export const InviteForm = z.object({
	name: z.string().trim().min(1, 'nameMissing').max(NAME_MAX, 'tooLong'),
	email: Email.pipe(z.string().max(200, 'tooLong')),
	roles: list
});
export type InviteInput = z.output<typeof InviteForm>;
