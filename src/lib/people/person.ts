import { z } from 'zod';

/** Which side of the process somebody speaks from. Declared once, frozen into every contribution and ballot. */
export const GROUPS = ['affected', 'practice', 'research', 'none'] as const;
export type Group = (typeof GROUPS)[number];
export const GroupName = z.enum(GROUPS);

/** What stands where an author's group does: organisations speak for themselves and are counted in no group. */
export const AUTHOR_GROUPS = [...GROUPS, 'organisation'] as const;
export type AuthorGroup = (typeof AUTHOR_GROUPS)[number];
export const AuthorGroupName = z.enum(AUTHOR_GROUPS);

/** The three groups that results stand side by side; `none` is shown apart and never balanced in. */
export const DECLARED_GROUPS = ['affected', 'practice', 'research'] as const;

export const ROLES = ['helper', 'moderator', 'editor', 'publisher', 'admin'] as const;
export type Role = (typeof ROLES)[number];
export const RoleName = z.enum(ROLES);

/** `organisation`: speaks for an organisation. Never added up with persons. */
export type Standing = 'person' | 'organisation';

export interface Person {
	/** Who takes part. All seats of an organisation are one participant, with the organisation's id. */
	id: string;
	/** Whoever speaks for an organisation: whose card and sessions these are. Everybody else's are `id`'s. */
	seatId?: string | undefined;
	pseudonym: string;
	group: Group;
	organisationId: string | null;
	/** The organisation's real name; organisations act openly. */
	organisation: string | null;
	roles: readonly Role[];
}

export function standingOf(person: Person): Standing {
	return person.organisationId ? 'organisation' : 'person';
}

/** The group that is frozen into what somebody writes. */
export function authorGroupOf(person: Person): AuthorGroup {
	return person.organisationId ? 'organisation' : person.group;
}

/** Whose card, sessions and account these are: of an organisation, the seat's own. */
export function accountIdOf(person: Person): string {
	return person.seatId ?? person.id;
}

/** The name under which contributions appear. */
export function publicName(person: Person): string {
	return person.organisation ?? person.pseudonym;
}

export function hasRole(person: Person | null, ...roles: Role[]): boolean {
	return person !== null && roles.some((role) => person.roles.includes(role));
}

export function isStaff(person: Person | null): boolean {
	return person !== null && person.roles.length > 0;
}
