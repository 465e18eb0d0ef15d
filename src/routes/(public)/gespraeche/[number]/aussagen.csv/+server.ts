import * as conversations from '#lib/conversations/conversations.server.ts';
import { showing } from '#lib/server/http/forms/act.ts';
import { sendText } from '#lib/server/http/conditional.ts';

export const GET = async ({ locals: { ctx }, params, request }) => {
	const number = Number(params.number);
	return sendText(request, await showing(conversations.table(ctx, number)), {
		'content-type': 'text/csv; charset=utf-8; header=present',
		'content-disposition': `attachment; filename="gespraech-${number}.csv"`,
		'cache-control': 'no-cache'
	});
};
