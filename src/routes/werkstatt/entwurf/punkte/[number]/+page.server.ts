import * as consultations from '#lib/consultations/consultations.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { act, showing } from '#lib/server/http/act.ts';
import { DraftMarks, mayDraft } from '#lib/strategy/draft.ts';
import { DropForm, NoteForm, RewordForm, SourceForm, SourcesForm } from '#lib/strategy/point.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { found, obey } from '#lib/verdict.ts';

const desk = '/werkstatt/entwurf';

/** null: there is no draft any more; the page then still shows what was typed. */
async function desktop(ctx: Ctx, number: number) {
	obey(mayDraft(ctx.person));
	const point = await strategy.pointByNumber(ctx, number);
	const { fields } = await consultations.byId(ctx, point.consultationId);
	const draft = await strategy.draftOf(ctx, point.consultationId);
	if (!draft) return null;
	const standing = draft.points.find((one) => one.pointId === point.id);
	const drop = draft.drops.find((one) => one.pointId === point.id);
	const { title = '', body = '', fieldId = '', editorialNote = null, sources = [] } = standing ?? {};
	if (!standing) found(drop, 'point');
	return {
		marks: { version: draft.id, revision: draft.revision },
		standing: standing !== undefined,
		drop: drop ? { title: drop.title, reason: drop.reason } : null,
		text: { title, body, field: fields.find((field) => field.id === fieldId)?.slug ?? '' },
		/** The published words, when they are others. */
		published: point.current && standing?.own ? { title: point.current.title, body: point.current.body } : null,
		wasPublished: point.wordings.some((wording) => wording.publishedAt !== null),
		sources,
		note: editorialNote ?? '',
		fields: fields.map(({ slug, title }) => ({ value: slug, label: title }))
	};
}

export const load = async ({ locals: { ctx }, params }) => ({
	number: Number(params.number),
	desk: await showing(desktop(ctx, Number(params.number)))
});

const here = (params: { number: string }, ok = 'draftChanged') => `${desk}/punkte/${Number(params.number)}?ok=${ok}`;

export const actions = {
	reword: (event) =>
		act(event, RewordForm, async (ctx, form) => {
			await strategy.rewordPoint(ctx, Number(event.params.number), form);
			return here(event.params);
		}),
	sources: (event) =>
		act(event, SourcesForm, async (ctx, form) => {
			await strategy.addSources(ctx, Number(event.params.number), form);
			return here(event.params);
		}),
	remove: (event) =>
		act(event, SourceForm, async (ctx, form) => {
			await strategy.removeSource(ctx, Number(event.params.number), form);
			return here(event.params);
		}),
	note: (event) =>
		act(event, NoteForm, async (ctx, form) => {
			await strategy.setEditorialNote(ctx, Number(event.params.number), form);
			return here(event.params);
		}),
	drop: (event) =>
		act(event, DropForm, async (ctx, form) => {
			await strategy.dropPoint(ctx, Number(event.params.number), form);
			return here(event.params, 'pointDropped');
		}),
	restore: (event) =>
		act(event, DraftMarks, async (ctx, marks) => {
			await strategy.restorePoint(ctx, Number(event.params.number), marks);
			return here(event.params, 'pointRestored');
		}),
	discard: (event) =>
		act(event, DraftMarks, async (ctx, marks) => {
			await strategy.discardPoint(ctx, Number(event.params.number), marks);
			return `${desk}?ok=pointDiscarded`;
		})
};
