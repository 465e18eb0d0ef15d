import { catalogue } from '#lib/data/api/catalogue.ts';
import * as data from '#lib/data/data.server.ts';
import { sendText } from '#lib/server/http/conditional.ts';

export const GET = async ({ locals: { ctx }, request }) => {
	const text = JSON.stringify(catalogue(await data.edition(ctx), ctx.app.config.origin), null, '\t');
	const headers = { 'content-type': 'application/ld+json; charset=utf-8', 'cache-control': 'no-cache' };
	return sendText(request, text, headers);
};
