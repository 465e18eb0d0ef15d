import { fail } from '@sveltejs/kit';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { PARTS, PileForm, ROWS } from '#lib/recording/pile.ts';
import { mayRecord } from '#lib/recording/recording.ts';
import * as recording from '#lib/recording/recording.server.ts';
import { formValues, reveal, showing, type FormValues } from '#lib/server/http/act.ts';
import { newId } from '#lib/server/ids.ts';
import { isoDay } from '#lib/texts/de/dates.ts';
import { explain } from '#lib/texts/texts.ts';

const places = Array.from({ length: ROWS }, (_, index) => index + 1);

export const load = async ({ locals: { ctx } }) => {
	const { fields } = await showing(consultations.leading(ctx));
	return {
		whyNot: explain(mayRecord(ctx.person)),
		fields: fields.map(({ slug, title }) => ({ value: slug, label: title })),
		places,
		blank: {
			...{ channel: '', date: isoDay(ctx.now), place: '', group: '' },
			...Object.fromEntries(places.map((place) => [`id-${place}`, newId()]))
		}
	};
};

/** What is typed stays, but for the rows that are saved. */
function withoutSaved(values: FormValues, saved: readonly { place: number }[]): FormValues {
	const gone = new Set(saved.flatMap(({ place }) => PARTS.map((part) => `${part}-${place}`)));
	return Object.fromEntries(Object.entries(values).filter(([name]) => !gone.has(name)));
}

export const actions = {
	default: async (event) => {
		const typed = event.request.clone();
		const answer = await reveal(event, PileForm, async (ctx, pile) => {
			const { id } = await consultations.leading(ctx);
			return recording.putDownMany(ctx, id, pile);
		});
		if (!('shown' in answer)) return answer;
		const saved = answer.shown.flatMap((one) => ('number' in one ? [one] : []));
		const errors = Object.assign({}, ...answer.shown.map((one) => ('errors' in one ? one.errors : {})));
		if (Object.keys(errors).length === 0) return { saved };
		const values = formValues(new URLSearchParams(await typed.text()));
		return fail(422, { values: withoutSaved(values, saved), errors, saved });
	}
};
