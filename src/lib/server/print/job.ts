import { z } from 'zod';

/** Something to be printed, as it goes to the thread and as it comes back. */
export interface Job {
	/** Our own template, from the root of the repository, e.g. `src/lib/people/cards/cards.typ`. */
	template: string;
	/** What the template reads as JSON. People's words stand only here: they are text, never markup. */
	data: unknown;
	/** ISO-8601. What the document says of its own age; without it the document says nothing. */
	at?: string;
}

/**
 * `unable`: this machine has no Typst that makes PDF/UA. `broken`: the template does not take the data, or the document
 * would not be accessible; that is a fault of ours.
 */
export const Answer = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('pdf'), pdf: z.instanceof(Uint8Array) }),
	z.object({ kind: z.literal('unable') }),
	z.object({ kind: z.literal('broken'), problem: z.string() })
]);
export type Answer = z.output<typeof Answer>;
