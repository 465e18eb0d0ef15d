import { error } from '@sveltejs/kit';
import { z } from 'zod';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { EndForm, QuestionForm } from '#lib/consultations/process.ts';
import { seenMark } from '#lib/editState.ts';
import { act, preview, showing } from '#lib/server/http/forms/act.ts';

const { process } = consultations;

export const load = async ({ locals: { ctx }, params }) => {
	const of = await showing(process.tended(ctx));
	const question = of.allQuestions.find(({ id }) => id === params.question) ?? error(404);
	return { question, process: of.title, seen: seenMark(process.questionState(question)) };
};

const DONE = '/werkstatt/verfahren?ok=processChanged#fragen';

export const actions = {
	change: (event) =>
		act(event, QuestionForm, async (ctx, form) => {
			await process.changeQuestion(ctx, event.params.question, form);
			return DONE;
		}),
	/** What would be said otherwise; nothing is saved. */
	preview: (event) =>
		preview(event, QuestionForm, (ctx, form) =>
			consultations.changedBy(ctx, () => process.changeQuestion(ctx, event.params.question, form))
		),
	end: (event) =>
		act(event, EndForm, async (ctx, { ends }) => {
			await process.endQuestion(ctx, event.params.question, ends === 'yes');
			return DONE;
		}),
	remove: (event) =>
		act(event, z.object({}), async (ctx) => {
			await process.removeQuestion(ctx, event.params.question);
			return DONE;
		})
};
