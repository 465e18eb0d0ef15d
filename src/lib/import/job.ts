import { z } from 'zod';

/** A workbook, as it goes to the thread that reads it. */
export interface Job {
	bytes: Uint8Array;
	kind: 'xlsx' | 'ods';
}
export const JobMessage = z.object({ bytes: z.instanceof(Uint8Array), kind: z.enum(['xlsx', 'ods']) });

export const Answer = z.discriminatedUnion('kind', [
	z.object({
		kind: z.literal('read'),
		sheets: z.array(
			z.object({ name: z.string(), records: z.array(z.object({ line: z.number(), cells: z.array(z.string()) })) })
		)
	}),
	z.object({ kind: z.literal('tooLarge') }),
	z.object({ kind: z.literal('damaged') })
]);
export type Answer = z.output<typeof Answer>;
