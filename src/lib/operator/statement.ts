import { z } from 'zod';
import { seenField, wordsIfAny } from '../form.ts';
import { hasRole, type Person } from '../people/person.ts';
import type { Pages } from '../texts/pages/page.ts';
import { PLACE_NAMES, placesIn, type PlaceName, type Statements } from '../texts/pages/places.ts';
import { all, noWhen, type Verdict } from '../verdict.ts';

/** What the operator says of itself on the fixed pages. */

export const STATEMENT_MAX = 1_000;

/** One field for each place; an empty one takes the text away. */
export const StatementsForm = z.object({
	...Object.fromEntries(PLACE_NAMES.map((name) => [name, wordsIfAny(STATEMENT_MAX)])),
	seen: seenField
});
/** So many changes are shown, newest first; the audit has all. */
export const HISTORY_MAX = 100;

/** Which former state is put back, and what the page showed at that place. */
export const RestoreForm = z.object({ number: z.coerce.number().int().positive(), seen: seenField });
export type RestoreInput = z.output<typeof RestoreForm>;

/** By place; and `seen`: which texts the form was filled from. */
export type StatementsInput = Readonly<Record<string, string>>;

export interface PagePlaces {
	/** Address of the page, e.g. `impressum`. */
	page: string;
	title: string;
	places: readonly PlaceName[];
}

/** By page, in the order in which they stand there. */
export function placesByPage({ fixed }: Pages): PagePlaces[] {
	return Object.entries(fixed)
		.map(([page, text]) => ({ page, title: text.title, places: placesIn(text) }))
		.filter(({ places }) => places.length > 0);
}

/** Pages on which something is missing. */
export function openPlaces(pages: Pages, statements: Statements): PagePlaces[] {
	return placesByPage(pages)
		.map(({ places, ...page }) => ({ ...page, places: places.filter((name) => !statements[name]) }))
		.filter(({ places }) => places.length > 0);
}

export function mayState(person: Person | null): Verdict {
	return all(noWhen(person === null, 'signInFirst'), noWhen(!hasRole(person, 'admin'), 'roleMissing'));
}
