import * as accountLinks from '#lib/people/accounts/accountLinks.server.ts';
import * as factors from '#lib/people/signIn/factors.server.ts';
import * as staff from '#lib/people/staff/staff.server.ts';
import { AccountForm, RoleForm } from '#lib/people/staff/roles.ts';
import { act, reveal, showing } from '#lib/server/http/forms/act.ts';

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
	// No redirect: the link stands on this answer and nowhere else.
	link: (event) =>
		reveal(event, AccountForm, async (ctx, { person }) => ({ link: await accountLinks.renew(ctx, person), person })),
	factor: (event) =>
		act(event, AccountForm, async (ctx, { person }) => {
			await factors.reset(ctx, person);
			return '/werkstatt/team?ok=factorReset';
		}),
	take: (event) =>
		act(event, RoleForm, async (ctx, form) => {
			await staff.takeRole(ctx, form);
			return '/werkstatt/team?ok=roleTaken';
		})
};
