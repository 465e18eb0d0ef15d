import * as distillation from '../distillation/distillation.server.ts';
import type { Ctx } from '../server/ctx.ts';
import { together } from '../server/db/together.ts';
import { newId } from '../server/ids.ts';
import { found, obey, Refused } from '../verdict.ts';
import { revisePoint } from './revising.server.ts';
import { sourcesIn, type LeadInput } from './bundling.ts';
import { mayDraft } from './draft.ts';
import { addPoint } from './drafting.server.ts';
import * as points from './draftPoint.store.server.ts';
import * as pointStore from './point.store.server.ts';
import * as store from './store.server.ts';

/**
 * Puts everything in a cluster behind a point of the draft, old or new, and lets the cluster lead there. Minority views
 * and objections stay visible as such. Again later, it adds what has come since. Returns the point's number.
 */
export async function lead(ctx: Ctx, form: LeadInput): Promise<number> {
	return together(ctx, async (ctx) => {
		obey(mayDraft(ctx.person));
		const draft = found(await store.headById(ctx.db, form.version), 'version');
		const cluster = await distillation.clusterById(ctx, draft.consultationId, form.cluster);
		const members = (await distillation.membersOf(ctx, cluster.id)).filter((one) => one.published);
		if (members.length === 0) throw new Refused('clusterEmpty');
		const number = form.target === 'new' ? await establish(ctx, form, cluster) : form.target;
		const { id } = found(await pointStore.byNumber(ctx.db, number), 'point');
		const rows = sourcesIn(members).map((source) => ({ ...source, versionId: draft.id, pointId: id, note: null }));
		if (form.target === 'new') await points.putSources(ctx.db, rows);
		else await addTo(ctx, form, number, rows);
		const marks = { id: form.id, cluster: cluster.id, revision: form.state };
		await distillation.leadTo(ctx, draft.consultationId, marks, { id, number });
		return number;
	});
}

/** The same form sent twice makes one point: the cluster then leads there already. */
async function establish(
	ctx: Ctx,
	form: LeadInput,
	cluster: { id: string; title: string; gist: string }
): Promise<number> {
	const { version, revision, field } = form;
	const text = { title: cluster.title, body: cluster.gist || cluster.title, field };
	return addPoint(ctx, {
		version,
		revision,
		id: newId(Date.parse(ctx.now)),
		...text,
		from: [],
		relation: 'summarises'
	});
}

async function addTo(ctx: Ctx, form: LeadInput, number: number, rows: readonly points.SourceRow[]): Promise<void> {
	await revisePoint(ctx, form, number, 'source', async (ctx, draft, point) => {
		const known = await store.sources(ctx.db, draft.id, point.pointId);
		const missing = rows.filter((row) => !known.some((one) => one.proposalId === row.proposalId));
		return missing.length === 0 ? null : () => points.putSources(ctx.db, missing);
	});
}

/** What these points are called: numbers by id. Points that are gone are left out. */
export async function numbersOf(ctx: Ctx, pointIds: readonly string[]): Promise<Map<string, number>> {
	return new Map((await pointStore.byIds(ctx.db, pointIds)).map(({ id, number }) => [id, number]));
}
