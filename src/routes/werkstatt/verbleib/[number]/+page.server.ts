import { AnswerForm, mayAnswer } from '#lib/answers/answer.ts';
import * as answers from '#lib/answers/answers.server.ts';
import * as work from '#lib/answers/worklist.server.ts';
import { placesIn, WorkQuery, workSearch } from '#lib/answers/worklist.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { act, showing } from '#lib/server/http/act.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';

const desk = '/werkstatt/verbleib';

async function sheet(ctx: Ctx, number: number, search: URLSearchParams) {
	const { id: consultationId } = await consultations.leading(ctx);
	const draft = await strategy.draftOf(ctx, consultationId);
	const { id, answer, adrift, seen, done: _, ...item } = await work.workOn(ctx, consultationId, number);
	return {
		item,
		german: (await proposals.summariesOf(ctx, [{ id, language: item.language }])).get(id) ?? null,
		answer,
		adrift,
		draft: draft && draft.number,
		writing: draft !== null && mayAnswer(ctx.person).ok,
		places: (await strategy.placesOf(ctx, [id])).get(id) ?? [],
		draftPlaces: placesIn(draft?.points ?? []).get(id) ?? [],
		seen,
		text: {
			proposals: id,
			disposition: answer?.disposition ?? '',
			reason: answer?.reason ?? '',
			responsible: answer?.responsible ?? ''
		},
		search: workSearch(WorkQuery.parse(Object.fromEntries(search)))
	};
}

export const load = ({ locals: { ctx }, params, url }) => showing(sheet(ctx, Number(params.number), url.searchParams));

export const actions = {
	/** Keeps it and goes back to the list. */
	save: (event) =>
		act(event, AnswerForm, async (ctx, form) => {
			await answers.write(ctx, form);
			const ask = WorkQuery.parse(Object.fromEntries(event.url.searchParams));
			return `${desk}?${workSearch(ask)}&ok=answersSaved`;
		}),
	/** Keeps it and takes up the next one. */
	next: (event) =>
		act(event, AnswerForm, async (ctx, form) => {
			await answers.write(ctx, form);
			const ask = WorkQuery.parse(Object.fromEntries(event.url.searchParams));
			const { id } = await consultations.leading(ctx);
			const next = await work.nextLacking(ctx, id, ask, Number(event.params.number));
			return next === null
				? `${desk}?${workSearch(ask)}&ok=answersSaved`
				: `${desk}/${next}?${workSearch(ask)}&ok=answersSavedNext`;
		})
};
