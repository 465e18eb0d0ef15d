import * as reports from '#lib/reports/reports.server.ts';
import { showing } from '#lib/server/http/act.ts';

export const load = async ({ locals: { ctx }, params }) => ({
	report: await showing(reports.byNumber(ctx, Number(params.number)))
});
