import { mayReadReports, mayReport, UpdateForm } from '#lib/promises/promise.ts';
import * as promises from '#lib/promises/promises.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';
import { newId } from '#lib/server/ids.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { isoDay } from '#lib/texts/dates.ts';
import { explain } from '#lib/texts/texts.ts';
import { found, obey } from '#lib/verdict.ts';

async function desktop(ctx: Ctx, number: number) {
	obey(mayReadReports(ctx.person));
	const point = await strategy.pointByNumber(ctx, number);
	const shown = found(
		point.wordings.find((wording) => wording.publishedAt !== null),
		'point'
	);
	const updates = await promises.updatesOf(ctx, point.id);
	const { status = '', responsible = '', reviewOn = '' } = updates[0] ?? {};
	return {
		number,
		title: shown.title,
		updates,
		formId: newId(),
		// A day that has passed is no answer to when somebody looks again.
		text: { status, responsible, reviewOn: reviewOn && reviewOn >= isoDay(ctx.now) ? reviewOn : '', text: '' },
		whyNot: explain(mayReport(ctx.person))
	};
}

export const load = ({ locals: { ctx }, params }) => showing(desktop(ctx, Number(params.number)));

export const actions = {
	default: (event) =>
		act(event, UpdateForm, async (ctx, form) => {
			await promises.report(ctx, Number(event.params.number), form);
			return `/werkstatt/umsetzung/${Number(event.params.number)}?ok=promiseReported`;
		})
};
