import * as consultations from '#lib/consultations/consultations.server.ts';
import { mayRecord } from '#lib/recording/recording.ts';
import { admit, showing } from '#lib/server/http/forms/act.ts';
import { openPdfWorker } from '#lib/server/print/pdfWorker.server.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { pointsOn } from '#lib/votes/sheets/sheet.ts';

export const load = async ({ locals: { ctx } }) => {
	admit(mayRecord(ctx.person));
	const { id } = await showing(consultations.current(ctx));
	const on = pointsOn(await strategy.currentPoints(ctx, id), null);
	return {
		printable: await openPdfWorker.able(),
		empty: on.shown.length === 0,
		fields: on.fields.map(({ slug, title }) => ({ value: slug, label: title }))
	};
};
