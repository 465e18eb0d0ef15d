import * as papers from '#lib/answers/synopsisPaper.server.ts';
import { SynopsisQuery } from '#lib/answers/synopsis.ts';
import { handOut } from '#lib/server/http/paper.ts';

export const GET = async ({ locals: { ctx }, params, url, request }) =>
	handOut(() => papers.paper(ctx, Number(params.number), SynopsisQuery.parse(Object.fromEntries(url.searchParams))), {
		request
	});
