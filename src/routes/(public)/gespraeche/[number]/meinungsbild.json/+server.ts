import * as conversations from '#lib/conversations/conversations.server.ts';
import { showing } from '#lib/server/http/act.ts';

/** Byte for byte what the digest was made of. */
export const GET = async ({ locals: { ctx }, params }) => {
	const number = Number(params.number);
	const { content, digest } = await showing(conversations.frozenText(ctx, number));
	return new Response(content, {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': `attachment; filename="gespraech-${number}.json"`,
			etag: `"${digest}"`
		}
	});
};
