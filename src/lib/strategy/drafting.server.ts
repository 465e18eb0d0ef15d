import * as consultations from '../consultations/consultations.server.ts';
import type { Ctx } from '../server/ctx.ts';
import { nextNumber } from '../server/db/counters.ts';
import { together } from '../server/db/together.ts';
import { newId } from '../server/ids.ts';
import { record } from '../server/journal/journal.server.ts';
import { found, NotFound, obey, Refused } from '../verdict.ts';
import { amend, amendPoint, author, formerOf, settle, type StandingRow } from './amend.server.ts';
import * as drafts from './draft.store.server.ts';
import { mayDraft, type HeadInput, type Marks } from './draft.ts';
import type { DropInput, MoveInput, PointInput, RewordInput } from './point.ts';
import { put } from './sourcing.server.ts';
import * as store from './store.server.ts';

/** The verbs of a draft; those about sources and notes are in `sourcing.server.ts`. */

/** Copies the newest published version into a new draft. Returns its number; while there is a draft, that one's. */
export async function startDraft(ctx: Ctx, consultationId: string): Promise<number> {
	return together(ctx, async (ctx) => {
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
			title: former?.title ?? title,
			preamble: former?.preamble ?? '',
			createdBy: author(ctx).writtenBy,
			createdAt: ctx.now
		});
		if (former) await drafts.copyContent(ctx.db, former.id, id);
		await record(ctx, { verb: 'version.drafted', subjectId: id, consultationId, details: { number } });
		return number;
	});
}

export async function changeHead(ctx: Ctx, form: HeadInput): Promise<void> {
	const { kind, title, preamble } = form;
	const plan = async (ctx: Ctx, draft: store.HeadRow) => {
		if (draft.kind === kind && draft.title === title && draft.preamble === preamble) return null;
		return () => drafts.setHead(ctx.db, draft.id, { kind, title, preamble });
	};
	await amend(ctx, form, plan, { deed: 'head' });
}

async function wordingOf(ctx: Ctx, draft: store.HeadRow, form: RewordInput): Promise<drafts.Wording> {
	const { fields } = await consultations.byId(ctx, draft.consultationId);
	const field = fields.find((one) => one.slug === form.field);
	return { fieldId: found(field, 'field').id, title: form.title, body: form.body };
}

/**
 * A new point at the end of its field, with the contributions it is distilled from. Returns the number it is called by
 * from now on; the same form sent twice makes one point.
 */
export async function addPoint(ctx: Ctx, form: PointInput): Promise<number> {
	return together(ctx, async (ctx) => {
		const known = await store.pointById(ctx.db, form.id);
		obey(mayDraft(ctx.person));
		if (known) return known.number;
		const number = await nextNumber(ctx, 'point');
		const plan = async (ctx: Ctx, draft: store.HeadRow) => {
			const wording = await wordingOf(ctx, draft, form);
			return () => placeNew(ctx, draft, { ...form, number }, wording);
		};
		await amend(ctx, form, plan, { deed: 'add', number });
		return number;
	});
}

async function placeNew(
	ctx: Ctx,
	draft: store.HeadRow,
	form: PointInput & { number: number },
	wording: drafts.Wording
): Promise<void> {
	const { id, number, from, relation } = form;
	const wordingId = newId(Date.parse(ctx.now));
	await drafts.addPoint(ctx.db, { id, number, consultationId: draft.consultationId }, ctx.now);
	await drafts.addWording(ctx.db, { id: wordingId, pointId: id, ...wording, ...author(ctx) });
	const position = (await store.standing(ctx.db, draft.id)).length + 1;
	await drafts.addToVersion(ctx.db, { versionId: draft.id, pointId: id, wordingId, position });
	await settle(ctx, draft.id);
	await put(ctx, draft, id, { from, relation, note: '' });
}

const sameWords = (one: drafts.Wording, other: drafts.Wording) =>
	one.fieldId === other.fieldId && one.title === other.title && one.body === other.body;

