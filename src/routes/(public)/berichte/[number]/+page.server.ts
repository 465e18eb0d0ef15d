import * as corrections from '#lib/corrections/corrections.server.ts';
import * as papers from '#lib/corrections/papers.server.ts';
import * as reports from '#lib/reports/reports.server.ts';
import { showing } from '#lib/server/http/forms/act.ts';

export const load = async ({ locals: { ctx }, params }) => {
	const report = await showing(reports.byNumber(ctx, Number(params.number)));
	const { number, digest } = report;
	return {
		report,
		files: await papers.made(ctx, 'report', number, digest),
		addended: await corrections.addended(ctx, { kind: 'report', number })
	};
};
