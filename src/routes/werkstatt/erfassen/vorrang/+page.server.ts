import { mayEnterWorkshop } from '#lib/people/staff/workAreas.ts';
import { costText } from '#lib/priorities/costText.ts';
import { TickSheetForm } from '#lib/priorities/priority.ts';
import * as priorities from '#lib/priorities/priorities.server.ts';
import { admit, reveal, showing } from '#lib/server/http/forms/act.ts';
import { newDayId } from '#lib/server/ids.ts';
import { openPdfWorker } from '#lib/server/print/pdfWorker.server.ts';
import { isoDay, untilDay } from '#lib/texts/dates.ts';
import { explain } from '#lib/texts/texts.ts';

export const load = async ({ locals: { ctx }, url }) => {
	admit(mayEnterWorkshop(ctx.person));
	const { may, measures, round, until } = await showing(priorities.tickSheet(ctx));
	const former = url.searchParams.get('wie');
	return {
		whyNot: explain(may),
		until: until && untilDay(until),
		printable: round !== null && (await openPdfWorker.able()),
		address: `${ctx.app.config.origin}/anmelden`.replace(/^https?:\/\//, ''),
		measures: measures.map(({ number, text, ...one }) => ({ number, text, cost: costText(one, round?.budget ?? 0) })),
		revision: round?.revision ?? 0,
		former,
		blank: {
			...{ id: newDayId(ctx.now), same: former ? 'yes' : '' },
			...{ channel: 'paper', date: isoDay(ctx.now), place: '', group: '' }
		}
	};
};

export const actions = {
	// No redirect: the code stands on this answer and nowhere else, and the next sheet follows at once.
	default: (event) =>
		reveal(event, TickSheetForm, async (ctx, form) => {
			const code = await priorities.recordTickSheet(ctx, form);
			const { channel, date, place, group } = form;
			return { code, count: form.ticks.length, former: form.id, kept: { same: '', channel, date, place, group } };
		})
};
