import { error } from '@sveltejs/kit';
import { showing } from '#lib/server/http/forms/act.ts';
import { sendText } from '#lib/server/http/conditional.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';

/** Byte for byte what the digest is of: `sha256sum fassung-1.json` gives the digest on the page. */
export const GET = async ({ locals: { ctx }, params, request }) => {
	if (params.file !== params.number) error(404);
	const text = await showing(strategy.frozenText(ctx, Number(params.number)));
	return sendText(request, text, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache' });
};
