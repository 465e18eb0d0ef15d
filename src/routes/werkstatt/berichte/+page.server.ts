import * as consultations from '#lib/consultations/consultations.server.ts';
import { mayReport, ReportForm } from '#lib/reports/report.ts';
import * as reports from '#lib/reports/reports.server.ts';
import { act, showing } from '#lib/server/http/act.ts';
import { newId } from '#lib/server/ids.ts';
import { explain } from '#lib/texts/texts.ts';

export const load = async ({ locals: { ctx } }) => {
	const { id } = await showing(consultations.leading(ctx));
	return {
		id: newId(),
		preview: await showing(reports.preview(ctx, id)),
		whyNot: explain(mayReport(ctx.person))
	};
};

export const actions = {
	default: (event) =>
		act(event, ReportForm, async (ctx, form) => {
			const { id } = await consultations.leading(ctx);
			const number = await reports.publish(ctx, id, form);
			return `/berichte/${number}?ok=reportPublished`;
		})
};
