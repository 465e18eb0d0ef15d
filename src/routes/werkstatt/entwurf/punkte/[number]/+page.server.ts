import { z } from 'zod';
import * as consultations from '#lib/consultations/consultations.server.ts';
import * as distillation from '#lib/distillation/distillation.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';
import { newId } from '#lib/server/ids.ts';
import { mayDraft } from '#lib/strategy/drafts/draft.ts';
import { DraftMarks } from '#lib/strategy/drafts/draftMarks.ts';
import { MergeForm, SplitForm } from '#lib/strategy/lineage/lineage.ts';
import { MeasureButton, MeasureForm } from '#lib/strategy/measures/measure.ts';
import { DropForm, NoteForm, RewordForm, SourceForm, SourcesForm } from '#lib/strategy/points/point.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import type { Version } from '#lib/strategy/versions/version.ts';
import { found, obey } from '#lib/verdict.ts';
import { saved } from '../../saved.ts';

const desk = '/werkstatt/entwurf';

async function handAt(ctx: Ctx, versionId: string, pointId: string) {
	const hand = (await strategy.editLocksIn(ctx, versionId)).get(pointId);
	return hand ? { name: hand.name, takenAt: hand.takenAt, mine: hand.personId === ctx.person?.id } : null;
}

/** Where its sources come from at the desk. */
async function clustersAt(ctx: Ctx, pointId: string) {
	const clusters = await distillation.clustersOf(ctx, pointId);
	return clusters.map(({ number, title, memberCount }) => ({ number, title, memberCount }));
}

/** What it can be merged into. */
function othersThan({ points }: Version, pointId: string) {
	const others = points.filter((one) => one.pointId !== pointId);
	return others.map(({ number, title }) => ({ value: String(number), label: `${number}: ${title}` }));
}

/** null: there is no draft any more; the page then still shows what was typed. */
async function desktop(ctx: Ctx, number: number, chosen: string | null) {
	obey(mayDraft(ctx.person));
	const point = await strategy.pointByNumber(ctx, number);
	const { allFields: fields } = await consultations.byId(ctx, point.consultationId);
	const draft = await strategy.draftOf(ctx, point.consultationId);
	if (!draft) return null;
	const standing = draft.points.find((one) => one.pointId === point.id);
	const drop = draft.drops.find((one) => one.pointId === point.id);
	const { title = '', body = '', fieldId = '', editorialNote = null, sources = [], measures = [] } = standing ?? {};
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
		clusters: await clustersAt(ctx, point.id),
		note: editorialNote ?? '',
		why: standing?.why ?? '',
		measures,
		chosen: measures.find((measure) => measure.id === chosen) ?? null,
		hand: await handAt(ctx, draft.id, point.id),
		others: othersThan(draft, point.id),
		newIds: { measure: newId(), point: newId() },
		fields: fields.map(({ slug, title }) => ({ value: slug, label: title }))
	};
}

export const load = async ({ locals: { ctx }, params, url }) => ({
	number: Number(params.number),
	desk: await showing(desktop(ctx, Number(params.number), url.searchParams.get('massnahme')))
});

const here = (params: { number: string }, ok: string) => `${desk}/punkte/${Number(params.number)}?ok=${ok}`;
const changed = async (ctx: Ctx, params: { number: string }, version: string) =>
	here(params, await saved(ctx, version, 'draftChanged'));

const HandForm = z.object({ version: z.uuid('wrong') });

export const actions = {
	reword: (event) =>
		act(event, RewordForm, async (ctx, form) => {
			await strategy.rewordPoint(ctx, Number(event.params.number), form);
			return changed(ctx, event.params, form.version);
		}),
	sources: (event) =>
		act(event, SourcesForm, async (ctx, form) => {
			await strategy.addSources(ctx, Number(event.params.number), form);
			return changed(ctx, event.params, form.version);
		}),
	remove: (event) =>
		act(event, SourceForm, async (ctx, form) => {
			await strategy.removeSource(ctx, Number(event.params.number), form);
			return changed(ctx, event.params, form.version);
		}),
	note: (event) =>
		act(event, NoteForm, async (ctx, form) => {
			await strategy.setEditorialNote(ctx, Number(event.params.number), form);
			return changed(ctx, event.params, form.version);
		}),
	measure: (event) =>
		act(event, MeasureForm, async (ctx, form) => {
			await strategy.putMeasure(ctx, Number(event.params.number), form);
			return `${await changed(ctx, event.params, form.version)}#massnahmen`;
		}),
	unmeasure: (event) =>
		act(event, MeasureButton, async (ctx, form) => {
			await strategy.removeMeasure(ctx, Number(event.params.number), form);
			return `${await changed(ctx, event.params, form.version)}#massnahmen`;
		}),
	split: (event) =>
		act(event, SplitForm, async (ctx, form) => {
			const number = await strategy.splitPoint(ctx, Number(event.params.number), form);
			return `${desk}/punkte/${number}?ok=pointSplit`;
		}),
	merge: (event) =>
		act(event, MergeForm, async (ctx, form) => {
			await strategy.mergePoint(ctx, Number(event.params.number), form);
			return `${desk}/punkte/${form.into}?ok=pointMerged`;
		}),
	take: (event) =>
		act(event, HandForm, async (ctx, { version }) => {
			await strategy.lockPoint(ctx, Number(event.params.number), version);
			return here(event.params, 'pointTaken');
		}),
	leave: (event) =>
		act(event, HandForm, async (ctx, { version }) => {
			await strategy.unlockPoint(ctx, Number(event.params.number), version);
			return here(event.params, 'pointLeft');
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
