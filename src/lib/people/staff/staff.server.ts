import { hashPassword } from '../../server/auth/password.server.ts';
import * as sessions from '../../server/auth/sessions.server.ts';
import type { Ctx } from '../../server/ctx.ts';
import { transaction } from '../../server/db/transaction.ts';
import { record } from '../../server/journal/journal.server.ts';
import { found, noWhen, obey } from '../../verdict.ts';
import { dropLinks, openLinks } from '../accounts/store.server.ts';
import { mayTake } from '../accounts/passwords.server.ts';
import { RoleName, type Group, type Role } from '../person.ts';
import { linkedOf } from '../signIn/provider.server.ts';
import { mayBlock, mayChangeRole, mayManageStaff, type RoleInput } from './roles.ts';
import * as store from '../store.server.ts';

export interface StaffInput {
	email: string;
	name: string;
	password: string;
	roles: readonly Role[];
	group?: Group;
}

/**
 * Adds a member of staff, or gives an existing one a new password and more roles. Command line only. Whoever came in
 * with the old password is signed out: perhaps that is why there is a new one. Refused: what is wrong with the password.
 */
export async function put(ctx: Ctx, staff: StaffInput): Promise<string> {
	obey(await mayTake(ctx, staff.password, staff));
	const passwordHash = await hashPassword(staff.password);
	const id = await transaction(ctx, async (ctx) => {
		const known = await store.accountByEmail(ctx.db, staff.email);
		const newcomer = { pseudonym: staff.name, group: staff.group ?? 'none', organisationId: null } as const;
		const personId = known?.personId ?? (await store.addPerson(ctx.db, newcomer, ctx.now));
		await store.putAccount(ctx.db, { personId, email: staff.email, passwordHash }, ctx.now);
		for (const role of staff.roles) await store.addRole(ctx.db, personId, role, ctx.now);
		await record(ctx, { verb: 'staff.invited', subjectId: personId, details: { roles: staff.roles.join(', ') } });
		return personId;
	});
	await sessions.closeAll(ctx.app, id);
	return id;
}

export interface Member {
	personId: string;
	email: string;
	name: string;
	roles: Role[];
	/** Since when the account opens nothing; null: it does. */
	blockedAt: string | null;
	/** Signs in at the provider, which says what they may do. */
	fromProvider: boolean;
	/** She has chosen a password. */
	hasPassword: boolean;
	/** Until when her newest link for choosing a password opens something; null: there is none. */
	linkUntil: string | null;
	/** A second factor is set up. */
	hasFactor: boolean;
}

/** Everybody with a staff account, by address. */
export async function all(ctx: Ctx): Promise<Member[]> {
	if (ctx.via !== 'command') obey(mayManageStaff(ctx.person));
	const members = new Map<string, Member>();
	const rows = await store.staffRows(ctx.db);
	const linked = new Set(await linkedOf(ctx, [...new Set(rows.map(({ personId }) => personId))]));
	const open = await openLinks(ctx.db, ctx.now);
	for (const { personId, email, pseudonym, role, blockedAt, ...row } of rows) {
		const [hasPassword, hasFactor] = [row.passwordHash !== '', row.confirmedAt !== null];
		const access = { fromProvider: linked.has(personId), linkUntil: open.get(personId) ?? null };
		const facts = { blockedAt, hasPassword, hasFactor, ...access };
		const member = members.get(personId) ?? { personId, email, name: pseudonym, roles: [], ...facts };
		if (role) member.roles.push(RoleName.parse(role));
		members.set(personId, member);
	}
	return [...members.values()];
}

/** Twice is once. */
export async function giveRole(ctx: Ctx, form: RoleInput): Promise<void> {
	await change(ctx, form, 'role.given');
}

/** Twice is once. */
export async function takeRole(ctx: Ctx, form: RoleInput): Promise<void> {
	await change(ctx, form, 'role.taken');
}

async function change(ctx: Ctx, { person, role }: RoleInput, verb: 'role.given' | 'role.taken'): Promise<void> {
	await transaction(ctx, async (ctx) => {
		obey(mayChangeRole(ctx.person, person, await store.peopleWithRole(ctx.db, 'admin')));
		// Roles are for staff accounts: a card can be lost, a card never opens the workshop.
		found(await store.accountOf(ctx.db, person), 'member of staff');
		// The next sign-in would undo it.
		obey(noWhen((await linkedOf(ctx, [person])).length > 0, 'rolesFromProvider'));
		const has = (await store.personRows(ctx.db, { id: person })).some((row) => row.role === role);
		if (has === (verb === 'role.given')) return;
		if (has) await store.removeRole(ctx.db, person, role);
		else await store.addRole(ctx.db, person, role, ctx.now);
		// Whoever may do more signs in anew, with the second factor that may be needed now; whoever may do less is out.
		await store.endSessions(ctx.db, person);
		await record(ctx, { verb, subjectId: person, details: { role } });
	});
}

/** An account that opens nothing: all its sessions end at once. Twice is once. Refused: ownRole, lastAdminAccount. */
export async function block(ctx: Ctx, person: string): Promise<void> {
	await setBlocked(ctx, person, true);
}

/** Lets it in again. Twice is once. */
export async function unblock(ctx: Ctx, person: string): Promise<void> {
	await setBlocked(ctx, person, false);
}

async function setBlocked(ctx: Ctx, person: string, blocked: boolean): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const admins = await store.peopleWithRole(ctx.db, 'admin');
		if (ctx.via !== 'command') obey(mayChangeRole(ctx.person, person, admins));
		const account = found(await store.accountOf(ctx.db, person), 'member of staff');
		if ((account.blockedAt !== null) === blocked) return;
		if (blocked) obey(mayBlock(person, admins));
		await store.setBlocked(ctx.db, person, blocked, ctx.now);
		// Perhaps a link is why it is blocked: letting the person in again must not let the link in again.
		if (blocked) await dropLinks(ctx.db, person);
		await store.endSessions(ctx.db, person);
		await record(ctx, { verb: blocked ? 'account.blocked' : 'account.unblocked', subjectId: person });
	});
}

/** Who has this address, for the command line. */
export async function byEmail(ctx: Ctx, email: string): Promise<string | null> {
	return (await store.accountByEmail(ctx.db, email))?.personId ?? null;
}
