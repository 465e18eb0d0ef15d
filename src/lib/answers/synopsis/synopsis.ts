import { withQuery } from '../../address.ts';
import { z } from 'zod';
import type { Spoken } from '../../people/details/language.ts';
import { AuthorGroupChoice, type AuthorGroup } from '../../people/person.ts';
import type { PointOfSource } from '../../strategy/sources/sources.server.ts';
import { DISPOSITIONS, type Disposition } from '../answer.ts';

/** What a contribution can have become: an answer, or none so far. */
const OUTCOMES = [...DISPOSITIONS, 'none'] as const;

/** The filter, from the address. Anything unknown is left out rather than refused. */
export const SynopsisQuery = z
	.object({
		feld: z.string().max(40).optional().catch(undefined),
		gruppe: AuthorGroupChoice.optional().catch(undefined),
		verbleib: z.enum(OUTCOMES).optional().catch(undefined),
		/** Only contributions after this number. */
		nach: z.coerce.number().int().min(0).max(999_999_999).default(0).catch(0)
	})
	.transform(({ feld, gruppe, verbleib, nach }) => ({ field: feld, group: gruppe, outcome: verbleib, after: nach }));
export type SynopsisInput = z.output<typeof SynopsisQuery>;

/** One contribution with what became of it in one version. */
export interface SynopsisRow {
	number: number;
	title: string;
	language: Spoken;
	field: string | null;
	group: AuthorGroup | null;
	disposition: Disposition | null;
	reason: string;
	responsible: string | null;
	points: PointOfSource[];
}

/** The same filter as a query, without the place. */
export function synopsisSearch({ field, group, outcome }: SynopsisInput, after = 0): string {
	const query = new URLSearchParams();
	if (field) query.set('feld', field);
	if (group) query.set('gruppe', group);
	if (outcome) query.set('verbleib', outcome);
	if (after > 0) query.set('nach', String(after));
	return withQuery('', query);
}
