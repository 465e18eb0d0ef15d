import * as papers from '#lib/answers/synopsis/synopsisPaper.server.ts';
import { SynopsisQuery } from '#lib/answers/synopsis/synopsis.ts';
import { showing } from '#lib/server/http/forms/act.ts';
import { sendText } from '#lib/server/http/conditional.ts';

export const GET = async ({ locals: { ctx }, params, url, request }) => {
	const number = Number(params.number);
	const ask = SynopsisQuery.parse(Object.fromEntries(url.searchParams));
	const text = await showing(papers.table(ctx, number, ask));
	return sendText(request, text, {
		'content-type': 'text/csv; charset=utf-8; header=present',
		'content-disposition': `attachment; filename="synopse-fassung-${number}.csv"`,
		'cache-control': 'no-cache'
	});
};
