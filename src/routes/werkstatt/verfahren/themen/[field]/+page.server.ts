import { error } from '@sveltejs/kit';
import { z } from 'zod';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { EndForm, FieldForm, mayEndField, mayRemoveField } from '#lib/consultations/process.ts';
import { seenMark } from '#lib/editState.ts';
import { act, preview, showing } from '#lib/server/http/forms/act.ts';
import { explain } from '#lib/texts/texts.ts';

const { process } = consultations;

export const load = async ({ locals: { ctx }, params }) => {
	const of = await showing(process.tended(ctx));
	const field = of.allFields.find(({ id }) => id === params.field) ?? error(404);
	const uses = (await process.usesOfFields(ctx)).get(field.id) ?? 0;
	return {
		field,
		process: of.title,
		seen: seenMark(process.fieldState(field)),
		whyNotEnd: explain(mayEndField(of, field.id)),
		whyNotRemove: explain(mayRemoveField(of, field.id, uses))
	};
};

const DONE = '/werkstatt/verfahren?ok=processChanged#themen';

export const actions = {
	change: (event) =>
		act(event, FieldForm, async (ctx, form) => {
			await process.changeField(ctx, event.params.field, form);
			return DONE;
		}),
	/** What would be said otherwise; nothing is saved. */
	preview: (event) =>
		preview(event, FieldForm, (ctx, form) =>
			consultations.changedBy(ctx, () => process.changeField(ctx, event.params.field, form))
		),
	end: (event) =>
		act(event, EndForm, async (ctx, { ends }) => {
			await process.endField(ctx, event.params.field, ends === 'yes');
			return DONE;
		}),
	remove: (event) =>
		act(event, z.object({}), async (ctx) => {
			await process.removeField(ctx, event.params.field);
			return DONE;
		})
};
