import { z } from 'zod';
import { words, wordsIfAny } from '../../form.ts';
import { all, no, noWhen, yes, type Verdict } from '../../verdict.ts';
import { GroupChoice, hasRole, type Group, type Person } from '../person.ts';
import { LanguageName, type Language } from '../details/language.ts';
import { NO_STATEMENT } from '../../profile/groups/group.ts';
import { mayManageStaff } from '../staff/roles.ts';

/** At most this many cards in one batch: a person can still count and hand them out. */
export const BATCH_MAX = 500;
export const LABEL_MAX = 80;
export const ORGANISATION_MAX = 120;
/** A year and a bit: longer than a process, and cards that were forgotten somewhere expire. */
export const DAYS_USUAL = 400;

export const BatchForm = z.object({
	/** Of the batch to be made: the same form sent twice makes one batch. */
	id: z.uuid('wrong'),
	label: words(LABEL_MAX),
	group: GroupChoice.catch(NO_STATEMENT).or(z.undefined().transform(() => NO_STATEMENT)),
	organisation: wordsIfAny(ORGANISATION_MAX),
	/** Who gives them out; nothing chosen: see `placeFor`. */
	place: z
		.literal('')
		.transform(() => undefined)
		.or(z.uuid('choose'))
		.optional(),
	/** Of what the cards say; nothing chosen: German. */
	language: LanguageName.optional(),
	size: z.coerce.number('batchSize').int('batchSize').min(1, 'batchSize').max(BATCH_MAX, 'batchSize'),
	/** Days from today. */
	days: z.coerce.number('wrong').int('wrong').min(1, 'wrong').max(1_500, 'wrong').default(DAYS_USUAL)
});
export type BatchInput = z.output<typeof BatchForm>;

export interface Batch {
	id: string;
	label: string;
	group: Group;
	organisation: string | null;
	language: Language;
	/** Who gives them out; null: from before there were places. */
	place: string | null;
	size: number;
	/** How many of its cards have been used for a first time. Never by whom. */
	used: number;
	issuedAt: string;
	validUntil: string;
	revokedAt: string | null;
}

export function mayIssueCards(person: Person | null): Verdict {
	return all(noWhen(person === null, 'signInFirst'), noWhen(!hasRole(person, 'admin', 'helper'), 'roleMissing'));
}

/** The codes of a batch are shown once; the same form sent again has nothing left to show. */
export function mayIssueThis(facts: { known: boolean }): Verdict {
	return noWhen(facts.known, 'batchKnown');
}

/** Taking back what others rely on is not for helpers. */
export function mayRevoke(person: Person | null): Verdict {
	return mayManageStaff(person);
}

/** A card can be used to sign in while neither it nor its batch is revoked and the batch is valid. */
export function mayEnterWithCard(
	card: { revokedAt: string | null; batchRevokedAt: string | null; validUntil: string } | null,
	now: string
): Verdict {
	const good = card && !card.revokedAt && !card.batchRevokedAt && now < card.validUntil;
	// One answer for everything that is wrong: nobody learns whether a code exists.
	return good ? yes : no('codeUnknown');
}
