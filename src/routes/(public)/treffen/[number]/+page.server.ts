import { error } from '@sveltejs/kit';
import * as hands from '#lib/hands/hands.server.ts';
import * as readings from '#lib/readings/readings.server.ts';
import * as photos from '#lib/recording/photos/photos.server.ts';
import * as workshops from '#lib/recording/workshops/workshops.server.ts';
import { showing } from '#lib/server/http/forms/act.ts';

export const load = async ({ locals: { ctx }, params }) => {
	const workshop = await showing(workshops.byNumber(ctx, Number(params.number)));
	// The team finds it at its desk; this page is what everybody sees.
	if (workshop.publishedAt === null) error(404);
	const { number, label, heldOn, group, people, minutes } = workshop;
	const contributions = await workshops.contributionsOf(ctx, workshop.id);
	return {
		...{ number, label, heldOn, group, people, minutes },
		contributions: contributions
			.filter((one) => one.state === 'published')
			.map(({ number, title, language, group }) => ({ number, title, language, group })),
		photos: await photos.ofWorkshop(ctx, number),
		hands: await hands.inRoom(ctx, number),
		readings: (await readings.atMeeting(ctx, number)).map(({ wordingId: _id, ...one }) => one)
	};
};
