import { z } from 'zod';

/**
 * Which draft a form was made for, and which state of it was on the screen. A number from a hidden field that cannot
 * be read counts as an old one: nothing is written, and nothing typed is lost.
 */
export const draftMarks = { version: z.string().max(40), revision: z.coerce.number().int().catch(0) };
export const DraftMarks = z.object(draftMarks);
export type Marks = z.output<typeof DraftMarks>;
