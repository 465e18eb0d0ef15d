import { z } from 'zod';
import { count, cursor } from '../../cursor.ts';

/** How something stands to the concern of its cluster. */
export const RELATIONS = ['summarises', 'adopts', 'example'] as const;
export type Relation = (typeof RELATIONS)[number];
export const RelationName = z.enum(RELATIONS);

/** It belongs to the subject but says something else than the others. */
export const DISSENTS = ['minority', 'objection'] as const;
export type Dissent = (typeof DISSENTS)[number];
export const DissentName = z.enum(DISSENTS);

export interface Cluster {
	id: string;
	number: number;
	title: string;
	/** The point it leads to, in the team's words. */
	gist: string;
	pointId: string | null;
	assigneeId: string | null;
	memberCount: number;
	dissentCount: number;
	revision: number;
	createdAt: string;
	/** Numbers of the clusters it went into or came from. */
	mergedInto: number | null;
	splitFrom: number | null;
	removedAt: string | null;
}

/** `member`: whose number comes first. */
const CLUSTER_SORTS = ['newest', 'largest'] as const;
export const TITLE_MAX = 120;
export const GIST_MAX = 2_000;
export const REMARK_MAX = 2_000;
export const ITEMS_MAX = 200;

export const ClusterQuery = z
	.object({
		q: z.string().trim().max(100).optional().catch(undefined),
		zeigen: z.enum(['all', 'pointless', 'pointed', 'dissent', 'mine']).default('all').catch('all'),
		reihenfolge: z.enum(CLUSTER_SORTS).default('newest').catch('newest'),
		nach: z.string().max(30).optional().catch(undefined)
	})
	.transform(({ q, zeigen, reihenfolge, nach }) => ({ q, show: zeigen, sort: reihenfolge, after: nach }));
type Asked = z.output<typeof ClusterQuery>;
export type ClusterAsk = Pick<Asked, 'show' | 'sort'> & Partial<Asked>;

export function clusterSearch({ q, show, sort, after }: ClusterAsk): string {
	const query = new URLSearchParams();
	if (q) query.set('q', q);
	if (show !== 'all') query.set('zeigen', show);
	if (sort !== 'newest') query.set('reihenfolge', sort);
	if (after) query.set('nach', after);
	return query.toString();
}

/** Where a page of the list ended: by size, then by number. */
export const ClusterPlace = cursor({ memberCount: count, number: count });
