import * as consultations from '#lib/consultations/consultations.server.ts';
import { shownEdit } from '#lib/consultations/editShown.ts';
import { EditForm } from '#lib/consultations/process.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';

export const load = async ({ locals: { ctx } }) => {
	const edits = await showing(consultations.history(ctx));
	const of = await showing(consultations.process.tended(ctx));
	return { title: of.title, edits: edits.map((edit) => shownEdit(edit, of)) };
};

export const actions = {
	undo: (event) =>
		act(event, EditForm, async (ctx, { edit }) => {
			await consultations.undo(ctx, edit);
			return '/werkstatt/verfahren/verlauf?ok=processUndone';
		})
};
