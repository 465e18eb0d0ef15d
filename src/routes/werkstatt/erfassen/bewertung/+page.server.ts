import { mayEnterWorkshop } from '#lib/people/staff/workAreas.ts';
import { SheetForm } from '#lib/evaluations/evaluation.ts';
import * as evaluations from '#lib/evaluations/evaluations.server.ts';
import { mayRecord } from '#lib/recording/recording.ts';
import { act, admit, showing } from '#lib/server/http/forms/act.ts';
import { newDayId } from '#lib/server/ids.ts';
import { openPdfWorker } from '#lib/server/print/pdfWorker.server.ts';
import { explain } from '#lib/texts/texts.ts';

export const load = async ({ locals: { ctx } }) => {
	admit(mayEnterWorkshop(ctx.person));
	return {
		whyNot: explain(mayRecord(ctx.person)),
		printable: await openPdfWorker.able(),
		phases: await showing(evaluations.recordable(ctx)),
		id: newDayId(ctx.now)
	};
};

export const actions = {
	default: (event) =>
		act(event, SheetForm, async (ctx, form) => {
			await evaluations.recordSheet(ctx, form);
			return '/werkstatt/erfassen/bewertung?ok=evaluationSheetSaved';
		})
};
