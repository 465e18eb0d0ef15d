import { expectRevision } from '../../editState.ts';
import type { Ctx } from '../../server/ctx.ts';
import { isNumber, nextNumber } from '../../server/db/counters.ts';
import { newId } from '../../server/ids.ts';
import { Refused, Stale } from '../../verdict.ts';
import type { Change } from '../actions/change.ts';
import type { Marks, Seen } from '../forms.ts';
import * as clusters from './store.server.ts';
import * as dockets from '../desk/workItems.store.server.ts';
import { actor } from '../actions/actions.server.ts';

/** What the desk's verbs have in common: the contributions meant, the cluster meant, and whether both are as they were seen. */

/** The dockets of these contributions. Stale, with their numbers, when somebody else was at one of them meanwhile. */
export async function seenWorkItems(
	ctx: Ctx,
	consultationId: string,
	seen: readonly Seen[]
): Promise<dockets.WorkItemRow[]> {
	const wanted = new Map(seen.map(({ number, revision }) => [number, revision]));
	const rows = await dockets.byNumbers(ctx.db, consultationId, [...wanted.keys()].filter(isNumber));
	const here = rows.filter((row) => row.hiddenAt === null);
	const missing = [...wanted.keys()].filter((number) => !here.some((row) => row.number === number));
	if (missing.length > 0) throw new Refused('sourceUnknown', { numbers: missing.join(', ') });
	const changed = here.filter((row) => row.revision !== wanted.get(row.number));
	if (changed.length > 0) {
		throw new Stale('docket', 'docketsChanged', { numbers: changed.map((row) => row.number).join(', ') });
	}
	return here;
}

function assertLive(cluster: clusters.ClusterRow): void {
	if (cluster.mergedInto !== null) {
		throw new Refused('clusterMerged', { number: String(cluster.number), into: String(cluster.mergedInto) });
	}
	if (cluster.removedAt !== null) throw new Refused('clusterGone', { number: String(cluster.number) });
}

export async function liveByNumber(ctx: Ctx, consultationId: string, number: number): Promise<clusters.ClusterRow> {
	const row = isNumber(number) ? await clusters.byNumber(ctx.db, consultationId, number) : undefined;
	if (!row) throw new Refused('clusterGone', { number: String(number) });
	assertLive(row);
	return row;
}

/** The cluster a form was made for, as it was on the screen. */
export async function seenCluster(ctx: Ctx, consultationId: string, form: Marks): Promise<clusters.ClusterRow> {
	const row = await clusters.byId(ctx.db, form.cluster);
	if (!row || row.consultationId !== consultationId) throw new Refused('clusterGone', { number: '?' });
	assertLive(row);
	expectRevision('cluster', { seen: form.revision, now: row.revision }, { title: row.title, gist: row.gist });
	return row;
}

export interface Target {
	id: string;
	number: number;
	/** Empty when the cluster was there before. */
	changes: Change[];
}

/** A new cluster with this title; the changes bring it to life. */
export async function newCluster(
	ctx: Ctx,
	consultationId: string,
	title: string,
	splitFromId: string | null = null
): Promise<Target> {
	const [id, number] = [newId(Date.parse(ctx.now)), await nextNumber(ctx, 'cluster')];
	await clusters.add(ctx.db, { id, number, consultationId, title, splitFromId, createdBy: actor(ctx) }, ctx.now);
	const birth = { of: 'cluster', key: id, before: { removedAt: ctx.now }, after: { removedAt: null, title } } as const;
	return { id, number, changes: [birth] };
}

/** The cluster with this number, or else a new one with this title. */
export async function targetOf(
	ctx: Ctx,
	consultationId: string,
	form: { to: number | null; title: string },
	splitFromId: string | null = null
): Promise<Target> {
	if (form.to === null) return newCluster(ctx, consultationId, form.title, splitFromId);
	const { id, number } = await liveByNumber(ctx, consultationId, form.to);
	return { id, number, changes: [] };
}
