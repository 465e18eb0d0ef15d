import { mayEnterWorkshop } from '#lib/people/staff/workAreas.ts';
import { fail } from '@sveltejs/kit';
import { openPhase } from '#lib/consultations/consultation.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { reveal, showing, admit } from '#lib/server/http/forms/act.ts';
import { formValues } from '#lib/server/http/forms/readForm.ts';
import { newDayId } from '#lib/server/ids.ts';
import { openPdfWorker } from '#lib/server/print/pdfWorker.server.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { isoDay, untilDay } from '#lib/texts/dates.ts';
import { explain, fieldSentence } from '#lib/texts/texts.ts';
import { BallotSheetForm, mayRecordVotes, pointsOn } from '#lib/votes/sheets/sheet.ts';
import * as votes from '#lib/votes/votes.server.ts';

export const load = async ({ locals: { ctx }, url }) => {
	admit(mayEnterWorkshop(ctx.person));
	const { id, phases } = await showing(consultations.current(ctx));
	const version = (await strategy.latestHead(ctx, id))?.number ?? null;
	const on = pointsOn(await strategy.currentPoints(ctx, id), url.searchParams.get('feld'));
	const phase = openPhase(phases, 'vote', ctx.now, null);
	const today = isoDay(ctx.now);
	const former = url.searchParams.get('wie');
	return {
		whyNot: explain(mayRecordVotes({ person: ctx.person, phases, now: ctx.now, saidOn: today, group: null })),
		...{ fields: on.fields, field: on.field },
		points: on.shown.map(({ number, title }) => ({ number, title })),
		until: phase && untilDay(phase.endsAt),
		printable: version !== null && (await openPdfWorker.able()),
		address: `${ctx.app.config.origin}/anmelden`.replace(/^https?:\/\//, ''),
		former,
		blank: {
			id: newDayId(ctx.now),
			same: former ? 'yes' : '',
			channel: '',
			date: today,
			place: '',
			group: '',
			version: String(version ?? '')
		}
	};
};

export const actions = {
	// No redirect: the code stands on this answer and nowhere else, and the next sheet follows at once.
	default: async (event) => {
		const typed = event.request.clone();
		const answer = await reveal(event, BallotSheetForm, async (ctx, form) => {
			const { id } = await consultations.current(ctx);
			const { code, saved, wrong } = await votes.recordSheet(ctx, id, form);
			const { channel, date, place, group, version } = form;
			// Whoever spoke last is asked about anew, sheet by sheet.
			const kept = { same: '', channel, date, place, group, version: String(version) };
			return { code, wrong, count: saved.length, former: form.id, kept };
		});
		if (!('shown' in answer) || answer.shown.wrong.length === 0) return answer;
		const errors = answer.shown.wrong.map(({ point, because }) => [`choice-${point}`, fieldSentence(because)]);
		const values = formValues(new URLSearchParams(await typed.text()));
		return fail(422, { values, errors: Object.fromEntries(errors), shown: answer.shown });
	}
};
