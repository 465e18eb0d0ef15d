import { showing } from '#lib/server/http/forms/act.ts';
import { sendText } from '#lib/server/http/conditional.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';

/** The text as addenda have made it; as it was sealed, where none has. */
export const GET = async ({ locals: { ctx }, params, request }) => {
	const number = Number(params.number);
	const text = await showing(strategy.textNow(ctx, number).then((now) => now ?? strategy.frozenText(ctx, number)));
	return sendText(request, text, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache' });
};
