import { gebaerdensprache } from '#lib/texts/de/pages/gebaerdensprache.ts';
import { placesIn } from '#lib/texts/de/pages/page.ts';
import { signingVideo } from '#lib/server/signing.server.ts';

export const load = async ({ locals: { ctx } }) => {
	const video = await signingVideo(ctx.house.config);
	return { video, open: video ? [] : placesIn(gebaerdensprache) };
};
