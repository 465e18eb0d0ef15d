import { error } from '@sveltejs/kit';
import { NotFound, Refused } from '#lib/verdict.ts';
import * as scans from '#lib/votes/scans/scans.server.ts';

/** A cut-out of a picture, for whoever counts it; nobody keeps it. */
export const GET = async ({ locals: { ctx }, params }) => {
	const point = /^-?\d{1,9}$/.test(params.point) ? Number(params.point) : Number.NaN;
	try {
		const bytes = await scans.picture(ctx, params.scan, params.page, point);
		return new Response(new Uint8Array(bytes), {
			headers: { 'content-type': 'image/jpeg', 'cache-control': 'no-store' }
		});
	} catch (problem) {
		// Whoever may not see it does not hear that it is there.
		if (problem instanceof Refused || problem instanceof NotFound) error(404);
		throw problem;
	}
};
