import * as organisations from '#lib/organisations/organisations.server.ts';
import { NewOrganisationForm } from '#lib/people/organisations/organisation.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';
import { newId } from '#lib/server/ids.ts';

export const load = async ({ locals: { ctx } }) => ({
	organisations: await showing(organisations.all(ctx)),
	// The form carries the id of what it will make: sent twice, it makes one.
	blank: newId()
});

export const actions = {
	default: (event) =>
		act(event, NewOrganisationForm, async (ctx, form) => {
			const id = await organisations.create(ctx, form);
			return `/werkstatt/organisationen/${id}?ok=organisationMade`;
		})
};
