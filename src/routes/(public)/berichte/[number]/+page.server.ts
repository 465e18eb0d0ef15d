import * as reports from '#lib/reports/reports.server.ts';
import { showing } from '#lib/server/http/act.ts';
import * as prints from '#lib/server/print/prints.server.ts';

export const load = async ({ locals: { ctx }, params }) => {
	const report = await showing(reports.byNumber(ctx, Number(params.number)));
	return { report, files: await prints.made(ctx, report.digest) };
};
