import * as staff from '#lib/people/staff.server.ts';
import { AccountForm, RoleForm } from '#lib/people/roles.ts';
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
	block: (event) =>
		act(event, AccountForm, async (ctx, { person }) => {
			await staff.block(ctx, person);
			return '/werkstatt/team?ok=accountBlocked';
		}),
	unblock: (event) =>
		act(event, AccountForm, async (ctx, { person }) => {
			await staff.unblock(ctx, person);
			return '/werkstatt/team?ok=accountUnblocked';
		}),
	take: (event) =>
		act(event, RoleForm, async (ctx, form) => {
			await staff.takeRole(ctx, form);
			return '/werkstatt/team?ok=roleTaken';
		})
};
