import { NewPlaceForm } from '#lib/people/places/place.ts';
import * as places from '#lib/people/places/places.server.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';
import { newId } from '#lib/server/ids.ts';

export const load = async ({ locals: { ctx } }) => ({
	places: await showing(places.all(ctx)),
	// The form carries the id of what it will make: sent twice, it makes one.
	blank: newId()
});

export const actions = {
	default: (event) =>
		act(event, NewPlaceForm, async (ctx, form) => {
			await places.create(ctx, form);
			return `/werkstatt/orte/${form.id}?ok=placeMade`;
		})
};
