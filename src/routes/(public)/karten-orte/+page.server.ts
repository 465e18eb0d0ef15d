import { publicPlaces } from '#lib/people/places/placeDetails.server.ts';

export const load = async ({ locals: { ctx } }) => ({ places: await publicPlaces(ctx) });
