import { DistrictsForm, districtsState, RestoreForm } from '#lib/profile/forms.ts';
import * as profile from '#lib/profile/profile.server.ts';
import { act, preview, showing } from '#lib/server/http/forms/act.ts';

const HERE = '/werkstatt/profil/orte?ok=profileChanged';

export const load = async ({ locals: { ctx } }) => {
	const history = await showing(profile.history(ctx, 'districts'));
	const { number, profile: now } = await profile.state(ctx);
	return { history, number, ...districtsState(now) };
};

export const actions = {
	save: (event) =>
		act(event, DistrictsForm, async (ctx, form) => {
			await profile.changeDistricts(ctx, form);
			return HERE;
		}),
	/** Which places come, go and are called otherwise; nothing is saved. */
	preview: (event) =>
		preview(event, DistrictsForm, (ctx, form) => profile.changedBy(ctx, () => profile.changeDistricts(ctx, form))),
	restore: (event) =>
		act(event, RestoreForm, async (ctx, { number, revision }) => {
			await profile.restoreRevision(ctx, number, { seen: revision, part: 'districts' });
			return HERE;
		})
};
