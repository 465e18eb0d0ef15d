import { all, noWhen, type Verdict } from '../../verdict.ts';
import { hasRole, isStaff, type Person, type Role } from '../person.ts';

/** What the work is about, in its order: with people, what they sent, what is made of it, what follows, keeping it going. */
export const WORK_SECTIONS = ['local', 'contributions', 'strategy', 'results', 'running'] as const;
export type WorkSection = (typeof WORK_SECTIONS)[number];

/** The desks of the workshop, by section: who works where. The address is `/werkstatt/<slug>`. */
export const WORK_AREAS = [
	{ slug: 'erfassen', section: 'local', roles: ['helper', 'admin'] },
	{ slug: 'treffen', section: 'local', roles: ['helper', 'moderator', 'admin'] },
	{ slug: 'karten', section: 'local', roles: ['helper', 'admin'] },
	{ slug: 'orte', section: 'local', roles: ['admin'] },
	{ slug: 'organisationen', section: 'local', roles: ['admin'] },
	{ slug: 'eingang', section: 'contributions', roles: ['moderator', 'admin'] },
	{ slug: 'widersprueche', section: 'contributions', roles: ['moderator', 'admin'] },
	{ slug: 'meldungen', section: 'contributions', roles: ['moderator', 'editor', 'admin'] },
	{ slug: 'verteilen', section: 'contributions', roles: ['moderator', 'editor'] },
	{ slug: 'stapel', section: 'contributions', roles: ['moderator', 'editor'] },
	{ slug: 'entwurf', section: 'strategy', roles: ['moderator', 'editor', 'publisher', 'admin'] },
	{ slug: 'verbleib', section: 'strategy', roles: ['moderator', 'editor', 'publisher', 'admin'] },
	{ slug: 'vertretung', section: 'strategy', roles: ['moderator', 'editor', 'publisher', 'admin'] },
	{ slug: 'beirat', section: 'strategy', roles: ['publisher', 'admin'] },
	{ slug: 'freigabe', section: 'strategy', roles: ['moderator', 'editor', 'publisher', 'admin'] },
	{ slug: 'uebersetzungen', section: 'strategy', roles: ['editor', 'admin'] },
	{ slug: 'umsetzung', section: 'results', roles: ['editor', 'publisher', 'admin'] },
	{ slug: 'vorrang', section: 'results', roles: ['editor', 'publisher', 'admin'] },
	{ slug: 'aufrufe', section: 'results', roles: ['editor', 'publisher', 'admin'] },
	{ slug: 'berichte', section: 'results', roles: ['editor', 'publisher', 'admin'] },
	{ slug: 'berichtigungen', section: 'results', roles: ['publisher'] },
	{ slug: 'vergleich', section: 'results', roles: ['editor', 'publisher', 'admin'] },
	{ slug: 'importe', section: 'running', roles: ['admin'] },
	{ slug: 'verfahren', section: 'running', roles: ['admin'] },
	{ slug: 'phasen', section: 'running', roles: ['publisher', 'admin'] },
	{ slug: 'team', section: 'running', roles: ['admin'] },
	{ slug: 'start', section: 'running', roles: ['admin'] },
	{ slug: 'angaben', section: 'running', roles: ['admin'] },
	{ slug: 'profil', section: 'running', roles: ['admin'] },
	{ slug: 'texte', section: 'running', roles: ['admin'] },
	{ slug: 'abschluss', section: 'running', roles: ['admin'] },
	{ slug: 'protokoll', section: 'running', roles: ['admin'] }
] as const satisfies readonly { slug: string; section: WorkSection; roles: readonly Role[] }[];

export type WorkArea = (typeof WORK_AREAS)[number]['slug'];

/** The desks this person works at, in the order of the work. */
export function workAreasOf(person: Person | null): WorkArea[] {
	return WORK_AREAS.filter((desk) => hasRole(person, ...desk.roles)).map((desk) => desk.slug);
}

/** So many desks stand beside each other; more are reached by their section. */
const DESKS_AT_ONCE = 9;

export interface SectionOfDesks {
	section: WorkSection;
	desks: WorkArea[];
}

/** These desks by section, in the order of the work; a section without any is left out. */
export function bySection(desks: readonly WorkArea[]): SectionOfDesks[] {
	const of = (section: WorkSection) =>
		WORK_AREAS.filter((area) => area.section === section && desks.includes(area.slug)).map(({ slug }) => slug);
	return WORK_SECTIONS.map((section) => ({ section, desks: of(section) })).filter(({ desks }) => desks.length > 0);
}

/** Null: there are so few that each can be gone to at once. */
export const sectionsOfMany = (desks: readonly WorkArea[]): SectionOfDesks[] | null =>
	desks.length > DESKS_AT_ONCE ? bySection(desks) : null;

/** Layouts run beside their pages, not before them: what a page of the workshop loads is asked about by itself. */
export function mayEnterWorkshop(person: Person | null): Verdict {
	return all(noWhen(person === null, 'signInFirst'), noWhen(!isStaff(person), 'roleMissing'));
}

/** What lies at a desk and wants somebody's hand. */
export interface WaitingWork {
	desk: WorkArea;
	count: number;
	/** Since when the oldest of it lies there; null: it has no age. */
	since: string | null;
	/** It should have been done by now. */
	late: boolean;
}

/** Late ones first, of those the longest waiting; what has no age follows in the order of the work. */
export function byUrgency<P extends WaitingWork>(piles: readonly P[]): P[] {
	const place = (pile: P) => WORK_AREAS.findIndex(({ slug }) => slug === pile.desk);
	return [...piles].sort((one, other) => {
		if (one.late !== other.late) return one.late ? -1 : 1;
		if (one.since === other.since) return place(one) - place(other);
		if (one.since === null || other.since === null) return one.since === null ? 1 : -1;
		return one.since < other.since ? -1 : 1;
	});
}
