import { ForgottenForm } from '#lib/people/accounts/account.ts';
import * as accountLinks from '#lib/people/accounts/accountLinks.server.ts';
import { act } from '#lib/server/http/forms/act.ts';
import { countTry } from '#lib/server/http/signIn/signInLimits.ts';
import { hasMail } from '#lib/server/mail/outbox.server.ts';

export const load = ({ locals: { ctx } }) => ({ hasMail: hasMail(ctx) });

export const actions = {
	default: (event) =>
		act(event, ForgottenForm, async (ctx, { email }) => {
			await countTry(ctx, 'link', event);
			await accountLinks.ask(ctx, email);
			return '/anmelden/team?ok=resetAsked';
		})
};
