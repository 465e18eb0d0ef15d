import * as staff from '#lib/people/staff.server.ts';
import { RoleForm } from '#lib/people/roles.ts';
import { act, showing } from '#lib/server/http/act.ts';

export const load = async ({ locals: { ctx } }) => ({
	members: await showing(staff.all(ctx)),
	me: ctx.person?.id ?? null
});

export const actions = {
	give: (event) =>
		act(event, RoleForm, async (ctx, form) => {
			await staff.giveRole(ctx, form);
			return '/werkstatt/team?ok=roleGiven';
		}),
	take: (event) =>
		act(event, RoleForm, async (ctx, form) => {
			await staff.takeRole(ctx, form);
			return '/werkstatt/team?ok=roleTaken';
		})
};
