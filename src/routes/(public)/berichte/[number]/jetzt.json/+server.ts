import * as reports from '#lib/reports/reports.server.ts';
import { showing } from '#lib/server/http/forms/act.ts';
import { sendText } from '#lib/server/http/conditional.ts';

/** The text as addenda have made it; as it was published, where none has. */
export const GET = async ({ locals: { ctx }, params, request }) => {
	const { frozen, textNow } = await showing(reports.frozenText(ctx, Number(params.number)));
	const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache' };
	return sendText(request, textNow ?? frozen, headers);
};
