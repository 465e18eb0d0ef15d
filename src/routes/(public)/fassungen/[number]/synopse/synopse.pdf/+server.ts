import * as papers from '#lib/answers/synopsis/synopsisPaper.server.ts';
import { SynopsisQuery } from '#lib/answers/synopsis/synopsis.ts';
import { sendFile } from '#lib/server/http/sendFile.ts';

export const GET = async ({ locals: { ctx }, params, url, request }) =>
	sendFile(() => papers.paper(ctx, Number(params.number), SynopsisQuery.parse(Object.fromEntries(url.searchParams))), {
		request
	});
