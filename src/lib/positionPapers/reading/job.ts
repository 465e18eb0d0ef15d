import { z } from 'zod';
import { DroppedNames, ProblemName } from '../positionPaper.ts';

/** What a section is called that has no heading: in the operator's words, which the thread does not know. */
export interface PaperWords {
	untitled: string;
	/** "Seite {page}" */
	page: string;
}

/** A paper to be read, as it goes to the thread. */
export interface Job {
	bytes: Uint8Array;
	words: PaperWords;
}
export const JobMessage = z.object({
	bytes: z.instanceof(Uint8Array),
	words: z.object({ untitled: z.string(), page: z.string() })
});

/** `broken`: nobody knows why; that is a fault of ours. */
export const Answer = z.discriminatedUnion('kind', [
	z.object({
		...{ kind: z.literal('read'), dropped: DroppedNames },
		sections: z.array(z.object({ heading: z.string(), body: z.string() }))
	}),
	z.object({ kind: z.literal('refused'), problem: ProblemName }),
	z.object({ kind: z.literal('broken'), problem: z.string() })
]);
export type Answer = z.output<typeof Answer>;
