import { PlaceDetailsForm } from '#lib/people/places/placeDetails.ts';
import { describe, detailsOf } from '#lib/people/places/placeDetails.server.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';

export const load = async ({ locals: { ctx }, params }) => showing(detailsOf(ctx, params.place));

export const actions = {
	default: (event) =>
		act(event, PlaceDetailsForm, async (ctx, form) => {
			await describe(ctx, event.params.place, form);
			return `/werkstatt/karten/ort/${event.params.place}?ok=placeDescribed`;
		})
};
