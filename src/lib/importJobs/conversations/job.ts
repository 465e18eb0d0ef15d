import { z } from 'zod';
import type { Export } from '../../opinion/polis/polis.ts';

/** The files of an export, as they go to the thread that reads them. */
export const JobMessage = z.object({
	files: z.array(z.object({ name: z.string(), bytes: z.instanceof(Uint8Array) }))
});
export type Job = z.output<typeof JobMessage>;

/** Made by ourselves, in the thread: maps of maps, which no schema has to look through again. */
const ReadExport = z.custom<Export>((value) => typeof value === 'object' && value !== null && 'statements' in value);

export const Answer = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('read'), from: ReadExport, topic: z.string().nullable(), url: z.string().nullable() }),
	/** In a sentence, why nothing can be read. */
	z.object({ kind: z.literal('bad'), sentence: z.string() })
]);
export type Answer = z.output<typeof Answer>;
export type ExportRead = Extract<Answer, { kind: 'read' }>;
