import * as data from '#lib/data/data.server.ts';

export const load = async ({ locals: { ctx } }) => {
	const edition = await data.edition(ctx);
	return { edition, earlier: edition ? await data.earlierDigests(ctx, edition.number) : [] };
};
