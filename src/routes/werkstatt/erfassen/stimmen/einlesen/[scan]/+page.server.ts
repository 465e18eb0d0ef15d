import { mayRecord } from '#lib/recording/recording.ts';
import { act, admit, reveal, showing } from '#lib/server/http/forms/act.ts';
import { fail } from '@sveltejs/kit';
import { formValues } from '#lib/server/http/forms/readForm.ts';
import { CountForm, DiscardForm } from '#lib/votes/scans/scan.ts';
import * as scans from '#lib/votes/scans/scans.server.ts';

export const load = async ({ locals: { ctx }, params }) => {
	admit(mayRecord(ctx.person));
	return { scan: await showing(scans.scan(ctx, params.scan)) };
};

export const actions = {
	count: async (event) => {
		const typed = event.request.clone();
		const answer = await reveal(event, CountForm, (ctx, seen) => scans.count(ctx, event.params.scan, seen));
		if (!('shown' in answer) || Object.keys(answer.shown.errors).length === 0) return answer;
		const values = formValues(new URLSearchParams(await typed.text()));
		return fail(422, { values, errors: answer.shown.errors, shown: answer.shown });
	},
	discard: (event) =>
		act(event, DiscardForm, async (ctx, { page }) => {
			await scans.discardPage(ctx, event.params.scan, page);
			return `/werkstatt/erfassen/stimmen/einlesen/${event.params.scan}?ok=pageDiscarded`;
		})
};
