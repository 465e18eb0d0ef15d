import { z } from 'zod';
import { DECISIONS, GROUNDS, KINDS } from './screening.ts';

/** zod schemas that parse the strings of the database into our closed lists. */
export const KindName = z.enum(KINDS);
export const DecisionWord = z.enum(DECISIONS);
export const GroundName = z.enum(GROUNDS).nullable();
/** What one can appeal against. */
export const AgainstName = DecisionWord.extract(['reject', 'hide', 'redact']);
export type Against = z.output<typeof AgainstName>;
