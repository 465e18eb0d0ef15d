import { z } from 'zod';
import { CODE_LENGTH, isWellFormed, makeCode, tidyCode, ALPHABET } from '../people/cards/cardCode.ts';
import { hasRole, type Person } from '../people/person.ts';
import { mayTakePart } from '../people/participant.ts';
import type { Action, Phase } from '../consultations/consultation.ts';
import { seenField, type OptionalSeen } from '../form.ts';
import { isoDay } from '../texts/dates.ts';
import { DAY, type Instant } from '../time.ts';
import { all, no, noWhen, type Verdict } from '../verdict.ts';

export const PURPOSES = ['travel', 'voucher', 'allowance'] as const;

/** So long after a meeting or a phase its thank-you can be handed out. */
export const HANDED_OUT_FOR = 90 * DAY;
/** The most for one receipt, until an administrator says something else; and what nobody can set. */
export const LIMIT_START = 50_00;
const CENTS_MAX = 1_000_00;

/** `12,50`, as people write money, in cents. */
const cents = (most: number) =>
	z
		.string('amountWrong')
		.trim()
		.regex(/^\d{1,7}(?:[.,]\d{2})?$/, 'amountWrong')
		.transform((typed) => (/[.,]/.test(typed) ? Number(typed.replace(/[.,]/, '')) : Number(typed) * 100))
		.refine((amount) => amount > 0 && amount <= most, 'amountWrong');

/** `id`: of the form, so that pressing twice is once. */
export const BookForm = z.object({
	id: z.uuid('wrong'),
	place: z.uuid('choose'),
	code: z.string('missing').max(200, 'thanksCode').transform(tidyCode).refine(isWellFormed, 'thanksCode'),
	purpose: z.enum(PURPOSES, 'choose'),
	amount: cents(CENTS_MAX)
});
export type BookInput = z.output<typeof BookForm>;

export const GrantForm = z.object({ id: z.uuid('wrong'), budgetOf: z.uuid('choose'), granted: cents(100_000_000) });
export type GrantInput = z.output<typeof GrantForm>;

export const LimitForm = z.object({ limit: cents(CENTS_MAX), seen: seenField });
export type LimitInput = OptionalSeen<z.output<typeof LimitForm>>;

/** `meeting ID` or `phase ID`; for a meeting with the word that was told there. */
export const ReceiptForm = z.object({
	occasion: z.string('choose').max(80, 'wrong'),
	word: z.string().max(80, 'wrong').optional().default('').transform(tidyCode)
});
export type ReceiptInput = z.output<typeof ReceiptForm>;

/** What somebody can be thanked for. */
export interface Occasion {
	/** `meeting ID` or `phase ID`. */
	key: string;
	title: string;
	/** YYYY-MM-DD */
	day: string;
}

/** People are thanked, not organisations, and not whoever is paid for being there. */
export function mayGetThanks(person: Person | null): Verdict {
	const part = mayTakePart(person);
	if (!part.ok) return part;
	return part.permit.organisationId ? no('thanksForPeople') : { ok: true };
}

/** What is known of a card: its first day, and when something was written or supported with it. Never how it voted. */
export interface TakenPart {
	since: Instant;
	acts: readonly Instant[];
}

const KNOWN_ACTIONS: readonly Action[] = ['propose', 'support', 'comment', 'comment-point', 'amend'];

/**
 * Whether somebody can have taken part in a phase. What is written or supported in it is known. How people vote is known
 * to nobody: in a phase in which there is nothing else, whoever came for the first time counts.
 */
export function tookPart(phase: Pick<Phase, 'beginsAt' | 'endsAt' | 'actions'>, { since, acts }: TakenPart): boolean {
	const isWithin = (at: Instant) => at >= phase.beginsAt && at < phase.endsAt;
	if (phase.actions.some((action) => KNOWN_ACTIONS.includes(action))) return acts.some(isWithin);
	return isWithin(since);
}

/** Nobody was at a meeting before their card's first day. */
export const canHaveBeenThere = (heldOn: string, { since }: TakenPart): boolean => heldOn >= isoDay(since);

const WORD_LENGTH = 6;

/** What is told in the room, so that whoever was there can say so. It is computed, not kept. */
export function meetingWord(digest: Digest, meetingId: string): string {
	return signsOf(digest(`word\n${meetingId}`), WORD_LENGTH)
		.map((sign) => ALPHABET.charAt(sign))
		.join('');
}

export function mayGrant(person: Person | null): Verdict {
	return all(noWhen(person === null, 'signInFirst'), noWhen(!hasRole(person, 'admin'), 'roleMissing'));
}

const SERIAL = 8;
const SIGNS = CODE_LENGTH - 1;

/** Signs of codes from bytes; two bytes a sign, so that none is noticeably likelier. */
const signsOf = (bytes: Uint8Array, count: number): number[] =>
	Array.from({ length: count }, (_, at) => (((bytes[2 * at] ?? 0) << 8) | (bytes[2 * at + 1] ?? 0)) % ALPHABET.length);

type Digest = (text: string) => Uint8Array;

/**
 * The receipt code of one person for one occasion. It is computed, not kept: its first half is different for everybody
 * and tells nothing, its second proves to us that it is ours. The same person always gets the same, so none is of use twice.
 */
export function receiptCode(digest: Digest, occasion: string, personId: string): string {
	const serial = signsOf(digest(`serial\n${occasion}\n${personId}`), SERIAL);
	return codeOf(digest, occasion, serial);
}

function codeOf(digest: Digest, occasion: string, serial: readonly number[]): string {
	const proof = signsOf(digest(`proof\n${occasion}\n${serial.join(' ')}`), SIGNS - SERIAL);
	const signs = [...serial, ...proof];
	let at = 0;
	return makeCode(() => signs[at++] ?? 0);
}

/** Whether this code was computed here for this occasion. */
export function isReceiptFor(digest: Digest, occasion: string, code: string): boolean {
	const serial = [...code.slice(0, SERIAL)].map((sign) => ALPHABET.indexOf(sign));
	return codeOf(digest, occasion, serial) === code;
}
