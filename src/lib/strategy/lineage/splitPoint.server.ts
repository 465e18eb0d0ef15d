import { z } from 'zod';
import type { Ctx } from '../../server/ctx.ts';
import { nextNumber } from '../../server/db/counters.ts';
import { transaction } from '../../server/db/transaction.ts';
import { newId } from '../../server/ids.ts';
import { found, NotFound, obey, Refused } from '../../verdict.ts';
import { revisePoint, author, formerOf, settle, type StandingRow } from '../drafts/revision.server.ts';
import { mayDraft } from '../drafts/draft.ts';
import * as points from '../drafts/points.store.server.ts';
import type { MergeInput, SplitInput } from './lineage.ts';
import * as lineage from './store.server.ts';
import * as pointStore from '../points/store.server.ts';
import * as store from '../versions/store.server.ts';
import { setWords } from '../drafts/wording.server.ts';

/** One point becomes two, or two become one. Sources go along, and both pages say so. */

const Carried = z.array(z.string());

/** Returns the number of the new point, which rests on the same contributions; the same form sent twice splits once. */
export async function splitPoint(ctx: Ctx, number: number, form: SplitInput): Promise<number> {
	return transaction(ctx, async (ctx) => {
		obey(mayDraft(ctx.person));
		const known = await pointStore.byId(ctx.db, form.id);
		if (known) return known.number;
		const young = await nextNumber(ctx, 'point');
		const plan = async (ctx: Ctx, draft: store.HeadRow, point: StandingRow) => async () => {
			const { fieldId } = point;
			await setWords(ctx, draft, point, { fieldId, title: form.stayTitle, body: form.stayBody });
			const wording = { fieldId, title: form.newTitle, body: form.newBody };
			await placeBehind(ctx, draft, point, { id: form.id, number: young, wording });
			const row = { versionId: draft.id, pointId: form.id, fromId: point.pointId };
			await lineage.put(ctx.db, { ...row, kind: 'split', carried: '[]' });
		};
		const edited = async (_ctx: Ctx, _draft: store.HeadRow, { title, body }: StandingRow) => {
			return { stayTitle: title, stayBody: body };
		};
		await revisePoint(ctx, form, number, 'split', plan, edited);
		return young;
	});
}

async function placeBehind(
	ctx: Ctx,
	draft: store.HeadRow,
	point: StandingRow,
	young: { id: string; number: number; wording: points.Wording }
): Promise<void> {
	const { id, number, wording } = young;
	const wordingId = newId(Date.parse(ctx.now));
	await points.addPoint(ctx.db, { id, number, consultationId: draft.consultationId }, ctx.now);
	await points.addWording(ctx.db, { id: wordingId, pointId: id, ...wording, ...author(ctx) });
	const rows = await store.pointsOfVersion(ctx.db, draft.id);
	await points.addToVersion(ctx.db, { versionId: draft.id, pointId: id, wordingId, position: rows.length + 1 });
	const own = found((await store.pointsOfVersion(ctx.db, draft.id, id))[0], 'point');
	await settle(
		ctx,
		draft.id,
		rows.flatMap((row) => (row.pointId === point.pointId ? [row, own] : [row]))
	);
	const sources = await store.sources(ctx.db, draft.id, point.pointId);
	await points.putSources(
		ctx.db,
		sources.map((source) => ({ ...source, versionId: draft.id, pointId: id }))
	);
}

/** This point goes into another: its sources stand behind that one from now on. Refused: pointNeverPublished. */
export async function mergePoint(ctx: Ctx, number: number, form: MergeInput): Promise<void> {
	await revisePoint(ctx, form, number, 'merge', async (ctx, draft, point) => {
		const { id } = found(await pointStore.byNumber(ctx.db, form.into), 'point');
		const target = (await store.pointsOfVersion(ctx.db, draft.id, id))[0];
		if (!target || id === point.pointId) throw new NotFound('point');
		if (!(await formerOf(ctx, draft, point.pointId))) throw new Refused('pointNeverPublished');
		return async () => {
			const carried = await carryOver(ctx, draft.id, point.pointId, id);
			const row = { versionId: draft.id, pointId: id, fromId: point.pointId, kind: 'merge' };
			await lineage.put(ctx.db, { ...row, carried: JSON.stringify(carried) });
			await points.putDrop(ctx.db, draft.id, point.pointId, form.mergeReason);
			await points.touch(ctx.db, draft.id, id, draft.revision + 1);
			await settle(ctx, draft.id);
		};
	});
}

/** What stands behind the other already keeps its relation there. */
async function carryOver(ctx: Ctx, versionId: string, from: string, to: string): Promise<string[]> {
	const there = new Set((await store.sources(ctx.db, versionId, to)).map((source) => source.proposalId));
	const sources = await store.sources(ctx.db, versionId, from);
	const missing = sources.filter((source) => !there.has(source.proposalId));
	await points.putSources(
		ctx.db,
		missing.map((source) => ({ ...source, versionId, pointId: to }))
	);
	return missing.map((source) => source.proposalId);
}

/** A point that stands again was not taken in after all: what came with it goes. */
export async function undoMerge(ctx: Ctx, draft: store.HeadRow, pointId: string): Promise<void> {
	const all = await lineage.inVersions(ctx.db, [draft.id]);
	for (const row of all.filter((one) => one.kind === 'merge' && one.fromId === pointId)) {
		for (const proposalId of Carried.catch([]).parse(JSON.parse(row.carried))) {
			await points.removeSource(ctx.db, draft.id, row.pointId, proposalId);
		}
		await points.touch(ctx.db, draft.id, row.pointId, draft.revision + 1);
	}
	await lineage.removeOf(ctx.db, draft.id, 'fromId', pointId);
}
