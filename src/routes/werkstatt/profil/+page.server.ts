import { RestoreForm } from '#lib/profile/forms.ts';
import * as profile from '#lib/profile/profile.server.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';
import * as names from '#lib/wording/names.server.ts';

export const load = async ({ locals: { ctx } }) => {
	const history = await showing(profile.history(ctx));
	const { number, profile: now } = await profile.state(ctx);
	const { name, claim, logo } = now.look;
	const { authority, topic } = now.terms;
	return {
		...{ history, number, name, claim, ownLogo: logo !== '', address: now.address },
		groups: now.groups.map(({ name }) => name),
		terms: { authority: authority.bare, topic: topic.bare },
		districts: now.districts.length,
		names: await names.all(ctx)
	};
};

export const actions = {
	restore: (event) =>
		act(event, RestoreForm, async (ctx, { number, revision }) => {
			await profile.restoreRevision(ctx, number, { seen: revision });
			return '/werkstatt/profil?ok=profileChanged';
		})
};
