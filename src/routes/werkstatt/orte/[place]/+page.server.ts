import { z } from 'zod';
import { seenMark } from '#lib/editState.ts';
import { MemberForm, PlaceNameForm } from '#lib/people/places/place.ts';
import * as places from '#lib/people/places/places.server.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';

const StateForm = z.object({ closed: z.enum(['yes', 'no'], 'choose') });

export const load = async ({ locals: { ctx }, params }) => {
	const place = await showing(places.tended(ctx, params.place));
	return { place, seen: seenMark({ name: place.name }) };
};

export const actions = {
	join: (event) =>
		act(event, MemberForm, async (ctx, { person }) => {
			await places.join(ctx, event.params.place, person);
			return `/werkstatt/orte/${event.params.place}?ok=placeJoined`;
		}),
	leave: (event) =>
		act(event, MemberForm, async (ctx, { person }) => {
			await places.leave(ctx, event.params.place, person);
			return `/werkstatt/orte/${event.params.place}?ok=placeLeft`;
		}),
	rename: (event) =>
		act(event, PlaceNameForm, async (ctx, form) => {
			await places.rename(ctx, event.params.place, form);
			return `/werkstatt/orte/${event.params.place}?ok=placeChanged`;
		}),
	close: (event) =>
		act(event, StateForm, async (ctx, { closed }) => {
			await places.close(ctx, event.params.place, closed === 'yes');
			return `/werkstatt/orte/${event.params.place}?ok=placeChanged`;
		})
};
