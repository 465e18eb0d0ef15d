import { z } from 'zod';

/** The files in which an organisation takes along what it said and what became of it. */
export const FORMATS = ['docx', 'odt', 'pdf'] as const;

export const StatementQuery = z.object({ format: z.enum(FORMATS).default('docx').catch('docx') });
export type StatementFormat = (typeof FORMATS)[number];
