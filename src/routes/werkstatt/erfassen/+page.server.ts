import { mayEnterWorkshop } from '#lib/people/desks.ts';
import { hinting } from '#lib/moderation/hinting.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { mayRecord, SheetForm } from '#lib/recording/recording.ts';
import * as recording from '#lib/recording/recording.server.ts';
import { reveal, showing, admit } from '#lib/server/http/act.ts';
import { newDayId } from '#lib/server/ids.ts';
import { press } from '#lib/server/print/press.server.ts';
import { isoDay } from '#lib/texts/de/dates.ts';
import { explain } from '#lib/texts/texts.ts';

export const load = async ({ locals: { ctx }, url }) => {
	admit(mayEnterWorkshop(ctx.person));
	const { fields } = await showing(consultations.leading(ctx));
	const whose = url.searchParams.get('fuer') === 'gruppe' ? ('group' as const) : ('person' as const);
	return {
		whyNot: explain(mayRecord(ctx.person)),
		whose,
		printable: await press.able(),
		fields: fields.map(({ slug, title }) => ({ value: slug, label: title })),
		address: `${ctx.house.config.origin}/uebernehmen`.replace(/^https?:\/\//, ''),
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
		reveal(event, hinting(SheetForm), async (ctx, form) => {
			const { id } = await consultations.leading(ctx);
			const saved = await recording.putDown(ctx, id, form);
			const { channel, date, place, group, language } = form;
			// Who goes on speaking lives where she did; the next one may not.
			const kept = { channel, date, place, group, language, district: '' };
			return { ...saved, former: form.id, kept };
		})
};
