import { z } from 'zod';

/** How large a conversation is, and what is computed of it how often. */
export const SizeForm = z.object({
	people: z.number(),
	statements: z.number(),
	/** Votes of each. */
	each: z.number(),
	/** Where everybody stands and in which group, or that and whether there are groups at all. */
	what: z.enum(['picture', 'verdict']),
	times: z.number()
});
export type Size = z.output<typeof SizeForm>;
