import { LookForm, lookState, RestoreForm } from '#lib/profile/forms.ts';
import * as profile from '#lib/profile/profile.server.ts';
import { act, preview, showing } from '#lib/server/http/forms/act.ts';

const HERE = '/werkstatt/profil/aussehen?ok=profileChanged';

export const load = async ({ locals: { ctx } }) => {
	const history = await showing(profile.history(ctx, 'look'));
	const { number, profile: now } = await profile.state(ctx);
	return { history, number, look: lookState(now) };
};

export const actions = {
	save: (event) =>
		act(event, LookForm, async (ctx, form) => {
			await profile.changeLook(ctx, form);
			return HERE;
		}),
	/** How it would look; nothing is saved. */
	preview: (event) =>
		preview(event, LookForm, (ctx, form) => profile.changedBy(ctx, () => profile.changeLook(ctx, form))),
	restore: (event) =>
		act(event, RestoreForm, async (ctx, { number, revision }) => {
			await profile.restoreRevision(ctx, number, { seen: revision, part: 'look' });
			return HERE;
		})
};
