import { z } from 'zod';
import { count, cursor } from '../../cursor.ts';
import { SEARCH_MAX } from '../../proposals/proposal.ts';
import type { VersionPoint } from '../../strategy/points/point.ts';

const WORK = ['lacking', 'all', 'done'] as const;
export type Work = (typeof WORK)[number];

/** The worklist's filter, from the address. Anything unknown is left out rather than refused. */
export const WorkQuery = z
	.object({
		zeigen: z.enum(WORK).default('lacking').catch('lacking'),
		feld: z.string().max(40).optional().catch(undefined),
		q: z.string().trim().max(SEARCH_MAX).optional().catch(undefined),
		nach: z.string().max(20).optional().catch(undefined)
	})
	.transform(({ zeigen, feld, q, nach }) => ({
		show: zeigen,
		field: feld,
		q: q === '' ? undefined : q,
		after: nach
	}));
export type WorkInput = z.output<typeof WorkQuery>;

/** Where a page of the worklist ended: lacking (0) before done (1), then by number. */
export const Place = cursor({ done: z.enum(['0', '1']).transform(Number), number: count });

/** The same place in the worklist, as a query. */
export function workSearch({ show, field, q, after }: WorkInput): string {
	const query = new URLSearchParams();
	if (show !== 'lacking') query.set('zeigen', show);
	if (field) query.set('feld', field);
	if (q) query.set('q', q);
	if (after) query.set('nach', after);
	return query.toString();
}

/** Behind which points of one version each contribution stands. */
export function placesIn(
	points: readonly Pick<VersionPoint, 'number' | 'title' | 'sources'>[]
): Map<string, { pointNumber: number; pointTitle: string }[]> {
	const places = new Map<string, { pointNumber: number; pointTitle: string }[]>();
	for (const { number, title, sources } of points) {
		for (const { proposalId } of sources) {
			places.set(proposalId, [...(places.get(proposalId) ?? []), { pointNumber: number, pointTitle: title }]);
		}
	}
	return places;
}
