import { ForgottenForm } from '#lib/people/account.ts';
import * as accountLinks from '#lib/people/accountLinks.server.ts';
import { act } from '#lib/server/http/act.ts';
import { countTry } from '#lib/server/http/tries.ts';

export const load = ({ locals: { ctx } }) => ({ hasMail: accountLinks.hasMail(ctx) });

export const actions = {
	default: (event) =>
		act(event, ForgottenForm, async (ctx, { email }) => {
			await countTry(ctx, 'link', event);
			await accountLinks.ask(ctx, email);
			return '/anmelden/team?ok=resetAsked';
		})
};
