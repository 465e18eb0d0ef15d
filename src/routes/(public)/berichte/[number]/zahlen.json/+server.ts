import * as reports from '#lib/reports/reports.server.ts';
import { showing } from '#lib/server/http/forms/act.ts';
import { sendText } from '#lib/server/http/conditional.ts';

/** Byte for byte what the digest was made of: `sha256sum` of the file gives it. */
export const GET = async ({ locals: { ctx }, params, request }) => {
	const number = Number(params.number);
	const { frozen } = await showing(reports.frozenText(ctx, number));
	const headers = {
		'content-type': 'application/json; charset=utf-8',
		'content-disposition': `attachment; filename="bericht-${number}.json"`,
		'cache-control': 'no-cache'
	};
	// Not by the digest on record: words may have been blacked out in it since.
	return sendText(request, frozen, headers);
};
