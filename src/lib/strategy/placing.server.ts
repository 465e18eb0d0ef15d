import type { Ctx } from '../server/ctx.ts';
import { found, NotFound, Refused } from '../verdict.ts';
import { amend, amendPoint, formerOf, settle } from './amend.server.ts';
import type { Marks } from './draft.ts';
import * as points from './draftPoint.store.server.ts';
import type { DropInput, MoveInput } from './point.ts';
import * as pointStore from './point.store.server.ts';
import * as store from './store.server.ts';

/** Where a point stands in a draft, and whether. */

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
			const { id } = found(await pointStore.byNumber(ctx.db, number), 'point');
			const known = (await store.drops(ctx.db, [draft.id])).find((drop) => drop.pointId === id);
			if (known?.reason === form.reason) return null;
			if (!known) found((await store.standing(ctx.db, draft.id, id))[0], 'point');
			if (!(await formerOf(ctx, draft, id))) throw new Refused('pointNeverPublished');
			return async () => {
				await points.putDrop(ctx.db, draft.id, id, form.reason);
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
			const { id } = found(await pointStore.byNumber(ctx.db, number), 'point');
			if ((await store.standing(ctx.db, draft.id, id)).length > 0) return null;
			const known = (await store.drops(ctx.db, [draft.id])).some((drop) => drop.pointId === id);
			if (!known) throw new NotFound('point');
			return async () => {
				await points.removeDrop(ctx.db, draft.id, id);
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
			const point = await pointStore.byNumber(ctx.db, number);
			if (!point || (await store.standing(ctx.db, draft.id, point.id)).length === 0) return null;
			if (await pointStore.wasPublished(ctx.db, point.id)) throw new Refused('pointWasPublished');
			return async () => {
				await points.removePoint(ctx.db, draft.id, point.id);
				await settle(ctx, draft.id);
			};
		},
		{ number, deed: 'discard' }
	);
}
