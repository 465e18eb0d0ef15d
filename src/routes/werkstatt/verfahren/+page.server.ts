import * as consultations from '#lib/consultations/consultations.server.ts';
import { MoveForm, NewFieldForm, NewQuestionForm, ProcessForm } from '#lib/consultations/process.ts';
import { seenMark } from '#lib/editState.ts';
import { act, preview, showing } from '#lib/server/http/forms/act.ts';

export const load = async ({ locals: { ctx } }) => {
	const of = await showing(consultations.process.tended(ctx));
	const uses = await consultations.process.usesOfFields(ctx);
	const text = consultations.process.processState(of);
	return {
		title: of.title,
		text,
		seen: seenMark(text),
		fields: of.allFields.map(({ id, title, lead, endedAt }) => ({ id, title, lead, endedAt, uses: uses.get(id) ?? 0 })),
		questions: of.allQuestions
	};
};

const HERE = '/werkstatt/verfahren?ok=processChanged';

export const actions = {
	words: (event) =>
		act(event, ProcessForm, async (ctx, form) => {
			await consultations.process.changeWords(ctx, form);
			return HERE;
		}),
	/** What would be said otherwise; nothing is saved. So below. */
	previewWords: (event) =>
		preview(event, ProcessForm, (ctx, form) =>
			consultations.changedBy(ctx, () => consultations.process.changeWords(ctx, form))
		),
	addField: (event) =>
		act(event, NewFieldForm, async (ctx, form) => {
			await consultations.process.addField(ctx, form);
			return `${HERE}#themen`;
		}),
	previewField: (event) =>
		preview(event, NewFieldForm, (ctx, form) =>
			consultations.changedBy(ctx, () => consultations.process.addField(ctx, form))
		),
	moveField: (event) =>
		act(event, MoveForm, async (ctx, { id, way }) => {
			await consultations.process.move(ctx, 'fields', id, way);
			return `${HERE}#themen`;
		}),
	addQuestion: (event) =>
		act(event, NewQuestionForm, async (ctx, form) => {
			await consultations.process.addQuestion(ctx, form);
			return `${HERE}#fragen`;
		}),
	previewQuestion: (event) =>
		preview(event, NewQuestionForm, (ctx, form) =>
			consultations.changedBy(ctx, () => consultations.process.addQuestion(ctx, form))
		),
	moveQuestion: (event) =>
		act(event, MoveForm, async (ctx, { id, way }) => {
			await consultations.process.move(ctx, 'questions', id, way);
			return `${HERE}#fragen`;
		})
};
