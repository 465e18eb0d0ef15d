import { error } from '@sveltejs/kit';
import { SIZES } from '#lib/recording/photos/photo.ts';
import * as photos from '#lib/recording/photos/photos.server.ts';
import { NotFound } from '#lib/verdict.ts';

/** A photo of what stood on the sheets: for everybody once the meeting is public, for its team before. */
export const GET = async ({ locals: { ctx }, params }) => {
	const size = SIZES.find((one) => one === params.size);
	if (!size) error(404);
	try {
		const bytes = await photos.picture(ctx, Number(params.number), params.photo, size);
		// A meeting can be taken back: no browser shows its photos longer than its page.
		return new Response(bytes, { headers: { 'content-type': 'image/jpeg', 'cache-control': 'no-cache' } });
	} catch (problem) {
		if (problem instanceof NotFound) error(404);
		throw problem;
	}
};
