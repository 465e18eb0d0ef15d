import { hasRole, type Person, type Role } from './person.ts';

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
	{ slug: 'meldungen', roles: ['moderator', 'editor', 'admin'] },
	{ slug: 'phasen', roles: ['publisher', 'admin'] },
	{ slug: 'team', roles: ['admin'] }
] as const satisfies readonly { slug: string; roles: readonly Role[] }[];

export type Desk = (typeof DESKS)[number]['slug'];

/** The desks this person works at, in the order of the work. */
export function desksOf(person: Person | null): Desk[] {
	return DESKS.filter((desk) => hasRole(person, ...desk.roles)).map((desk) => desk.slug);
}
