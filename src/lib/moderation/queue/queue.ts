import { z } from 'zod';
import { SEARCH_MAX } from '../../proposals/proposal.ts';
import { KINDS, type Kind } from '../screening.ts';

const ONLY = ['hints', 'overdue', 'foreign'] as const;
const SORTS = ['oldest', 'newest'] as const;

/** A text of so many signs stands in the list as a whole, of a longer one the beginning. */
const LISTED = 400;

/** What a text says beside its heading, in the order of `Subject.texts`. Comments have none. */
const saidIn = (kind: Kind, texts: readonly string[]) => (kind === 'comment' ? texts : texts.slice(1));

/** Whether who looks at the list has read everything of it that gets public. */
export const listedWhole = (kind: Kind, texts: readonly string[]): boolean =>
	saidIn(kind, texts).join('').length <= LISTED;

/** The inbox' filter, from the address. Anything unknown is left out rather than refused. */
export const QueueQuery = z
	.object({
		art: z.enum(KINDS).optional().catch(undefined),
		nur: z.enum(ONLY).optional().catch(undefined),
		q: z.string().trim().max(SEARCH_MAX).optional().catch(undefined),
		sort: z.enum(SORTS).default('oldest').catch('oldest')
	})
	.transform(({ art, nur, q, sort }) => ({ kind: art, only: nur, q: q === '' ? undefined : q, sort }));
export type QueueAsk = z.output<typeof QueueQuery>;

/** Nothing left out. */
export const WHOLE_QUEUE: QueueAsk = { kind: undefined, only: undefined, q: undefined, sort: 'oldest' };

/** The same list, as a query. */
export function queueSearch({ kind, only, q, sort }: QueueAsk): string {
	const query = new URLSearchParams();
	if (kind) query.set('art', kind);
	if (only) query.set('nur', only);
	if (q) query.set('q', q);
	if (sort !== 'oldest') query.set('sort', sort);
	return query.toString();
}
