import { AnswerForm, mayAnswer, mayReadAnswers } from '#lib/answers/answer.ts';
import * as answers from '#lib/answers/answers.server.ts';
import * as work from '#lib/answers/worklist.server.ts';
import { placesIn, WorkQuery, workSearch } from '#lib/answers/worklist.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { act, showing } from '#lib/server/http/act.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { excerpt } from '#lib/texts/excerpt.ts';
import { obey } from '#lib/verdict.ts';

const desk = '/werkstatt/verbleib';
const EXCERPT = 260;

async function desktop(ctx: Ctx, search: URLSearchParams) {
	obey(mayReadAnswers(ctx.person));
	const ask = WorkQuery.parse(Object.fromEntries(search));
	const consultation = await consultations.leading(ctx);
	const draft = await strategy.draftOf(ctx, consultation.id);
	const { items, next } = await work.worklist(ctx, consultation.id, ask);
	const ids = items.map((item) => item.id);
	const places = await strategy.placesOf(ctx, ids);
	const inDraft = placesIn(draft?.points ?? []);
	const back = workSearch({ ...ask, after: undefined });
	return {
		ask,
		/** This very page, for the form to come back to. */
		search: workSearch(ask),
		draft: draft && draft.number,
		writing: draft !== null && mayAnswer(ctx.person).ok,
		fields: consultation.fields.map(({ slug, title }) => ({ value: slug, label: title })),
		items: items.map(({ body, done: _, ...item }) => ({
			...item,
			excerpt: excerpt(body, EXCERPT),
			places: places.get(item.id) ?? [],
			draftPlaces: inDraft.get(item.id) ?? [],
			href: `${desk}/${item.number}?${workSearch(ask)}`
		})),
		next: next && `${desk}?${workSearch({ ...ask, after: next })}`,
		first: ask.after ? `${desk}?${back}` : null
	};
}

export const load = ({ locals: { ctx }, url }) => showing(desktop(ctx, url.searchParams));

export const actions = {
	save: (event) =>
		act(event, AnswerForm, async (ctx, form) => {
			await answers.write(ctx, form);
			const ask = WorkQuery.parse(Object.fromEntries(event.url.searchParams));
			return `${desk}?${workSearch(ask)}&ok=answersSaved`;
		})
};
