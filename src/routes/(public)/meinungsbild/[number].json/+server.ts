import * as opinion from '#lib/opinion/opinion.server.ts';
import { showing } from '#lib/server/http/forms/act.ts';
import { sendText } from '#lib/server/http/conditional.ts';

/** Byte for byte what the digest was made of: `sha256sum` of the file gives it. */
export const GET = async ({ locals: { ctx }, params, request }) => {
	const number = Number(params.number);
	const { content, digest } = await showing(opinion.frozenText(ctx, number));
	const headers = {
		'content-type': 'application/json; charset=utf-8',
		'content-disposition': `attachment; filename="meinungsbild-${number}.json"`,
		'cache-control': 'no-cache'
	};
	return sendText(request, content, headers, { etag: `"${digest}"` });
};
