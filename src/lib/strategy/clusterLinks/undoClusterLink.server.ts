import { z } from 'zod';
import * as distillation from '../../distillation/distillation.server.ts';
import type { UndoInput } from '../../distillation/forms.ts';
import type { Ctx } from '../../server/ctx.ts';
import { transaction } from '../../server/db/transaction.ts';
import { found, obey } from '../../verdict.ts';
import * as points from '../drafts/points.store.server.ts';
import { mayWrite } from '../editLocks/editLock.ts';
import * as hands from '../editLocks/store.server.ts';
import * as leads from './store.server.ts';
import * as lineage from '../lineage/store.server.ts';
import * as pointStore from '../points/store.server.ts';
import { author, revise, settle, type Plan } from '../drafts/revision.server.ts';
import * as store from '../versions/store.server.ts';

const Ids = z.array(z.string()).catch([]);

/**
 * Takes a step at the desk back, with what it brought to the draft. What was published with it stays published; only
 * the cluster leads there no longer. Refused: deedBuiltOn, pointHeld.
 */
export async function undoClusterLink(ctx: Ctx, form: UndoInput): Promise<void> {
	await transaction(ctx, async (ctx) => {
		if (!(await distillation.undo(ctx, form))) return;
		const lead = await leads.byId(ctx.db, form.deed);
		if (!lead) return;
		await leads.withdraw(ctx.db, lead.id, ctx.now);
		const { id, revision, publishedAt } = found(await store.headById(ctx.db, lead.versionId), 'version');
		const [point] = await pointStore.byIds(ctx.db, [lead.pointId]);
		if (publishedAt !== null || !point) return;
		const details = { number: point.number, deed: 'source' };
		await revise(ctx, { version: id, revision }, (ctx, draft) => withdrawal(ctx, draft, lead), details);
	});
}

/** A point and the contributions that leave it. */
interface Leaving {
	pointId: string;
	ids: ReadonlySet<string>;
}

async function withdrawal(ctx: Ctx, draft: store.HeadRow, lead: leads.Lead): Promise<Plan> {
	const leaving = await leavingWith(ctx, draft.id, lead);
	for (const { pointId } of leaving) {
		obey(mayWrite(await hands.at(ctx.db, draft.id, pointId), author(ctx).writtenBy, ctx.now));
	}
	return async () => {
		if (await isUntouched(ctx, draft.id, lead)) {
			await points.removePoint(ctx.db, draft.id, lead.pointId);
			await settle(ctx, draft.id);
			return;
		}
		for (const { pointId, ids } of leaving) await remove(ctx, draft, pointId, ids);
	};
}

/** From the point it was led to, and from those that came out of it or took it in since: they carry the same. */
async function leavingWith(ctx: Ctx, versionId: string, lead: leads.Lead): Promise<Leaving[]> {
	const kin = await lineage.inVersions(ctx.db, [versionId]);
	const ids = await unclaimed(ctx, versionId, lead.pointId, lead.carried);
	const leaving: Leaving[] = [{ pointId: lead.pointId, ids }];
	for (const { pointId, ids } of leaving) {
		for (const row of kin.filter((one) => one.fromId === pointId)) {
			if (leaving.some((one) => one.pointId === row.pointId)) continue;
			const along = row.kind === 'split' ? ids : new Set(Ids.parse(JSON.parse(row.carried)));
			const carried = [...ids].filter((id) => along.has(id));
			leaving.push({ pointId: row.pointId, ids: await unclaimed(ctx, versionId, row.pointId, carried) });
		}
	}
	return leaving;
}

/** What another lead meant, too, stays, from now on because of that one. */
async function unclaimed(ctx: Ctx, versionId: string, pointId: string, ids: readonly string[]): Promise<Set<string>> {
	const left = new Set(ids);
	for (const { id, meant, carried } of await leads.ofPoint(ctx.db, versionId, pointId)) {
		const claimed = meant.filter((one) => left.has(one));
		if (claimed.length === 0) continue;
		await leads.setCarried(ctx.db, id, [...new Set([...carried, ...claimed])]);
		for (const one of claimed) left.delete(one);
	}
	return left;
}

/** Nobody has written at a point that came into being with this step, and nothing else leads there. */
async function isUntouched(ctx: Ctx, versionId: string, { pointId, kind }: leads.Lead): Promise<boolean> {
	const [point] = await store.pointsOfVersion(ctx.db, versionId, pointId);
	if (kind !== 'made' || !point || point.revision > 1 || (await pointStore.wasPublished(ctx.db, pointId))) return false;
	const kin = await lineage.inVersions(ctx.db, [versionId]);
	if (kin.some((one) => one.fromId === pointId || one.pointId === pointId)) return false;
	return (await distillation.clustersOf(ctx, pointId)).length === 0;
}

/** What an editor has put a note to is the editor's. */
async function remove(ctx: Ctx, draft: store.HeadRow, pointId: string, ids: ReadonlySet<string>): Promise<void> {
	const sources = await store.sources(ctx.db, draft.id, pointId);
	const gone = sources.filter((one) => ids.has(one.proposalId) && one.note === null);
	for (const { proposalId } of gone) await points.removeSource(ctx.db, draft.id, pointId, proposalId);
	if (gone.length > 0) await points.touch(ctx.db, draft.id, pointId, draft.revision + 1);
}
