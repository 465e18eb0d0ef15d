import { error } from '@sveltejs/kit';
import * as corrections from '#lib/corrections/corrections.server.ts';
import { showing } from '#lib/server/http/forms/act.ts';
import { sendText } from '#lib/server/http/conditional.ts';

/** Byte for byte what the digest is of, unless words were blacked out in it since. */
export const GET = async ({ locals: { ctx }, params, request }) => {
	if (params.file !== params.number) error(404);
	const text = await showing(corrections.frozenText(ctx, Number(params.number)));
	return sendText(request, text, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache' });
};
