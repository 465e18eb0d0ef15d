import { GroupsForm, groupsState, RestoreForm } from '#lib/profile/forms.ts';
import * as profile from '#lib/profile/profile.server.ts';
import { act, preview, showing } from '#lib/server/http/forms/act.ts';

const HERE = '/werkstatt/profil/gruppen?ok=profileChanged';

export const load = async ({ locals: { ctx } }) => {
	const history = await showing(profile.history(ctx, 'groups'));
	const { number, profile: now } = await profile.state(ctx);
	const closed = await profile.groupsAreClosed(ctx);
	return { history, number, closed, typed: groupsState(now), count: now.groups.length };
};

export const actions = {
	save: (event) =>
		act(event, GroupsForm, async (ctx, form) => {
			await profile.changeGroups(ctx, form);
			return HERE;
		}),
	/** How they would stand beside each other; nothing is saved. */
	preview: (event) =>
		preview(event, GroupsForm, (ctx, form) => profile.changedBy(ctx, () => profile.changeGroups(ctx, form))),
	restore: (event) =>
		act(event, RestoreForm, async (ctx, { number, revision }) => {
			await profile.restoreRevision(ctx, number, { seen: revision, part: 'groups' });
			return HERE;
		})
};
