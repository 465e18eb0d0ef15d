import { openapi } from '#lib/data/openapi.ts';
import * as data from '#lib/data/data.server.ts';

export const GET = ({ locals: { ctx } }) =>
	new Response(JSON.stringify(openapi(ctx.house.config.origin, data.PART), null, '\t'), {
		headers: { 'content-type': 'application/json; charset=utf-8', 'access-control-allow-origin': '*' }
	});
