import { mayEnterWorkshop } from '#lib/people/desks.ts';
import { hinting } from '#lib/moderation/hinting.ts';
import { fail, redirect } from '@sveltejs/kit';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { PARTS, PileForm, ROWS } from '#lib/recording/pile.ts';
import { mayRecord } from '#lib/recording/recording.ts';
import * as recording from '#lib/recording/recording.server.ts';
import * as workshops from '#lib/recording/workshops.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { formValues, reveal, showing, type FormValues, admit } from '#lib/server/http/act.ts';
import { asHeader } from '#lib/server/http/onward.ts';
import { newDayId } from '#lib/server/ids.ts';
import { isoDay } from '#lib/texts/de/dates.ts';
import { explain } from '#lib/texts/texts.ts';

const places = Array.from({ length: ROWS }, (_, index) => index + 1);

/** The meeting in the address: its sheets need not say again when and where. */
async function meeting(ctx: Ctx, asked: string | null) {
	return asked === null ? null : showing(workshops.byNumber(ctx, Number(asked)));
}

export const load = async ({ locals: { ctx }, url }) => {
	admit(mayEnterWorkshop(ctx.person));
	const workshop = await meeting(ctx, url.searchParams.get('treffen'));
	const { fields } = await showing(consultations.leading(ctx));
	return {
		whyNot: explain(mayRecord(ctx.person)),
		fields: fields.map(({ slug, title }) => ({ value: slug, label: title })),
		places,
		workshop: workshop && { number: workshop.number, label: workshop.label },
		blank: {
			...{ channel: '', date: isoDay(ctx.now), place: '', group: '' },
			...(workshop && { channel: 'workshop', date: workshop.heldOn, place: workshop.label, group: workshop.group }),
			...Object.fromEntries(places.map((place) => [`id-${place}`, newDayId(ctx.now)]))
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
		const answer = await reveal(event, hinting(PileForm), async (ctx, pile) => {
			const { id } = await consultations.leading(ctx);
			const workshop = pile.treffen ? await workshops.byNumber(ctx, pile.treffen) : null;
			const outcomes = await recording.putDownMany(ctx, id, pile, workshop?.id);
			return { outcomes, workshop: workshop?.number ?? null };
		});
		if (!('shown' in answer)) return answer;
		const { outcomes, workshop } = answer.shown;
		const saved = outcomes.flatMap((one) => ('number' in one ? [one] : []));
		const errors = Object.assign({}, ...outcomes.map((one) => ('errors' in one ? one.errors : {})));
		if (Object.keys(errors).length === 0) {
			if (workshop !== null)
				redirect(303, asHeader(`/werkstatt/treffen/${workshop}?ok=sheetsSaved`, event.locals.ctx.now));
			return { saved };
		}
		const values = formValues(new URLSearchParams(await typed.text()));
		return fail(422, { values: withoutSaved(values, saved), errors, saved });
	}
};
