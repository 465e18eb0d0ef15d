import { z } from 'zod';
import { count, cursor, instant } from '../../cursor.ts';
import { SpokenName } from '../../people/details/language.ts';
import { hasRole, AuthorGroupChoice, type AuthorGroup, type Person } from '../../people/person.ts';
import { KINDS, SEARCH_MAX, type Kind } from '../../proposals/proposal.ts';
import { all, noWhen, type Verdict } from '../../verdict.ts';

/** Who may work at the desk. What is done there is never public before a version is. */
export function mayDistil(person: Person | null): Verdict {
	return all(noWhen(person === null, 'signInFirst'), noWhen(!hasRole(person, 'moderator', 'editor'), 'roleMissing'));
}

/** Why a contribution needs no cluster. */
export const ASIDES = ['noConcern', 'elsewhere', 'repeats'] as const;
export type Aside = (typeof ASIDES)[number];
export const AsideName = z.enum(ASIDES);

/** What is still to be done with one contribution. */
export interface WorkItemState {
	proposalId: string;
	number: number;
	revision: number;
	publishedAt: string;
	fieldId: string | null;
	kind: Kind;
	group: AuthorGroup;
	assigneeId: string | null;
	aside: Aside | null;
	/** null: everything of it has its place. */
	openSince: string | null;
}

interface Parts {
	publishedAt: string;
	hiddenAt: string | null;
	aside: string | null;
	/** In clusters as a whole. */
	whole: number;
	/** Passages cut from it, and how many of them are in clusters. */
	segments: number;
	placed: number;
}

/** Since when there is something to do with it, or null: all passages have a place, or the whole has one. */
export function openSince({ publishedAt, hiddenAt, aside, whole, segments, placed }: Parts): string | null {
	const done = segments > 0 ? placed === segments : whole > 0;
	return hiddenAt !== null || aside !== null || done ? null : publishedAt;
}

const SHOWS = ['open', 'done', 'all'] as const;
const AGES = ['7', '30', '90'] as const;

/** The worklist's filter, from the address. Anything unknown is left out rather than refused. */
export const WorkListQuery = z.object({
	show: z.enum(SHOWS).default('open').catch('open'),
	field: z.string().max(40).optional().catch(undefined),
	group: AuthorGroupChoice.optional().catch(undefined),
	kind: z.enum(KINDS).optional().catch(undefined),
	language: SpokenName.optional().catch(undefined),
	/** Published at least so many days ago. */
	age: z.enum(AGES).optional().catch(undefined),
	who: z.enum(['me', 'nobody']).optional().catch(undefined),
	q: z.string().trim().max(SEARCH_MAX).optional().catch(undefined),
	after: z.string().max(60).optional().catch(undefined)
});
export type WorkListAsk = z.output<typeof WorkListQuery>;

/** The same filter, as a query; without its defaults. */
export function workListSearch(ask: WorkListAsk): string {
	const { show, ...rest } = ask;
	const query = new URLSearchParams();
	if (show !== 'open') query.set('show', show);
	for (const [name, value] of Object.entries(rest)) if (value) query.set(name, value);
	return query.toString();
}

/** Where a page of the worklist ended: oldest first, then by number. */
export const WorkListPlace = cursor({ publishedAt: instant, number: count });
