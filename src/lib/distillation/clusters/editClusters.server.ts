import type { Ctx } from '../../server/ctx.ts';
import { transaction } from '../../server/db/transaction.ts';
import { found, obey, Refused } from '../../verdict.ts';
import { colleagueOf } from '../assigning.server.ts';
import { memberKey, type Change } from '../actions/change.ts';
import type { DescribeInput, Marks, MarkInput, MergeInput, OpenInput, SplitInput, TakeOutInput } from '../forms.ts';
import type { ClusterRow } from './store.server.ts';
import type { ActionKind, Details } from '../actions/action.ts';
import { mayDistil } from '../desk/workItem.ts';
import { isDone, perform } from '../actions/actions.server.ts';
import * as members from './members.store.server.ts';
import { liveByNumber, newCluster, seenCluster, targetOf } from './target.server.ts';

/** What can be done with a cluster. */
type MemberRow = Awaited<ReturnType<typeof members.ofClusters>>[number];

const leaving = ({ clusterId, itemId, ...facts }: MemberRow): Change => {
	return { of: 'member', key: memberKey(clusterId, itemId), before: facts, after: null };
};

/** An empty cluster. Returns its number. */
export async function open(ctx: Ctx, consultationId: string, form: OpenInput): Promise<number | null> {
	return transaction(ctx, async (ctx) => {
		obey(mayDistil(ctx.person));
		if (await isDone(ctx, form.id)) return null;
		const { number, changes } = await newCluster(ctx, consultationId, form.title);
		await perform(ctx, { id: form.id, consultationId, kind: 'opened', details: { cluster: number } }, changes);
		return number;
	});
}

interface Planned {
	changes: Change[];
	details?: Details;
	about?: string[];
}

/** What every change of a cluster has in common: the rule, the state that was seen, and once only. */
async function change(
	ctx: Ctx,
	consultationId: string,
	form: Marks,
	kind: ActionKind,
	plan: (ctx: Ctx, cluster: ClusterRow) => Promise<Planned>
): Promise<void> {
	await transaction(ctx, async (ctx) => {
		obey(mayDistil(ctx.person));
		if (await isDone(ctx, form.id)) return;
		const cluster = await seenCluster(ctx, consultationId, form);
		const { changes, details, about } = await plan(ctx, cluster);
		const all = { cluster: cluster.number, ...details };
		await perform(ctx, { id: form.id, consultationId, kind, details: all, about }, changes);
	});
}

/** Its title, where it leads to, and who looks after it. */
export async function describe(ctx: Ctx, consultationId: string, form: DescribeInput): Promise<void> {
	await change(ctx, consultationId, form, 'described', async (ctx, cluster) => {
		const { title, gist, assigneeId } = cluster;
		const after = { title: form.title, gist: form.gist, assigneeId: await colleagueOf(ctx, form.assignee) };
		return { changes: [{ of: 'cluster', key: cluster.id, before: { title, gist, assigneeId }, after }] };
	});
}

/** Which point of the strategy it has become; null: none (any more). Strategy calls it, in its own transaction. */
export async function leadTo(ctx: Ctx, consultationId: string, form: Marks, point: Point | null): Promise<void> {
	await change(ctx, consultationId, form, 'led', async (_, { id, pointId }) => {
		const after = { pointId: point?.id ?? null };
		const details: Details = point ? { point: point.number } : {};
		return { changes: [{ of: 'cluster', key: id, before: { pointId }, after }], details };
	});
}

export interface Point {
	id: string;
	number: number;
}

async function chosen(ctx: Ctx, cluster: ClusterRow, items: readonly string[]): Promise<MemberRow[]> {
	const rows = await members.ofClusters(ctx.db, [cluster.id]);
	return items.map((id) =>
		found(
			rows.find((row) => row.itemId === id),
			'member'
		)
	);
}

/** How members stand to the concern: relation, minority view, objection. */
export async function mark(ctx: Ctx, consultationId: string, form: MarkInput): Promise<void> {
	await change(ctx, consultationId, form, 'marked', async (ctx, cluster) => {
		const rows = await chosen(ctx, cluster, form.items);
		const changes = rows.map((row): Change => {
			const { before, key } = leaving(row);
			const after = { ...before, relation: form.relation, dissent: form.dissent };
			return { of: 'member', key, before, after };
		});
		return { changes, details: { count: rows.length, dissent: form.dissent ?? '' } };
	});
}

/** Members leave; what has no other place is open again. */
export async function takeOut(ctx: Ctx, consultationId: string, form: TakeOutInput): Promise<void> {
	await change(ctx, consultationId, form, 'takenOut', async (ctx, cluster) => {
		const rows = await chosen(ctx, cluster, form.items);
		return { changes: rows.map(leaving), details: { count: rows.length } };
	});
}

/** Members move to another cluster, old or new. */
export async function split(ctx: Ctx, consultationId: string, form: SplitInput): Promise<void> {
	await change(ctx, consultationId, form, 'split', async (ctx, cluster) => {
		const rows = await chosen(ctx, cluster, form.items);
		if (form.to === cluster.number) throw new Refused('sameCluster');
		const target = await targetOf(ctx, consultationId, form, cluster.id);
		const moves = await moving(ctx, rows, target.id);
		return { changes: [...target.changes, ...moves], details: { count: rows.length, into: target.number } };
	});
}

/** All members go into another cluster; this one stays as a signpost to it. */
export async function merge(ctx: Ctx, consultationId: string, form: MergeInput): Promise<void> {
	await change(ctx, consultationId, form, 'merged', async (ctx, cluster) => {
		if (form.into === cluster.number) throw new Refused('sameCluster');
		const target = await liveByNumber(ctx, consultationId, form.into ?? 0);
		const rows = await members.ofClusters(ctx.db, [cluster.id]);
		const moves = await moving(ctx, rows, target.id);
		const before = { mergedIntoId: null };
		const gone: Change = { of: 'cluster', key: cluster.id, before, after: { mergedIntoId: target.id } };
		const details = { count: rows.length, into: target.number };
		return { changes: [...moves, gone], details, about: [target.id] };
	});
}

/** What is in the other one already keeps its place there; a minority view or objection is not lost by it. */
async function moving(ctx: Ctx, rows: readonly MemberRow[], targetId: string): Promise<Change[]> {
	const there = new Map((await members.ofClusters(ctx.db, [targetId])).map((row) => [row.itemId, row]));
	return rows.flatMap((row): Change[] => {
		const known = there.get(row.itemId);
		const before = known ? leaving(known).before : null;
		const after = before ? { ...before, dissent: known?.dissent ?? row.dissent } : leaving(row).before;
		return [leaving(row), { of: 'member', key: memberKey(targetId, row.itemId), before, after }];
	});
}
