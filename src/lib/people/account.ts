import { z } from 'zod';

/** For new passwords; at sign-in any length is tried. */
export const PASSWORD_LEAST = 12;

export const SignInForm = z.object({
	email: z.string().trim().toLowerCase().pipe(z.email('emailWrong')),
	password: z.string().min(1, 'passwordMissing').max(200, 'tooLong')
});
export type SignInInput = z.output<typeof SignInForm>;
