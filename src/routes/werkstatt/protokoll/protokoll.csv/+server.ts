import { AuditQuery } from '#lib/audit/audit.ts';
import * as audit from '#lib/audit/audit.server.ts';
import { showing } from '#lib/server/http/forms/act.ts';

export const GET = async ({ locals: { ctx }, url }) => {
	const text = await showing(audit.table(ctx, AuditQuery.parse(Object.fromEntries(url.searchParams))));
	return new Response(text, {
		headers: {
			'content-type': 'text/csv; charset=utf-8; header=present',
			'content-disposition': 'attachment; filename="protokoll.csv"',
			'cache-control': 'no-store'
		}
	});
};
