import { z } from 'zod';
import type { VersionPoint } from '../strategy/point.ts';

export const WORK = ['lacking', 'all', 'done'] as const;

/** The worklist's filter, from the address. Anything unknown is left out rather than refused. */
export const WorkQuery = z
	.object({
		zeigen: z.enum(WORK).default('lacking').catch('lacking'),
		feld: z.string().max(40).optional().catch(undefined),
		nach: z.string().max(20).optional().catch(undefined)
	})
	.transform(({ zeigen, feld, nach }) => ({ show: zeigen, field: feld, after: nach }));
export type WorkInput = z.output<typeof WorkQuery>;

/** Where a page of the worklist ended: lacking (0) before done (1), then by number. */
export const Place = {
	write: (place: { done: number; number: number }): string => `${place.done}~${place.number}`,
	read(text: string | undefined): { done: number; number: number } | null {
		const match = /^([01])~(\d{1,9})$/.exec(text ?? '');
		return match ? { done: Number(match[1]), number: Number(match[2]) } : null;
	}
};

/** The same place in the worklist, as a query. */
export function workSearch({ show, field, after }: WorkInput): string {
	const query = new URLSearchParams();
	if (show !== 'lacking') query.set('zeigen', show);
	if (field) query.set('feld', field);
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
