import { z } from 'zod';
import { isApprovedByAnother, mayApproveKind } from '../approvals/approval.ts';
import { words, wordsIfAny } from '../form.ts';
import { passagesIn, PASSAGE_MIN } from '../moderation/redaction.ts';
import type { Person } from '../people/person.ts';
import { all, noWhen, type Verdict } from '../verdict.ts';
import { slipOf } from './slip.ts';

/**
 * What happens to something published after publication. `correction`: a slip of the pen is put right. `removal`: words
 * are blacked out, by law or for a person's protection. `restoration`: a removal is taken back while its words are still
 * under seal. `withdrawal`: a wrong call or report counts no more.
 */
export const ADDENDA = ['correction', 'removal', 'restoration', 'withdrawal'] as const;
const KindName = z.enum(ADDENDA);

/** What an addendum can be about. */
export const THINGS = ['version', 'call', 'report'] as const;
export type ThingKind = (typeof THINGS)[number];
export const ThingName = z.enum(THINGS);

export interface Thing {
	kind: ThingKind;
	number: number;
}

export const ADDENDUM_REASON_MAX = 1_000;
/** Longer than any passage. */
const TEXT_MAX = 20_000;
const PASSAGES_MAX = 2_000;
const ORDER_MAX = 300;

/** Days that words stay under seal: thirty, unless an order says otherwise. */
export const SEAL_DAYS = ['30', '0', '90', '365', '1825'] as const;
export const SEAL_DAYS_USUAL = SEAL_DAYS[0];

const whole = z.number().int().positive();
const number = z.coerce.number('wrong').int('wrong').min(1, 'wrong').max(999_999_999, 'wrong');
const target = { id: z.uuid('wrong'), kind: z.enum(THINGS, 'wrong'), number };
const reason = words(ADDENDUM_REASON_MAX);

export const CorrectionForm = z.object({
	...target,
	/** As `placeKey` names it. */
	place: z.string('wrong').min(1, 'wrong').max(60, 'wrong'),
	/** Digest of the passage that was on the screen. */
	seen: z.string('wrong').max(64, 'wrong'),
	text: words(TEXT_MAX),
	reason,
	same: z.literal('yes', 'slipUnticked')
});
export type CorrectionInput = z.output<typeof CorrectionForm>;

const Passages = words(PASSAGES_MAX)
	.transform(passagesIn)
	.pipe(z.array(z.string().min(PASSAGE_MIN, 'passageTooShort')).min(1, 'missing'));

export const RemovalForm = z
	.object({
		...target,
		passages: Passages,
		reason,
		days: z.enum(SEAL_DAYS, 'choose').default(SEAL_DAYS_USUAL),
		order: wordsIfAny(ORDER_MAX)
	})
	.refine(({ days, order }) => days === SEAL_DAYS_USUAL || order !== '', { path: ['order'], message: 'orderMissing' });
export type RemovalInput = z.output<typeof RemovalForm>;

export const WithdrawalForm = z.object({
	...target,
	kind: z.enum(['call', 'report'], 'wrong'),
	reason,
	successor: z.literal('').or(number).default('')
});
export type WithdrawalInput = z.output<typeof WithdrawalForm>;

export const RestorationForm = z.object({ id: z.uuid('wrong'), removal: number, reason });
export type RestorationInput = z.output<typeof RestorationForm>;

/** `state`: digest of what was on the screen. `same`: ticked by the second person, too, where it is a correction. */
export const ApproveForm = z.object({ state: z.string('wrong').max(64, 'wrong'), same: z.string().optional() });

/** What a draft wants, by kind. */
export const DraftFacts = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal('correction'), place: z.string(), old: z.string(), new: z.string() }),
	z.strictObject({
		kind: z.literal('removal'),
		passages: z.array(z.string()),
		days: z.number().int().nonnegative(),
		order: z.string(),
		/** Without it nobody can try out names on the digests that stay. */
		salt: z.string()
	}),
	z.strictObject({ kind: z.literal('restoration'), removal: whole }),
	z.strictObject({ kind: z.literal('withdrawal'), successor: whole.nullable() })
]);
export type DraftFacts = z.output<typeof DraftFacts>;

const FrozenThing = z.strictObject({ kind: z.enum([...THINGS, 'addendum']), number: whole });

/**
 * A text that an addendum has changed. `first`: the one that was published; only words blacked out change it. `now`: the
 * one that stands there today. Digests are SHA-256, hexadecimal.
 */
