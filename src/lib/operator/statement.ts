import { z } from 'zod';
import { seenField, wordsIfAny } from '../form.ts';
import { hasRole, type Person } from '../people/person.ts';
import { pages } from '../texts/de/pages/pages.ts';
import { PLACES, placesIn, type PlaceName, type Statements } from '../texts/de/pages/places.ts';
import { all, noWhen, type Verdict } from '../verdict.ts';

/** What the operator says of itself on the fixed pages. */

export const STATEMENT_MOST = 1_000;

export function isPlace(name: string): name is PlaceName {
	return Object.hasOwn(PLACES, name);
}

export const PLACE_NAMES = Object.keys(PLACES).filter(isPlace);

/** One field for each place; an empty one takes the text away. */
export const StatementsForm = z.object({
	...Object.fromEntries(PLACE_NAMES.map((name) => [name, wordsIfAny(STATEMENT_MOST)])),
	seen: seenField
});
/** By place; and `seen`: which texts the form was filled from. */
export type StatementsInput = Readonly<Record<string, string>>;

export interface PagePlaces {
	/** Address of the page, e.g. `impressum`. */
	page: string;
	title: string;
	places: readonly PlaceName[];
}

/** By page, in the order in which they stand there. */
export const PLACES_BY_PAGE: readonly PagePlaces[] = Object.entries(pages)
	.map(([page, text]) => ({ page, title: text.title, places: placesIn(text) }))
	.filter(({ places }) => places.length > 0);

/** Pages on which something is missing. */
export function openPlaces(statements: Statements): PagePlaces[] {
	return PLACES_BY_PAGE.map(({ places, ...page }) => ({
		...page,
		places: places.filter((name) => !statements[name])
	})).filter(({ places }) => places.length > 0);
}

export function mayState(person: Person | null): Verdict {
	return all(noWhen(person === null, 'signInFirst'), noWhen(!hasRole(person, 'admin'), 'roleMissing'));
}
