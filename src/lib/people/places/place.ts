import { z } from 'zod';
import { seenField, words, type OptionalSeen } from '../../form.ts';
import { all, noWhen, type Verdict } from '../../verdict.ts';
import { hasRole, type Person } from '../person.ts';

export const PLACE_NAME_MAX = 80;

/** Where cards are given out that no other place was named for. */
export const CENTRAL = { code: 'ZEN', name: 'Zentrale' } as const;

const code = z
	.string('placeCode')
	.trim()
	.toUpperCase()
	.regex(/^[A-Z]{2,5}$/, 'placeCode');

/** Of the place to be made: the same form sent twice makes one. */
export const NewPlaceForm = z.object({ id: z.uuid('wrong'), name: words(PLACE_NAME_MAX), code });
export type NewPlaceInput = z.output<typeof NewPlaceForm>;

export const PlaceNameForm = z.object({ name: words(PLACE_NAME_MAX), seen: seenField });
export type PlaceNameInput = OptionalSeen<z.output<typeof PlaceNameForm>>;
export const MemberForm = z.object({ person: z.uuid('choose') });

export interface Place {
	id: string;
	/** What the numbers of its cards begin with; printed, so it never changes. */
	code: string;
	name: string;
}

/** As it is printed on a card, e.g. `SON-17`. Cards from before places have only the number. */
export function cardNumber(card: { number: number; placeCode: string | null }): string {
	return card.placeCode === null ? String(card.number) : `${card.placeCode}-${card.number}`;
}

const NUMBER = /^\s*(?:([A-Za-z]{2,5})\s*[-–—]?\s*)?(\d{1,9})\s*$/;

/** What somebody reads out or types of a card's number; null: that is none. */
export function readCardNumber(text: string): { code: string | null; number: number } | null {
	const [, code = null, number] = NUMBER.exec(text) ?? [];
	return number === undefined || Number(number) < 1
		? null
		: { code: code && code.toUpperCase(), number: Number(number) };
}

export function mayTendPlaces(person: Person | null): Verdict {
	return all(noWhen(person === null, 'signInFirst'), noWhen(!hasRole(person, 'admin'), 'roleMissing'));
}

/** Whoever works in a team gives out cards there; the administration everywhere. */
export function mayIssueAt(person: Person | null, team: readonly string[]): Verdict {
	const member = person !== null && team.includes(person.id);
	return noWhen(!member && !hasRole(person, 'admin'), 'placeNotYours');
}

/** `other`: which place has this code already. */
export function mayMakePlace(person: Person | null, other: { id: string } | undefined, id: string): Verdict {
	return all(mayTendPlaces(person), noWhen(other !== undefined && other.id !== id, 'placeKnown'));
}