/** New words for a point. What was published stays; a wording of this draft is changed in place. */
export async function rewordPoint(ctx: Ctx, number: number, form: RewordInput): Promise<void> {
	await amendPoint(ctx, form, number, 'reword', async (ctx, draft, point) => {
		const wording = await wordingOf(ctx, draft, form);
		if (sameWords(point, wording)) return null;
		return async () => {
			await setWords(ctx, draft, point, wording);
			await settle(ctx, draft.id);
		};
	});
}

async function setWords(ctx: Ctx, draft: store.HeadRow, point: StandingRow, wording: drafts.Wording): Promise<void> {
	const former = await formerOf(ctx, draft, point.pointId);
	const own = point.frozenAt === null;
	if (former && sameWords(former, wording)) {
		// Back to what was published: then it is that wording again, with its comments and votes.
		await drafts.setInVersion(ctx.db, draft.id, point.pointId, { wordingId: former.wordingId });
		if (own) await drafts.removeWording(ctx.db, point.wordingId);
	} else if (own) {
		await drafts.setWording(ctx.db, point.wordingId, { ...wording, ...author(ctx) });
	} else {
		const id = newId(Date.parse(ctx.now));
		await drafts.addWording(ctx.db, { id, pointId: point.pointId, ...wording, ...author(ctx) });
		await drafts.setInVersion(ctx.db, draft.id, point.pointId, { wordingId: id });
	}
}

/** To another place within its field; beyond the end means last. */
export async function movePoint(ctx: Ctx, number: number, form: MoveInput): Promise<void> {
	await amendPoint(ctx, form, number, 'move', async (ctx, draft, point) => {
		const rows = await store.standing(ctx.db, draft.id);
		const first = rows.findIndex((row) => row.fieldId === point.fieldId);
		const size = rows.filter((row) => row.fieldId === point.fieldId).length;
		const target = first + Math.min(form.to, size) - 1;
		if (rows[target]?.pointId === point.pointId) return null;
		const others = rows.filter((row) => row.pointId !== point.pointId);
		return () => settle(ctx, draft.id, [...others.slice(0, target), point, ...others.slice(target)]);
	});
}

/** Lets a published point go, with the reason everybody will read. It can come back until the version is published. */
export async function dropPoint(ctx: Ctx, number: number, form: DropInput): Promise<void> {
	await amend(
		ctx,
		form,
		async (ctx, draft) => {
			const { id } = found(await store.pointByNumber(ctx.db, number), 'point');
			const known = (await store.drops(ctx.db, [draft.id])).find((drop) => drop.pointId === id);
			if (known?.reason === form.reason) return null;
			if (!known) found((await store.standing(ctx.db, draft.id, id))[0], 'point');
			if (!(await formerOf(ctx, draft, id))) throw new Refused('pointNeverPublished');
			return async () => {
				await drafts.putDrop(ctx.db, draft.id, id, form.reason);
				await settle(ctx, draft.id);
			};
		},
		{ number, deed: 'drop' }
	);
}

/** Takes back that a point was dropped: it stands again as it last stood in this draft. */
export async function restorePoint(ctx: Ctx, number: number, marks: Marks): Promise<void> {
	await amend(
		ctx,
		marks,
		async (ctx, draft) => {
			const { id } = found(await store.pointByNumber(ctx.db, number), 'point');
			if ((await store.standing(ctx.db, draft.id, id)).length > 0) return null;
			const known = (await store.drops(ctx.db, [draft.id])).some((drop) => drop.pointId === id);
			if (!known) throw new NotFound('point');
			return async () => {
				await drafts.removeDrop(ctx.db, draft.id, id);
				await settle(ctx, draft.id);
			};
		},
		{ number, deed: 'restore' }
	);
}

/** Removes a point that was never published. Removing it twice is removing it once. */
export async function discardPoint(ctx: Ctx, number: number, marks: Marks): Promise<void> {
	await amend(
		ctx,
		marks,
		async (ctx, draft) => {
			const point = await store.pointByNumber(ctx.db, number);
			if (!point || (await store.standing(ctx.db, draft.id, point.id)).length === 0) return null;
			if (await store.wasPublished(ctx.db, point.id)) throw new Refused('pointWasPublished');
			return async () => {
				await drafts.removePoint(ctx.db, draft.id, point.id);
				await settle(ctx, draft.id);
			};
		},
		{ number, deed: 'discard' }
	);
}
