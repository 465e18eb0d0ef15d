import { withQuery } from '#lib/address.ts';
import { AnswersForm, mayAnswer } from '#lib/answers/answer.ts';
import * as answers from '#lib/answers/worklist/together.server.ts';
import * as work from '#lib/answers/worklist/worklist.server.ts';
import { placesIn, workSearch } from '#lib/answers/worklist/worklist.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';
import { newId } from '#lib/server/ids.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { answered, askIn, desk, justAnswered, rowsOf } from '../rows.ts';

async function sheet(ctx: Ctx, number: number, url: URL) {
	const { id: consultationId } = await consultations.current(ctx);
	const draft = await strategy.draftOf(ctx, consultationId);
	const ask = askIn(url);
	const { id, answer, adrift, seen, done: _, ...item } = await work.workOn(ctx, consultationId, number);
	return {
		items: (await rowsOf(ctx, consultationId, ask, draft)).rows,
		...{ batchId: newId(), undo: justAnswered(url), list: withQuery(desk, workSearch(ask)) },
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
		search: workSearch(ask)
	};
}

export const load = ({ locals: { ctx }, params, url }) => showing(sheet(ctx, Number(params.number), url));

export const actions = {
	/** Keeps it and goes back to the list. */
	save: (event) =>
		act(event, AnswersForm, async (ctx, form) => {
			await answers.writeEach(ctx, form);
			return answered(askIn(event.url), form.id);
		}),
	/** Keeps it and takes up the next one. */
	next: (event) =>
		act(event, AnswersForm, async (ctx, form) => {
			await answers.writeEach(ctx, form);
			const ask = askIn(event.url);
			const { id } = await consultations.current(ctx);
			const next = await work.nextUnanswered(ctx, id, ask, Number(event.params.number));
			return answered(ask, form.id, { next });
		})
};
