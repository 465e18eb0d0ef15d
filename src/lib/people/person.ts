import { z } from 'zod';

/** Which side of the process somebody speaks from. Declared once, frozen into every contribution and ballot. */
export const GROUPS = ['affected', 'practice', 'research', 'none'] as const;
export type Group = (typeof GROUPS)[number];
export const GroupName = z.enum(GROUPS);

/** The three groups that results stand side by side; `none` is shown apart and never balanced in. */
export const DECLARED_GROUPS = ['affected', 'practice', 'research'] as const;

export const ROLES = ['helper', 'moderator', 'editor', 'publisher', 'admin'] as const;
export type Role = (typeof ROLES)[number];
export const RoleName = z.enum(ROLES);

/** `organisation`: speaks for an organisation. Never added up with persons. */
export type Standing = 'person' | 'organisation';

export interface Person {
	id: string;
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
