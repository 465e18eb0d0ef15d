import { catalogue } from '#lib/data/catalogue.ts';
import * as data from '#lib/data/data.server.ts';
import { unlessKnown } from '#lib/server/http/conditional.ts';

export const GET = async ({ locals: { ctx }, request }) => {
	const edition = await data.edition(ctx);
	const headers = { 'content-type': 'application/ld+json; charset=utf-8', 'cache-control': 'no-cache' };
	return unlessKnown(request, `"${edition?.number ?? 0}"`, headers, () =>
		JSON.stringify(catalogue(edition, ctx.house.config.origin), null, '\t')
	);
};
