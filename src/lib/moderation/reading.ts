import { z } from 'zod';
import { DEEDS, GROUNDS, KINDS } from './screening.ts';

/** The words of the table, read as ours. */
export const KindName = z.enum(KINDS);
export const DeedWord = z.enum(DEEDS);
export const GroundName = z.enum(GROUNDS).nullable();
/** What one can appeal against. */
export const AgainstName = DeedWord.extract(['reject', 'hide', 'redact']);
export type Against = z.output<typeof AgainstName>;
