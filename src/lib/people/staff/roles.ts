import { z } from 'zod';
import { all, noWhen, type Verdict } from '../../verdict.ts';
import { hasRole, RoleName, type Person } from '../person.ts';

export const RoleForm = z.object({ person: z.uuid('wrong'), role: RoleName });
export type RoleInput = z.output<typeof RoleForm>;
export const AccountForm = z.object({ person: z.uuid('wrong') });

export function mayManageStaff(person: Person | null): Verdict {
	return all(noWhen(person === null, 'signInFirst'), noWhen(!hasRole(person, 'admin'), 'roleMissing'));
}

/** `admins`: who is one at this moment, read in the same transaction. */
export function mayInvite(person: Person | null, admins: readonly string[]): Verdict {
	return all(mayManageStaff(person), noWhen(person !== null && !admins.includes(person.id), 'roleMissing'));
}

/** Links for a new password, and a second factor that was lost: for others. One's own is at `/werkstatt/zugang`. */
export function mayHelpAccount(person: Person | null, of: string, admins: readonly string[]): Verdict {
	return all(mayInvite(person, admins), noWhen(person?.id === of, 'ownAccount'));
}

/** Whether an account may open anything, once its password is right. */
export function mayEnterAsStaff(account: { blockedAt: string | null }, roles: number): Verdict {
	return all(noWhen(account.blockedAt !== null, 'accountBlocked'), noWhen(roles === 0, 'accountWithoutRole'));
}

/** For the command line as well: there must be somebody who can let others in again. */
export function mayBlock(of: string, admins: readonly string[]): Verdict {
	return noWhen(admins.includes(of) && admins.length === 1, 'lastAdminAccount');
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
