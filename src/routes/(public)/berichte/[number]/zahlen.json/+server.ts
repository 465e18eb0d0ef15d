import * as reports from '#lib/reports/reports.server.ts';
import { showing } from '#lib/server/http/act.ts';

/** Byte for byte what the digest was made of: `sha256sum` of the file is what the report states. */
export const GET = async ({ locals: { ctx }, params }) => {
	const number = Number(params.number);
	const { frozen, digest } = await showing(reports.frozenText(ctx, number));
	return new Response(frozen, {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': `attachment; filename="bericht-${number}.json"`,
			etag: `"${digest}"`
		}
	});
};
