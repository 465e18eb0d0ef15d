import { mayEnterWorkshop } from '#lib/people/staff/workAreas.ts';
import { personalDataCheck } from '#lib/moderation/hints/personalDataCheck.ts';
import { fail, redirect } from '@sveltejs/kit';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { PARTS, ManySheetsForm, ROWS } from '#lib/recording/sheets/manySheets.ts';
import { mayRecord } from '#lib/recording/recording.ts';
import * as recording from '#lib/recording/recording.server.ts';
import * as workshops from '#lib/recording/workshops/workshops.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { reveal, showing, admit } from '#lib/server/http/forms/act.ts';
import { formValues, type FormValues } from '#lib/server/http/forms/readForm.ts';
import { locationHeader } from '#lib/server/http/address/redirectTarget.ts';
import { newDayId } from '#lib/server/ids.ts';
import { isoDay } from '#lib/texts/dates.ts';
import { explain } from '#lib/texts/texts.ts';

const places = Array.from({ length: ROWS }, (_, index) => index + 1);

/** The meeting in the address: its sheets need not say again when and where. */
async function meeting(ctx: Ctx, asked: string | null) {
	return asked === null ? null : showing(workshops.byNumber(ctx, Number(asked)));
}

export const load = async ({ locals: { ctx }, url }) => {
	admit(mayEnterWorkshop(ctx.person));
	const workshop = await meeting(ctx, url.searchParams.get('treffen'));
	const { fields } = await showing(consultations.current(ctx));
	return {
		whyNot: explain(mayRecord(ctx.person)),
		fields: fields.map(({ slug, title }) => ({ value: slug, label: title })),
		places,
		address: `${ctx.app.config.origin}/uebernehmen`.replace(/^https?:\/\//, ''),
		workshop: workshop && { number: workshop.number, label: workshop.label },
		blank: {
			...{ channel: '', date: isoDay(ctx.now), place: '', group: '', withCode: workshop ? '' : 'yes' },
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
		const answer = await reveal(event, personalDataCheck(ManySheetsForm), async (ctx, pile) => {
			const { id } = await consultations.current(ctx);
			const workshop = pile.treffen ? await workshops.byNumber(ctx, pile.treffen) : null;
			const outcomes = await recording.recordMany(ctx, id, pile, workshop?.id);
			return { outcomes, workshop: workshop?.number ?? null };
		});
		if (!('shown' in answer)) return answer;
		const { outcomes, workshop } = answer.shown;
		const saved = outcomes.flatMap((one) => ('number' in one ? [one] : []));
		const errors = Object.assign({}, ...outcomes.map((one) => ('errors' in one ? one.errors : {})));
		if (Object.keys(errors).length === 0) {
			// Codes stand on this answer and nowhere else.
			if (workshop !== null && saved.every(({ code }) => code === null))
				redirect(303, locationHeader(`/werkstatt/treffen/${workshop}?ok=sheetsSaved`, event.locals.ctx.now));
			return { saved };
		}
		const values = formValues(new URLSearchParams(await typed.text()));
		return fail(422, { values: withoutSaved(values, saved), errors, saved });
	}
};
