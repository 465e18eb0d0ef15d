import { z } from 'zod';
import { ChangePasswordForm } from '#lib/people/accounts/account.ts';
import * as factors from '#lib/people/signIn/factors.server.ts';
import * as ownAccount from '#lib/people/accounts/ownAccount.server.ts';
import { act, reveal } from '#lib/server/http/forms/act.ts';

export const load = async ({ locals: { ctx } }) => ({
	left: await factors.left(ctx),
	hasPassword: await ownAccount.hasPassword(ctx)
});

export const actions = {
	codes: (event) => reveal(event, z.object({}), (ctx) => factors.renewCodes(ctx)),
	password: (event) =>
		act(event, ChangePasswordForm, async (ctx, form) => {
			await ownAccount.changePassword(ctx, form, event.locals.sessionId);
			return '/werkstatt/zugang?ok=passwordChanged';
		})
};
