import { z } from 'zod';
import { all, noWhen, type Verdict } from '../verdict.ts';
import { BATCH_MOST, mayIssueCards, type Batch } from './batch.ts';
import { isWellFormed, tidyCode } from './code.ts';
import { hasRole, type Person } from './person.ts';

/** Which card of a batch: the number printed on it. `id` is the id of the card to be made: sent twice, it is one. */
const number = z.coerce.number('cardNumber').int('cardNumber').min(1, 'cardNumber').max(BATCH_MOST, 'cardNumber');

export const ReplaceForm = z.object({ id: z.uuid('wrong'), number });
export type ReplaceInput = z.output<typeof ReplaceForm>;

/** The number of the card that shall open nothing any more. */
export const BlockForm = z.object({ block: number });

/** The codes of the page that shows them, sent back to be printed: they are kept nowhere else. */
export const SheetForm = z.object({
	codes: z
		.string('wrong')
		.max(BATCH_MOST * 24, 'tooLong')
		.transform((text) => text.split(/\s+/).filter(Boolean).map(tidyCode))
		.refine((codes) => codes.length > 0 && codes.every(isWellFormed), 'wrong')
});

/** A card as it is printed, once. */
export interface PrintedCard {
	number: number;
	/** With hyphens. */
	code: string;
}

/** A batch with what may be counted. Nothing in it says which card belongs to whom, or is used by anybody. */
export interface BatchDetail extends Batch {
	replaced: number;
	/** Cards taken back one by one, without a replacement. */
	revoked: number;
	/** The cards carry numbers, so that a lost one can be named. */
	numbered: boolean;
}

/** The one who gave the cards out knows the people; the administration stands in for them. */
export function mayTendCards(person: Person | null, batch: { issuedBy: string | null }): Verdict {
	const responsible = hasRole(person, 'admin') || (person !== null && batch.issuedBy === person.id);
	return all(mayIssueCards(person), noWhen(!responsible, 'batchNotYours'));
}

export function mayReplaceIn(batch: { revokedAt: string | null; validUntil: string }, now: string): Verdict {
	return noWhen(batch.revokedAt !== null || batch.validUntil <= now, 'batchOver');
}

/** `known`: the form was sent before and its code was shown then. */
export function mayReplaceThis(facts: { known: boolean; card: boolean }): Verdict {
	return all(noWhen(facts.known, 'cardKnown'), noWhen(!facts.card, 'cardNumberUnknown'));
}
