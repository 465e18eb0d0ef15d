import { z } from 'zod';
import { all, noWhen, type Verdict } from '../verdict.ts';
import { hasRole, RoleName, type Person } from './person.ts';

export const RoleForm = z.object({ person: z.uuid('wrong'), role: RoleName });
export type RoleInput = z.output<typeof RoleForm>;

export function mayManageStaff(person: Person | null): Verdict {
	return all(noWhen(person === null, 'signInFirst'), noWhen(!hasRole(person, 'admin'), 'roleMissing'));
}

/**
 * Nobody changes what they themselves may do: a second person has to agree. As only an admin can act and never on
 * themselves, there is always an admin left. `admins`: who is one at this moment, read in the same transaction, so that
 * two who take the role from each other at once do not both succeed.
 */
export function mayChangeRole(person: Person | null, of: string, admins: readonly string[]): Verdict {
	return all(
		mayManageStaff(person),
		noWhen(person !== null && !admins.includes(person.id), 'roleMissing'),
		noWhen(person?.id === of, 'ownRole')
	);
}
