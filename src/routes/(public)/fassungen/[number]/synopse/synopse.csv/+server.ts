import * as papers from '#lib/answers/synopsisPaper.server.ts';
import { SynopsisQuery } from '#lib/answers/synopsis.ts';
import { showing } from '#lib/server/http/act.ts';

export const GET = async ({ locals: { ctx }, params, url }) => {
	const number = Number(params.number);
	const ask = SynopsisQuery.parse(Object.fromEntries(url.searchParams));
	const text = await showing(papers.table(ctx, number, ask));
	return new Response(text, {
		headers: {
			'content-type': 'text/csv; charset=utf-8; header=present',
			'content-disposition': `attachment; filename="synopse-fassung-${number}.csv"`
		}
	});
};
