import * as data from '#lib/data/data.server.ts';
import { openapi } from '#lib/data/api/openapi.ts';
import { sendText } from '#lib/server/http/conditional.ts';

export const GET = ({ locals: { ctx }, request }) => {
	const text = JSON.stringify(openapi(ctx.app.config.origin, data.PART), null, '\t');
	return sendText(request, text, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache' });
};
