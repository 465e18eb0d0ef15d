import { z } from 'zod';
import { ChangePasswordForm } from '#lib/people/account.ts';
import * as factors from '#lib/people/factors.server.ts';
import * as ownAccount from '#lib/people/ownAccount.server.ts';
import { act, reveal } from '#lib/server/http/act.ts';

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
