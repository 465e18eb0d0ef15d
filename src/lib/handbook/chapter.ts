import type { FixedPage } from '../texts/pages/page.ts';
import { hasRole, type Person, type Role } from '../people/person.ts';

/** The chapters in the order in which they are read, and whose work each is about. */
export const CHAPTERS = [
	{ slug: 'alle', roles: ['helper', 'moderator', 'editor', 'publisher', 'admin'] },
	{ slug: 'helfen', roles: ['helper'] },
	{ slug: 'moderation', roles: ['moderator'] },
	{ slug: 'redaktion', roles: ['editor'] },
	{ slug: 'freigabe', roles: ['publisher'] },
	{ slug: 'verwaltung', roles: ['admin'] },
	// Whoever runs the server has no role of their own in the workshop.
	{ slug: 'betrieb', roles: [] },
	{ slug: 'einstellungen', roles: [] },
	{ slug: 'sicherung', roles: [] },
	{ slug: 'stoerung', roles: [] }
] as const satisfies readonly { slug: string; roles: readonly Role[] }[];

export type ChapterSlug = (typeof CHAPTERS)[number]['slug'];

/** What stands below one heading. */
export interface Section {
	/** `eingang` of »Eingang: neue Texte prüfen«: whoever puts the rest in other words keeps all links. */
	anchor: string;
	title: string;
	body: string;
}

export interface Chapter extends Pick<FixedPage, 'title' | 'lead'> {
	slug: ChapterSlug;
	/** It is in German although the page around it is not: the operator has written it anew. */
	german?: boolean;
	sections: Section[];
}

export const HANDBOOK = '/werkstatt/handbuch';
export const chapterHref = (slug: ChapterSlug, anchor?: string) =>
	`${HANDBOOK}/${slug}${anchor === undefined ? '' : `#${anchor}`}`;

const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/** The place a heading begins with, as an address has it. */
function anchorOf(title: string): string {
	const [place = ''] = title.split(':', 1);
	return place
		.toLowerCase()
		.replace(/[äöüß]/g, (letter) => UMLAUTS[letter] ?? letter)
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
}

/** In another language than German a heading says its anchor: `Inbox: Screening new texts {#eingang}`. */
const SAID = /\s*\{#([a-z0-9-]+)\}$/;

/** The sections of a text, each with an anchor of its own. What stands before the first heading belongs to none. */
export function sectionsOf(body: string): Section[] {
	const taken = new Set<string>();
	return body
		.split(/^# /m)
		.slice(1)
		.map((part) => {
			const [heading = '', ...lines] = part.split('\n');
			const title = heading.trim().replace(SAID, '');
			const anchor = free(SAID.exec(heading.trim())?.[1] ?? (anchorOf(title) || 'abschnitt'), taken);
			return { anchor, title, body: lines.join('\n').trim() };
		});
}

function free(anchor: string, taken: Set<string>): string {
	let name = anchor;
	for (let next = 2; taken.has(name); next++) name = `${anchor}-${next}`;
	taken.add(name);
	return name;
}

/** Whether a chapter is about what this person does here. */
export function isOwn(slug: ChapterSlug, person: Person | null): boolean {
	const chapter = CHAPTERS.find((one) => one.slug === slug);
	return chapter !== undefined && hasRole(person, ...chapter.roles);
}
