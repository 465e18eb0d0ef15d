import { all, noWhen, type Verdict } from '../verdict.ts';
import { hasRole, isStaff, type Person, type Role } from './person.ts';

/** The desks of the workshop: who works where. The address is `/werkstatt/<slug>`. */
export const DESKS = [
	{ slug: 'erfassen', roles: ['helper', 'admin'] },
	{ slug: 'treffen', roles: ['helper', 'moderator', 'admin'] },
	{ slug: 'eingang', roles: ['moderator', 'admin'] },
	{ slug: 'widersprueche', roles: ['moderator', 'admin'] },
	{ slug: 'verteilen', roles: ['moderator', 'editor'] },
	{ slug: 'stapel', roles: ['moderator', 'editor'] },
	{ slug: 'entwurf', roles: ['moderator', 'editor', 'publisher', 'admin'] },
	{ slug: 'verbleib', roles: ['moderator', 'editor', 'publisher', 'admin'] },
	{ slug: 'freigabe', roles: ['moderator', 'editor', 'publisher', 'admin'] },
	{ slug: 'umsetzung', roles: ['editor', 'publisher', 'admin'] },
	{ slug: 'aufrufe', roles: ['editor', 'publisher', 'admin'] },
	{ slug: 'berichte', roles: ['editor', 'publisher', 'admin'] },
	{ slug: 'vergleich', roles: ['editor', 'publisher', 'admin'] },
	{ slug: 'karten', roles: ['helper', 'admin'] },
	{ slug: 'orte', roles: ['admin'] },
	{ slug: 'organisationen', roles: ['admin'] },
	{ slug: 'meldungen', roles: ['moderator', 'editor', 'admin'] },
	{ slug: 'phasen', roles: ['publisher', 'admin'] },
	{ slug: 'team', roles: ['admin'] },
	{ slug: 'start', roles: ['admin'] },
	{ slug: 'angaben', roles: ['admin'] },
	{ slug: 'abschluss', roles: ['admin'] },
	{ slug: 'protokoll', roles: ['admin'] }
] as const satisfies readonly { slug: string; roles: readonly Role[] }[];

export type Desk = (typeof DESKS)[number]['slug'];

/** The desks this person works at, in the order of the work. */
export function desksOf(person: Person | null): Desk[] {
	return DESKS.filter((desk) => hasRole(person, ...desk.roles)).map((desk) => desk.slug);
}

/** Layouts run beside their pages, not before them: what a page of the workshop loads is asked about by itself. */
export function mayEnterWorkshop(person: Person | null): Verdict {
	return all(noWhen(person === null, 'signInFirst'), noWhen(!isStaff(person), 'roleMissing'));
}

/** What lies at a desk and wants somebody's hand. */
export interface Pile {
	desk: Desk;
	count: number;
	/** Since when the oldest of it lies there; null: it has no age. */
	since: string | null;
	/** It should have been done by now. */
	late: boolean;
}

/** Late ones first, of those the longest waiting; what has no age follows in the order of the work. */
export function byUrgency<P extends Pile>(piles: readonly P[]): P[] {
	const place = (pile: P) => DESKS.findIndex(({ slug }) => slug === pile.desk);
	return [...piles].sort((one, other) => {
		if (one.late !== other.late) return one.late ? -1 : 1;
		if (one.since === other.since) return place(one) - place(other);
		if (one.since === null || other.since === null) return one.since === null ? 1 : -1;
		return one.since < other.since ? -1 : 1;
	});
}