const StateChange = z.strictObject({
	of: FrozenThing,
	text: z.enum(['first', 'now']),
	before: z.string(),
	after: z.string()
});
export type StateChange = z.output<typeof StateChange>;

/**
 * An addendum as it is kept, as canonical JSON; its digest is the SHA-256 of exactly that text. `previous` is the digest of
 * the addendum before. `states` chains it to what it changes: the digest of each text before and after.
 */
export const FrozenAddendum = z.strictObject({
	shape: z.literal(1),
	number: whole,
	kind: KindName,
	consultation: z.string(),
	publishedAt: z.string(),
	target: z.strictObject({ kind: ThingName, number: whole }),
	/** As it is called now. */
	title: z.string(),
	reason: z.string(),
	correction: z.strictObject({ place: z.string(), old: z.string(), new: z.string() }).nullable(),
	removal: z
		.strictObject({
			/** SHA-256 of salt and passage; the salt lies under seal with the words, and goes with them. */
			words: z.array(z.string()),
			order: z.string().nullable(),
			sealedUntil: z.string(),
			/** Digest of what lies under seal; null: it was destroyed at once. */
			seal: z.string().nullable()
		})
		.nullable(),
	/** Number of the removal that is taken back. */
	restores: whole.nullable(),
	successor: whole.nullable(),
	states: z.array(StateChange),
	previous: z.string().nullable()
});
export type FrozenAddendum = z.output<typeof FrozenAddendum>;

/** Two people with the role: one proposes or approves, the other lets it out. */
export function mayAddend(person: Person | null): Verdict {
	return mayApproveKind(person, 'addendum');
}

export interface CorrectionFacts {
	person: Person | null;
	/** As it stands there; null: there is no such passage. */
	now: string | null;
	old: string;
	text: string;
	max: number;
	withdrawn: boolean;
}

/** Only slips. Whether the meaning stays is for the two people to judge, who both tick it. */
export function mayCorrect({ person, now, old, text, max, withdrawn }: CorrectionFacts): Verdict {
	const slip = slipOf(old, text);
	const facts = { changed: String(slip.changed), allowed: String(slip.allowed) };
	return all(
		mayAddend(person),
		noWhen(withdrawn, 'addendumWithdrawn'),
		noWhen(now !== old, 'correctionOvertaken'),
		noWhen(text === old, 'correctionSame'),
		noWhen(text.length > max, 'correctionTooLong', { max: String(max) }),
		noWhen(slip.changed > slip.allowed, 'correctionTooMuch', facts)
	);
}

export interface RemovalFacts {
	person: Person | null;
	/** The first passage that stands nowhere; null: each stands somewhere. */
	missing: string | null;
	/** The reason, which everybody reads, says one of the words. */
	toldInReason: boolean;
}

export function mayRemove({ person, missing, toldInReason }: RemovalFacts): Verdict {
	return all(
		mayAddend(person),
		noWhen(toldInReason, 'removalToldInReason'),
		noWhen(missing !== null, 'removalNowhere', { passage: missing ?? '' })
	);
}

export interface RestorationFacts {
	person: Person | null;
	/** null: the words are destroyed, or were never kept. */
	sealedUntil: string | null;
	now: string;
	/** A later addendum has changed one of the same texts. */
	overtaken: boolean;
}

export function mayRestore({ person, sealedUntil, now, overtaken }: RestorationFacts): Verdict {
	return all(
		mayAddend(person),
		noWhen(sealedUntil === null || sealedUntil <= now, 'restorationGone'),
		noWhen(overtaken, 'restorationOvertaken')
	);
}

export interface WithdrawalFacts {
	person: Person | null;
	thing: { number: number; withdrawnAt: string | null; successor: number | null };
	/** null: none is named; `standing`: published and not withdrawn itself. */
	successor: { number: number; standing: boolean } | null;
}

/** A withdrawn one is named a successor later, once. */
export function mayWithdraw({ person, thing, successor }: WithdrawalFacts): Verdict {
	const known = thing.withdrawnAt !== null;
	return all(
		mayAddend(person),
		noWhen(known && (thing.successor !== null || successor === null), 'withdrawalTwice'),
		noWhen(successor !== null && (!successor.standing || successor.number === thing.number), 'withdrawalSuccessor')
	);
}

/** Four eyes: of two people with the role, one approves and the other lets it out. */
export function mayPublishAddendum(person: Person | null, approvedBy: readonly string[]): Verdict {
	return all(mayAddend(person), isApprovedByAnother(person, approvedBy));
}
