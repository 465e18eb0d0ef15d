import { z } from 'zod';
import { publicReasonIfAny, seenField, words, wordsIfAny, type OptionalSeen } from '../../form.ts';
import { hasRole, type Person } from '../../people/person.ts';
import { all, noWhen, type Verdict } from '../../verdict.ts';
import { CHECKS } from '../versions/comprehension.ts';
import { KINDS } from '../versions/version.ts';
import { draftMarks } from './draftMarks.ts';

export const HEAD_MAX = 160;
export const PREAMBLE_MAX = 20_000;
export const EASY_MAX = 6_000;
const WAIVER_MAX = 1_000;

export const HeadForm = z.object({
	...draftMarks,
	kind: z.enum(KINDS, 'choose'),
	title: words(HEAD_MAX),
	preamble: wordsIfAny(PREAMBLE_MAX),
	easy: wordsIfAny(EASY_MAX)
});
export type HeadInput = z.output<typeof HeadForm>;

const waiver = publicReasonIfAny(WAIVER_MAX);

/** Why a check is left out, in the field of its name; empty: it is not. */
export const WaiverForm = z
	.object({ ...draftMarks, check: z.enum(CHECKS, 'wrong'), understood: waiver, easy: waiver, seen: seenField })
	.transform(({ check, understood, easy, ...marks }) => ({ ...marks, check, reason: { understood, easy }[check] }));
export type WaiverInput = OptionalSeen<z.output<typeof WaiverForm>>;

/** Moderators distil, editors write. Who publishes only reads: two different eyes. */
export function mayDraft(person: Person | null): Verdict {
	return all(noWhen(person === null, 'signInFirst'), noWhen(!hasRole(person, 'moderator', 'editor'), 'roleMissing'));
}

export function mayReadDraft(person: Person | null): Verdict {
	return all(
		noWhen(person === null, 'signInFirst'),
		noWhen(!hasRole(person, 'moderator', 'editor', 'publisher', 'admin'), 'roleMissing')
	);
}

/** Drafts are for staff; everybody else does not even learn that there is one. */
export function maySee(person: Person | null, version: { publishedAt: string | null }): boolean {
	return version.publishedAt !== null || mayReadDraft(person).ok;
}

/** What is published stays as it is, for everybody. */
export function mayChange(person: Person | null, version: { publishedAt: string | null }): Verdict {
	return all(mayDraft(person), noWhen(version.publishedAt !== null, 'versionFrozen'));
}

/** Whether somebody may publish is for publishing to say; that it happens once is said here. */
export function mayFreeze(version: { publishedAt: string | null }): Verdict {
	return noWhen(version.publishedAt !== null, 'versionFrozen');
}
