import { z } from 'zod';

/** How large a conversation is, and how often its landscape is computed. */
export const SizeForm = z.object({
	people: z.number(),
	statements: z.number(),
	/** Votes of each. */
	each: z.number(),
	times: z.number()
});
export type Size = z.output<typeof SizeForm>;
