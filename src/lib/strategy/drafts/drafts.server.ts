import * as consultations from '../../consultations/consultations.server.ts';
import type { Ctx } from '../../server/ctx.ts';
import { nextNumber } from '../../server/db/counters.ts';
import { transaction } from '../../server/db/transaction.ts';
import { newId } from '../../server/ids.ts';
import { record } from '../../server/journal/journal.server.ts';
import { found, obey } from '../../verdict.ts';
import { revise, revisePoint, author, expectFresh, settle, type StandingRow } from './revision.server.ts';
import * as drafts from './store.server.ts';
import * as points from './points.store.server.ts';
import { mayDraft, type HeadInput } from './draft.ts';
import * as lineage from '../lineage/store.server.ts';
import * as measures from '../measures/store.server.ts';
import type { PointInput, RewordInput } from '../points/point.ts';
import * as pointStore from '../points/store.server.ts';
import { inGerman } from '../../texts/current.ts';
import { fill, t } from '../../texts/texts.ts';
import { put } from '../sources/sources.server.ts';
import * as store from '../versions/store.server.ts';
import { sameWording, setWords } from './wording.server.ts';

/** Starting a draft and writing its words. */

/** Copies the newest published version into a new draft. Returns its number; while there is a draft, that one's. */
export async function startDraft(ctx: Ctx, consultationId: string): Promise<number> {
	return transaction(ctx, async (ctx) => {
		obey(mayDraft(ctx.person));
		const known = await store.draftHead(ctx.db, consultationId);
		if (known) return known.number;
		const { title } = await consultations.byId(ctx, consultationId);
		const former = await store.newestHead(ctx.db, consultationId);
		const number = await nextNumber(ctx, 'version');
		const id = newId(Date.parse(ctx.now));
		await drafts.addVersion(ctx.db, {
			id,
			number,
			consultationId,
			previousId: former?.id ?? null,
			kind: former?.kind ?? 'draft',
			// Not the former one's: in a hurry it would be published under the wrong name, for ever.
			title: inGerman(() => fill(t.strategy.draftTitle, { title, number })),
			preamble: '',
			createdBy: author(ctx).writtenBy,
			createdAt: ctx.now
		});
		if (former) {
			await drafts.copyContent(ctx.db, former.id, id);
			await drafts.copyAmendments(ctx.db, former.id, id);
			await measures.copy(ctx.db, former.id, id);
		}
		await record(ctx, { verb: 'version.drafted', subjectId: id, consultationId, details: { number } });
		return number;
	});
}

export async function changeHead(ctx: Ctx, form: HeadInput): Promise<void> {
	const { kind, title, preamble, easy } = form;
	const plan = async (ctx: Ctx, draft: store.HeadRow) => {
		if (draft.kind === kind && draft.title === title && draft.preamble === preamble && draft.easy === easy) return null;
		const texts = { title: draft.title, preamble: draft.preamble, easy: draft.easy };
		expectFresh(draft, { revision: draft.headRevision }, form, { texts, others: [] });
		return () => drafts.setHead(ctx.db, draft.id, { kind, title, preamble, easy, headRevision: draft.revision + 1 });
	};
	await revise(ctx, form, plan, { deed: 'head' });
}

async function wordingOf(ctx: Ctx, draft: store.HeadRow, form: RewordInput): Promise<points.Wording> {
	const { allFields: fields } = await consultations.byId(ctx, draft.consultationId);
	const field = fields.find((one) => one.slug === form.field);
	return { fieldId: found(field, 'field').id, title: form.title, body: form.body };
}

/**
 * A new point at the end of its field, with the contributions it is distilled from. Returns the number it is called by
 * from now on; the same form sent twice makes one point.
 */
export async function addPoint(ctx: Ctx, form: PointInput): Promise<number> {
	return transaction(ctx, async (ctx) => {
		const known = await pointStore.byId(ctx.db, form.id);
		obey(mayDraft(ctx.person));
		if (known) return known.number;
		const number = await nextNumber(ctx, 'point');
		const plan = async (ctx: Ctx, draft: store.HeadRow) => {
			const wording = await wordingOf(ctx, draft, form);
			return () => placeNew(ctx, draft, { ...form, number }, wording);
		};
		await revise(ctx, form, plan, { deed: 'add', number });
		return number;
	});
}

async function placeNew(
	ctx: Ctx,
	draft: store.HeadRow,
	form: PointInput & { number: number },
	wording: points.Wording
): Promise<void> {
	const { id, number, from, relation, note = '' } = form;
	const wordingId = newId(Date.parse(ctx.now));
	await points.addPoint(ctx.db, { id, number, consultationId: draft.consultationId }, ctx.now);
	await points.addWording(ctx.db, { id: wordingId, pointId: id, ...wording, ...author(ctx) });
	const position = (await store.pointsOfVersion(ctx.db, draft.id)).length + 1;
	await points.addToVersion(ctx.db, { versionId: draft.id, pointId: id, wordingId, position });
	await settle(ctx, draft.id);
	await put(ctx, draft, id, { from, relation, note });
}

/**
 * New words for a point, and why they are new. What was published stays; a wording of this draft is changed in place.
 */
export async function rewordPoint(ctx: Ctx, number: number, form: RewordInput): Promise<void> {
	const noted = async (ctx: Ctx, draft: store.HeadRow, { pointId }: StandingRow) =>
		(await lineage.notes(ctx.db, draft.id)).find((one) => one.pointId === pointId)?.note ?? '';
	const plan = async (ctx: Ctx, draft: store.HeadRow, point: StandingRow) => {
		const wording = await wordingOf(ctx, draft, form);
		const known = await noted(ctx, draft, point);
		const { why = known } = form;
		const same = sameWording(point, wording);
		if (same && why === known) return null;
		return async () => {
			if (!same) await setWords(ctx, draft, point, wording);
			await lineage.setNote(ctx.db, draft.id, point.pointId, why);
			await settle(ctx, draft.id);
		};
	};
	await revisePoint(ctx, form, number, 'reword', plan, async (ctx, draft, point) => {
		return { title: point.title, body: point.body, why: await noted(ctx, draft, point) };
	});
}
