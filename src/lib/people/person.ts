import { z } from 'zod';
import { currentProfile } from '../profile/current.ts';
import { GroupKey, NO_STATEMENT, ORGANISATION, personKeys } from '../profile/groups/group.ts';

/**
 * Which side of the process somebody speaks from: the key of a group of the profile, or `none`. Declared once, frozen into
 * every contribution and ballot.
 */
export type Group = string;
/** As it is stored. Which groups there are today says the profile: what is stored may be older. */
export const GroupName = GroupKey.or(z.literal(NO_STATEMENT));
/** As somebody chooses it today. */
export const GroupChoice = z
	.string('choose')
	.refine((key) => personKeys(currentProfile().groups).includes(key), 'choose');

/** What stands where an author's group does: organisations speak for themselves and are counted in no group. */
export type AuthorGroup = string;
export const AuthorGroupName = GroupName.or(z.literal(ORGANISATION));
export const AuthorGroupChoice = GroupChoice.or(z.literal(ORGANISATION));

export const ROLES = ['helper', 'moderator', 'editor', 'publisher', 'admin'] as const;
export type Role = (typeof ROLES)[number];
export const RoleName = z.enum(ROLES);

/** `organisation`: speaks for an organisation. Never added up with persons. */
export type ParticipantType = 'person' | 'organisation';

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

/** Under which name and of which group a text appears, for reading through before it is sent. */
export function shownAs(person: Person): { name: string; group: AuthorGroup } {
	return { name: publicName(person), group: authorGroupOf(person) };
}

export function hasRole(person: Person | null, ...roles: Role[]): boolean {
	return person !== null && roles.some((role) => person.roles.includes(role));
}

export function isStaff(person: Person | null): boolean {
	return person !== null && person.roles.length > 0;
}
