import type { Ctx } from '../../server/ctx.ts';
import { found, NotFound, Refused } from '../../verdict.ts';
import { revise, formerOf, guarded, settle, type Plan } from './revision.server.ts';
import type { Marks } from './draftMarks.ts';
import * as points from './points.store.server.ts';
import * as lineage from '../lineage/store.server.ts';
import type { DropInput, MoveInput } from '../points/point.ts';
import * as pointStore from '../points/store.server.ts';
import { undoMerge } from '../lineage/splitPoint.server.ts';
import * as store from '../versions/store.server.ts';

/** Where a point stands in a draft, and whether. */

/** To another place within its field; beyond the end means last. Naming the place, it overwrites nobody's words. */
export async function movePoint(ctx: Ctx, number: number, form: MoveInput): Promise<void> {
	const plan = async (ctx: Ctx, draft: store.HeadRow): Promise<Plan> => {
		const { id } = found(await pointStore.byNumber(ctx.db, number), 'point');
		const rows = await store.pointsOfVersion(ctx.db, draft.id);
		const point = found(
			rows.find((row) => row.pointId === id),
			'point'
		);
		const first = rows.findIndex((row) => row.fieldId === point.fieldId);
		const size = rows.filter((row) => row.fieldId === point.fieldId).length;
		const target = first + Math.min(form.to, size) - 1;
		if (rows[target]?.pointId === id) return null;
		const others = rows.filter((row) => row.pointId !== id);
		return () => settle(ctx, draft.id, [...others.slice(0, target), point, ...others.slice(target)]);
	};
	await revise(ctx, form, plan, { number, deed: 'move' });
}

/** Lets a published point go, with the reason everybody will read. It can come back until the version is published. */
export async function dropPoint(ctx: Ctx, number: number, form: DropInput): Promise<void> {
	const plan = async (ctx: Ctx, draft: store.HeadRow): Promise<Plan> => {
		const { id } = found(await pointStore.byNumber(ctx.db, number), 'point');
		const known = (await store.drops(ctx.db, [draft.id])).find((drop) => drop.pointId === id);
		if (known?.reason === form.reason) return null;
		const [point] = await store.pointsOfVersion(ctx.db, draft.id, id);
		if (!known) found(point, 'point');
		if (!(await formerOf(ctx, draft, id))) throw new Refused('pointNeverPublished');
		const write = async () => {
			await points.putDrop(ctx.db, draft.id, id, form.reason);
			await settle(ctx, draft.id);
		};
		return point ? guarded(ctx, draft, point, form, write) : write;
	};
	await revise(ctx, form, plan, { number, deed: 'drop' });
}

/** Takes back that a point was dropped or merged: it stands again as it last stood in this draft. */
export async function restorePoint(ctx: Ctx, number: number, marks: Marks): Promise<void> {
	const plan = async (ctx: Ctx, draft: store.HeadRow): Promise<Plan> => {
		const { id } = found(await pointStore.byNumber(ctx.db, number), 'point');
		if ((await store.pointsOfVersion(ctx.db, draft.id, id)).length > 0) return null;
		const known = (await store.drops(ctx.db, [draft.id])).some((drop) => drop.pointId === id);
		if (!known) throw new NotFound('point');
		return async () => {
			await undoMerge(ctx, draft, id);
			await points.removeDrop(ctx.db, draft.id, id);
			await settle(ctx, draft.id);
		};
	};
	await revise(ctx, marks, plan, { number, deed: 'restore' });
}

/** Removes a point that was never published. Removing it twice is removing it once. */
export async function discardPoint(ctx: Ctx, number: number, marks: Marks): Promise<void> {
	const plan = async (ctx: Ctx, draft: store.HeadRow): Promise<Plan> => {
		const known = await pointStore.byNumber(ctx.db, number);
		const [point] = known ? await store.pointsOfVersion(ctx.db, draft.id, known.id) : [];
		if (!point) return null;
		if (await pointStore.wasPublished(ctx.db, point.pointId)) throw new Refused('pointWasPublished');
		await expectNothingMerged(ctx, draft, point.pointId);
		return guarded(ctx, draft, point, marks, async () => {
			await points.removePoint(ctx.db, draft.id, point.pointId);
			await settle(ctx, draft.id);
		});
	};
	await revise(ctx, marks, plan, { number, deed: 'discard' });
}

/** A point that took another in carries that one's contributions: first the other comes back. */
async function expectNothingMerged(ctx: Ctx, draft: store.HeadRow, pointId: string): Promise<void> {
	const all = await lineage.inVersions(ctx.db, [draft.id]);
	const taken = all.filter((one) => one.kind === 'merge' && one.pointId === pointId);
	if (taken.length === 0) return;
	throw new Refused('pointTookIn', { numbers: taken.map((one) => one.fromNumber).join(', ') });
}
