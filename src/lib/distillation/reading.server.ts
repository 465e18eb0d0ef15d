import { AuthorGroupName } from '../people/person.ts';
import { KINDS } from '../proposals/proposal.ts';
import { z } from 'zod';
import type { Ctx } from '../server/ctx.ts';
import { sha256 } from '../sha256.ts';
import { DissentName, RelationName, type Cluster, type Dissent, type Relation } from './clusters/cluster.ts';
import * as clusters from './clusters/store.server.ts';
import { AsideName, type WorkItemState } from './desk/workItem.ts';
import type { WorkItemRow } from './desk/workItems.store.server.ts';
import * as members from './clusters/members.store.server.ts';
import { follow } from './segments/redacted.ts';
import { MARK } from '../moderation/redaction.ts';

/** Rows of the desk as the rest of the program reads them. */
const KindName = z.enum(KINDS);

export function readWorkItem(row: WorkItemRow): WorkItemState {
	const { hiddenAt: _h, consultationId: _c, ...rest } = row;
	return {
		...rest,
		fieldId: row.fieldId || null,
		kind: KindName.parse(row.kind),
		group: AuthorGroupName.parse(row.group),
		aside: AsideName.nullable().parse(row.aside)
	};
}

export function readCluster(row: clusters.ClusterRow): Cluster {
	const { mergedIntoId: _m, consultationId: _c, ...rest } = row;
	return rest;
}

/** Where a contribution or a passage of it has its place. */
export interface Place {
	itemId: string;
	segmentId: string | null;
	clusterId: string;
	cluster: number;
	title: string;
	pointId: string | null;
	relation: Relation;
	dissent: Dissent | null;
}

/** The places of contributions, passages included, by contribution. The way from a contribution to its clusters. */
export async function placesOf(ctx: Ctx, proposalIds: readonly string[]): Promise<Map<string, Place[]>> {
	const rows = await members.ofProposals(ctx.db, proposalIds);
	const known = await clusters.byIds(ctx.db, [...new Set(rows.map((row) => row.clusterId))]);
	const places = new Map<string, Place[]>();
	for (const row of rows) {
		const cluster = known.find(({ id }) => id === row.clusterId);
		if (!cluster) continue;
		const { itemId, segmentId, clusterId } = row;
		const [relation, dissent] = [RelationName.parse(row.relation), DissentName.nullable().parse(row.dissent)];
		const { number, title, pointId } = cluster;
		const place = { itemId, segmentId, clusterId, cluster: number, title, pointId, relation, dissent };
		places.set(row.proposalId, [...(places.get(row.proposalId) ?? []), place]);
	}
	return places;
}

/** A passage as it may be read now. */
export interface Segment {
	id: string;
	proposalId: string;
	starts: number;
	ends: number;
	text: string;
	/** Words of it were blackened after it was cut. */
	redacted: boolean;
}

/**
 * Live passages of these contributions, by contribution. A passage whose text has just been blackened is shown as it
 * stands there now, even before its row has followed: what was blackened is shown nowhere.
 */
export async function segmentsOf(
	ctx: Ctx,
	texts: readonly { id: string; body: string }[]
): Promise<Map<string, Segment[]>> {
	const rows = await members.segmentsOf(
		ctx.db,
		texts.map(({ id }) => id)
	);
	const found = new Map<string, Segment[]>(texts.map(({ id }) => [id, []]));
	const digests = new Map(texts.map(({ id, body }) => [id, sha256(body)]));
	for (const { digest, removedAt, redactedAt, cutStarts, cutEnds, ...row } of rows) {
		if (removedAt !== null) continue;
		const body = texts.find(({ id }) => id === row.proposalId)?.body ?? '';
		const same = digests.get(row.proposalId) === digest;
		const now = same ? row : (follow({ ...row, cutStarts, cutEnds }, body) ?? { starts: 0, ends: 0, text: MARK });
		found
			.get(row.proposalId)
			?.push({ ...row, ...now, redacted: now.text.includes(MARK) || (same && redactedAt !== null) });
	}
	return found;
}
