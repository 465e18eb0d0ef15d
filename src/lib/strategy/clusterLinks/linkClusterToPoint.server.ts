import * as distillation from '../../distillation/distillation.server.ts';
import type { Ctx } from '../../server/ctx.ts';
import { transaction } from '../../server/db/transaction.ts';
import { newId } from '../../server/ids.ts';
import { found, obey, Refused } from '../../verdict.ts';
import { revisePoint } from '../drafts/revision.server.ts';
import { sourcesIn, type LeadInput } from './clusterLink.ts';
import { mayDraft } from '../drafts/draft.ts';
import { addPoint } from '../drafts/drafts.server.ts';
import * as points from '../drafts/points.store.server.ts';
import * as leads from './store.server.ts';
import * as pointStore from '../points/store.server.ts';
import type { Relation } from '../points/point.ts';
import * as store from '../versions/store.server.ts';

/**
 * Puts everything in a cluster behind a point of the draft, old or new, and lets the cluster lead there. Minority views
 * and objections stay visible as such. Again later, it adds what has come since. Returns the point's number; the same
 * form sent twice leads once.
 */
export async function linkClusterToPoint(ctx: Ctx, form: LeadInput): Promise<number> {
	return transaction(ctx, async (ctx) => {
		obey(mayDraft(ctx.person));
		const done = await leads.byId(ctx.db, form.id);
		if (done) return found((await pointStore.byIds(ctx.db, [done.pointId]))[0], 'point').number;
		const draft = found(await store.headById(ctx.db, form.version), 'version');
		const { cluster, state } = await withGoal(ctx, draft.consultationId, form);
		const members = (await distillation.membersOf(ctx, cluster.id)).filter((one) => one.published);
		if (members.length === 0) throw new Refused('clusterEmpty');
		const number = form.target === 'new' ? await establish(ctx, form, cluster) : form.target;
		const { id } = found(await pointStore.byNumber(ctx.db, number), 'point');
		await bring(ctx, form, { id, number }, sourcesIn(members));
		const marks = { id: form.id, cluster: cluster.id, revision: state };
		await distillation.leadTo(ctx, draft.consultationId, marks, { id, number });
		return number;
	});
}

/** A cluster that does not say yet where it leads to is told so with the same form. */
async function withGoal(ctx: Ctx, consultationId: string, { cluster: id, state, goal }: LeadInput) {
	const cluster = await distillation.clusterById(ctx, consultationId, id);
	if (!goal || cluster.gist) return { cluster, state };
	const marks = { id: newId(Date.parse(ctx.now)), cluster: id, revision: state };
	const text = { title: cluster.title, gist: goal, assignee: cluster.assigneeId ?? '' };
	await distillation.describe(ctx, consultationId, { ...marks, ...text });
	const told = await distillation.clusterById(ctx, consultationId, id);
	return { cluster: told, state: told.revision };
}

/** What stands behind the point already keeps its relation there. */
async function bring(
	ctx: Ctx,
	form: LeadInput,
	point: distillation.Point,
	wanted: readonly { proposalId: string; relation: Relation }[]
): Promise<void> {
	const { id, version: versionId, cluster: clusterId, target } = form;
	const pointId = point.id;
	const known = new Set((await store.sources(ctx.db, versionId, pointId)).map((source) => source.proposalId));
	const missing = wanted.filter(({ proposalId }) => !known.has(proposalId));
	const rows = missing.map((source) => ({ ...source, versionId, pointId, note: null }));
	if (target === 'new') await points.putSources(ctx.db, rows);
	else {
		const plan = async (ctx: Ctx) => (rows.length === 0 ? null : () => points.putSources(ctx.db, rows));
		await revisePoint(ctx, form, point.number, 'source', plan);
	}
	const [meant, carried] = [wanted, missing].map((list) => list.map(({ proposalId }) => proposalId));
	const kind = target === 'new' ? 'made' : 'joined';
	await leads.add(ctx.db, { id, clusterId, versionId, pointId, kind, meant: meant ?? [], carried: carried ?? [] });
}

async function establish(
	ctx: Ctx,
	form: LeadInput,
	cluster: { id: string; title: string; gist: string }
): Promise<number> {
	const { version, revision, field } = form;
	// The title twice would be a point that says nothing, and people are asked at once whether it says what they meant.
	if (!cluster.gist) throw new Refused('pointTextMissing');
	const text = { title: cluster.title, body: cluster.gist, field };
	return addPoint(ctx, {
		version,
		revision,
		id: newId(Date.parse(ctx.now)),
		...text,
		from: [],
		relation: 'summarises'
	});
}

/** What these points are called: numbers by id. Points that are gone are left out. */
export async function numbersOf(ctx: Ctx, pointIds: readonly string[]): Promise<Map<string, number>> {
	return new Map((await pointStore.byIds(ctx.db, pointIds)).map(({ id, number }) => [id, number]));
}
