import { mayEnterWorkshop } from '#lib/people/staff/workAreas.ts';
import { personalDataCheck } from '#lib/moderation/hints/personalDataCheck.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { mayRecord, SheetForm } from '#lib/recording/recording.ts';
import * as recording from '#lib/recording/recording.server.ts';
import { reveal, showing, admit } from '#lib/server/http/forms/act.ts';
import { newDayId } from '#lib/server/ids.ts';
import { openPdfWorker } from '#lib/server/print/pdfWorker.server.ts';
import { isoDay } from '#lib/texts/dates.ts';
import { explain } from '#lib/texts/texts.ts';

export const load = async ({ locals: { ctx }, url }) => {
	admit(mayEnterWorkshop(ctx.person));
	const { fields } = await showing(consultations.current(ctx));
	const whose = url.searchParams.get('fuer') === 'gruppe' ? ('group' as const) : ('person' as const);
	return {
		whyNot: explain(mayRecord(ctx.person)),
		whose,
		printable: await openPdfWorker.able(),
		fields: fields.map(({ slug, title }) => ({ value: slug, label: title })),
		address: `${ctx.app.config.origin}/uebernehmen`.replace(/^https?:\/\//, ''),
		blank: {
			id: newDayId(ctx.now),
			channel: '',
			date: isoDay(ctx.now),
			place: '',
			group: '',
			language: 'de',
			district: ''
		}
	};
};

export const actions = {
	// No redirect: the code stands on this answer and nowhere else, and the next sheet follows at once.
	default: (event) =>
		reveal(event, personalDataCheck(SheetForm), async (ctx, form) => {
			const { id } = await consultations.current(ctx);
			const saved = await recording.recordSheet(ctx, id, form);
			const { channel, date, place, group, language } = form;
			// Who goes on speaking lives where she did; the next one may not.
			const kept = { channel, date, place, group, language, district: '' };
			return { ...saved, former: form.id, kept };
		})
};
