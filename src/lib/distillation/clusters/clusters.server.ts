import * as proposals from '../../proposals/proposals.server.ts';
import type { Ctx } from '../../server/ctx.ts';
import { isNumber } from '../../server/db/counters.ts';
import { found, obey } from '../../verdict.ts';
import { ClusterPlace, DissentName, RelationName, type Cluster, type ClusterAsk } from './cluster.ts';
import type { Dissent, Relation } from './cluster.ts';
import * as store from './store.server.ts';
import type { Remark } from '../desk/desk.server.ts';
import { mayDistil } from '../desk/workItem.ts';
import * as members from './members.store.server.ts';
import { readCluster, segmentsOf, type Segment } from '../reading.server.ts';

const CLUSTER_PAGE = 30;

/** One page of the live clusters. */
export async function clusters(
	ctx: Ctx,
	consultationId: string,
	ask: ClusterAsk,
	size = CLUSTER_PAGE
): Promise<{ clusters: Cluster[]; next: string | null }> {
	obey(mayDistil(ctx.person));
	const after = ClusterPlace.read(ask.after);
	const asked = { ask, me: ctx.person?.id ?? null, after, limit: size + 1 };
	const rows = await store.page(ctx.db, consultationId, asked);
	const shown = rows.slice(0, size).map(readCluster);
	const last = shown.at(-1);
	return { clusters: shown, next: rows.length > size && last ? ClusterPlace.write(last) : null };
}

/** Also one that went into another or was taken back: whoever has its number finds out where it is. */
export async function cluster(ctx: Ctx, consultationId: string, number: number): Promise<Cluster> {
	obey(mayDistil(ctx.person));
	const row = isNumber(number) ? await store.byNumber(ctx.db, consultationId, number) : undefined;
	return readCluster(found(row, 'cluster'));
}

/** The same by its id. */
export async function clusterById(ctx: Ctx, consultationId: string, id: string): Promise<Cluster> {
	obey(mayDistil(ctx.person));
	const row = await store.byId(ctx.db, id);
	return readCluster(found(row?.consultationId === consultationId ? row : undefined, 'cluster'));
}

export interface Member {
	itemId: string;
	proposalId: string;
	number: number;
	title: string;
	language: proposals.Proposal['language'];
	body: string;
	group: proposals.Proposal['authorGroup'];
	fieldId: string | null;
	/** null: the whole contribution. */
	segment: Segment | null;
	relation: Relation;
	dissent: Dissent | null;
	/** Hidden meanwhile: it keeps its place without its words. */
	published: boolean;
}

/** Everything in a cluster, by contribution and place in it. The way from a cluster to its contributions. */
export async function membersOf(ctx: Ctx, clusterId: string): Promise<Member[]> {
	obey(mayDistil(ctx.person));
	const rows = await members.ofClusters(ctx.db, [clusterId]);
	const ids = [...new Set(rows.map((row) => row.proposalId))];
	const texts = await proposals.published(ctx, ids);
	const segments = await segmentsOf(ctx, texts);
	const headings = await proposals.headings(ctx, ids);
	const read = rows.map((row): Member => {
		const text = texts.find(({ id }) => id === row.proposalId);
		const cut = segments.get(row.proposalId)?.find(({ id }) => id === row.segmentId);
		return {
			itemId: row.itemId,
			proposalId: row.proposalId,
			number: headings.find(({ id }) => id === row.proposalId)?.number ?? 0,
			title: text?.title ?? '',
			language: text?.language ?? 'de',
			body: text?.body ?? '',
			group: text?.authorGroup ?? null,
			fieldId: text?.fieldId ?? null,
			segment: row.segmentId === null ? null : (cut ?? gone(row.segmentId, row.proposalId)),
			relation: RelationName.parse(row.relation),
			dissent: DissentName.nullable().parse(row.dissent),
			published: text !== undefined
		};
	});
	return read.sort((a, b) => a.number - b.number || (a.segment?.starts ?? -1) - (b.segment?.starts ?? -1));
}

/** A passage of a contribution that is hidden: its place without its words. */
const gone = (id: string, proposalId: string): Segment => {
	return { id, proposalId, starts: 0, ends: 0, text: '', redacted: false };
};

/** What went into a cluster and what came out of it. */
export async function relatives(ctx: Ctx, clusterId: string) {
	obey(mayDistil(ctx.person));
	const rows = await store.relatives(ctx.db, clusterId);
	const named = (one: (row: (typeof rows)[number]) => boolean) =>
		rows.filter(one).map(({ number, title }) => ({ number, title }));
	return {
		merged: named((row) => row.mergedIntoId === clusterId),
		split: named((row) => row.splitFromId === clusterId)
	};
}

export async function remarksOn(ctx: Ctx, subjectId: string): Promise<Remark[]> {
	obey(mayDistil(ctx.person));
	return members.remarksOn(ctx.db, [subjectId]);
}

/** The live clusters that lead to a point, for staff; nobody else learns of them. */
export async function clustersOf(ctx: Ctx, pointId: string): Promise<Cluster[]> {
	if (!mayDistil(ctx.person).ok) return [];
	return (await store.ofPoint(ctx.db, pointId)).map(readCluster);
}
