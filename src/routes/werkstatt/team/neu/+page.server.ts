import { InviteForm } from '#lib/people/accounts/account.ts';
import * as accountLinks from '#lib/people/accounts/accountLinks.server.ts';
import { mayManageStaff } from '#lib/people/staff/roles.ts';
import { reveal, showing } from '#lib/server/http/forms/act.ts';
import { obey } from '#lib/verdict.ts';

export const load = async ({ locals: { ctx } }) => {
	await showing(Promise.resolve().then(() => obey(mayManageStaff(ctx.person))));
};

export const actions = {
	// No redirect: the link stands on this answer and nowhere else.
	default: (event) =>
		reveal(event, InviteForm, async (ctx, form) => ({ link: await accountLinks.invite(ctx, form), name: form.name }))
};
