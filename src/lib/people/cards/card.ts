import { z } from 'zod';
import { all, noWhen, type Verdict } from '../../verdict.ts';
import { BATCH_MAX, mayIssueCards, type Batch } from './batch.ts';
import { isWellFormed, tidyCode } from './cardCode.ts';
import { hasRole, type Person } from '../person.ts';
import { readCardNumber } from '../places/place.ts';
import { DAY, elapsed } from '../../time.ts';

/** Which card of a batch: the number printed on it. `id` is the id of the card to be made: sent twice, it is one. */
const number = z
	.string('cardNumber')
	.max(40, 'cardNumber')
	.transform((text) => readCardNumber(text)?.number ?? 0)
	.refine((found) => found > 0, 'cardNumber');

/** The number of the card whose holder has lost it: asked before a new one is given out. */
export const LookUpQuery = z.object({
	nummer: z
		.string()
		.max(40)
		.transform((text) => readCardNumber(text)?.number ?? 0)
		.catch(0)
});

/** A number as it is printed, to find its batch. */
export const FindForm = z.object({
	card: z
		.string('cardNumber')
		.max(40, 'cardNumber')
		.transform(readCardNumber)
		.refine((found) => found !== null && found.code !== null, 'cardNumberWhole')
});

export const MoveForm = z.object({ to: z.uuid('choose') });

export const ReplaceForm = z.object({ id: z.uuid('wrong'), number });
export type ReplaceInput = z.output<typeof ReplaceForm>;

/** The number of the card that shall open nothing any more. */
export const BlockForm = z.object({ block: number });

/** The codes of the page that shows them, sent back to be printed: they are kept nowhere else. */
export const SheetForm = z.object({
	codes: z
		.string('wrong')
		.max(BATCH_MAX * 24, 'tooLong')
		.transform((text) => text.split(/\s+/).filter(Boolean).map(tidyCode))
		.refine((codes) => codes.length > 0 && codes.every(isWellFormed), 'wrong')
});

/** A card as it is printed, once. */
export interface PrintedCard {
	/** As it is printed. */
	number: string;
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
	/** What the printed numbers begin with; null: cards from before have none. */
	placeCode: string | null;
}

/** Told before a card is replaced, so that it is the right one. */
export interface LookedUp {
	/** As it is printed. */
	number: string;
	label: string;
	/** The day somebody came in with it first; null: nobody has. */
	firstUsed: string | null;
}

/** So long the holder can stop that another card takes the place of theirs. */
export const STOP_WITHIN = DAY;

/**
 * Colleagues of the place know the people; the administration stands in for them. `team` null: of no place in
 * particular; then it is whoever gave the cards out.
 */
export function mayTendCards(
	person: Person | null,
	{ issuedBy, team }: { issuedBy: string | null; team: readonly string[] | null }
): Verdict {
	const mine = person !== null && (team === null ? issuedBy === person.id : team.includes(person.id));
	const responsible = hasRole(person, 'admin') || mine;
	return all(mayIssueCards(person), noWhen(!responsible, 'batchNotYours'));
}

export function mayReplaceIn(batch: { revokedAt: string | null; validUntil: string }, now: string): Verdict {
	return noWhen(batch.revokedAt !== null || batch.validUntil <= now, 'batchOver');
}

/** With the old code; `latest`: it was not replaced once more since. */
export function mayStop(
	facts: { replacedAt: string; stoppedAt: string | null; latest: boolean },
	now: string
): Verdict {
	const over = elapsed(facts.replacedAt, now) >= STOP_WITHIN;
	return noWhen(over || facts.stoppedAt !== null || !facts.latest, 'codeUnknown');
}

/** `known`: the form was sent before and its code was shown then. */
export function mayReplaceThis(facts: { known: boolean; card: boolean }): Verdict {
	return all(noWhen(facts.known, 'cardKnown'), noWhen(!facts.card, 'cardNumberUnknown'));
}
