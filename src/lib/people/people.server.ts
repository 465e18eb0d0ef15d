import { randomInt } from 'node:crypto';
import * as sessions from '../server/auth/sessions.server.ts';
import { hashPassword, verifyPassword } from '../server/auth/password.server.ts';
import type { Ctx } from '../server/ctx.ts';
import { together } from '../server/db/together.ts';
import { newId } from '../server/ids.ts';
import { record } from '../server/journal/journal.server.ts';
import { NotFound, obey, Refused } from '../verdict.ts';
import { mayEnterWithCard, mayIssueCards, mayManageStaff, type BatchInput } from './batch.ts';
import { makeCode, showCode } from './code.ts';
import { GroupName, RoleName, type Group, type Person, type Role } from './person.ts';
import { makePseudonym } from './pseudonym.ts';
import * as store from './store.server.ts';

const DAY = 24 * 60 * 60 * 1000;

/** The person with this id as they are now, or null. */
export async function byId(ctx: Ctx, id: string): Promise<Person | null> {
	const row = await store.personRow(ctx.db, id);
	if (!row) return null;
	const roles = await store.rolesOf(ctx.db, id);
	return { ...row, group: GroupName.parse(row.group), roles: roles.map((role) => RoleName.parse(role)) };
}

/** Whose session cookie this is. */
export async function ofSession(ctx: Ctx, sessionId: string): Promise<Person | null> {
	const personId = await sessions.resume(ctx.house, sessionId);
	return personId === null ? null : byId(ctx, personId);
}

/** Opens a session for the card with this code; the card becomes a person at its first use. Refused: codeUnknown. */
export async function enterWithCode(ctx: Ctx, code: string): Promise<sessions.SessionCookie> {
	const personId = await together(ctx, async (ctx) => {
		const card = await store.cardByHash(ctx.db, ctx.house.keys.digest('card', code));
		obey(mayEnterWithCard(card ?? null, ctx.now));
		if (!card) throw new Refused('codeUnknown');
		if (card.personId) return card.personId;
		const group = GroupName.parse(card.group);
		const id = await store.addPerson(
			ctx.db,
			{ pseudonym: makePseudonym(), group, organisationId: card.organisationId },
			ctx.now
		);
		await store.giveCardTo(ctx.db, card.id, id);
		return id;
	});
	return sessions.open(ctx.house, personId);
}

/** Refused: passwordWrong, whether the account exists or not, after the same time. */
export async function enterAsStaff(ctx: Ctx, email: string, password: string): Promise<sessions.SessionCookie> {
	const account = await store.accountByEmail(ctx.db, email);
	const right = await verifyPassword(account?.passwordHash ?? null, password);
	if (!account || !right) throw new Refused('passwordWrong');
	return sessions.open(ctx.house, account.personId);
}

export async function leave(ctx: Ctx, sessionId: string): Promise<sessions.SessionCookie> {
	return sessions.close(ctx.house, sessionId);
}

/** Makes a batch of cards. The codes are returned once, to be printed, and kept nowhere. */
export async function issueBatch(ctx: Ctx, form: BatchInput): Promise<{ id: string; codes: string[] }> {
	const codes = Array.from({ length: form.size }, () => makeCode(randomInt));
	const id = newId(Date.parse(ctx.now));
	await together(ctx, async (ctx) => {
		// The command line is the operator's own hand; everybody else needs the right.
		if (ctx.via !== 'command') obey(mayIssueCards(ctx.person));
		const organisationId = form.organisation
			? await store.organisationNamed(ctx.db, form.organisation, ctx.now)
			: null;
		await store.addBatch(
			ctx.db,
			{
				id,
				label: form.label,
				group: form.group,
				organisationId,
				size: form.size,
				issuedBy: ctx.person?.id ?? null,
				validUntil: new Date(Date.parse(ctx.now) + form.days * DAY).toISOString()
			},
			ctx.now
		);
		const hashes = codes.map((code) => ctx.house.keys.digest('card', code));
		await store.addCards(ctx.db, id, hashes, ctx.now);
		await record(ctx, { verb: 'batch.issued', subjectId: id, details: { label: form.label, size: form.size } });
	});
	return { id, codes: codes.map(showCode) };
}

export async function batches(ctx: Ctx) {
	obey(mayIssueCards(ctx.person));
	return store.batchRows(ctx.db);
}

export async function revokeBatch(ctx: Ctx, id: string): Promise<void> {
	await together(ctx, async (ctx) => {
		obey(mayManageStaff(ctx.person));
		const known = await store.batchRows(ctx.db);
		if (!known.some((batch) => batch.id === id)) throw new NotFound('batch');
		await store.revokeBatch(ctx.db, id, ctx.now);
		await record(ctx, { verb: 'batch.revoked', subjectId: id });
	});
}

export interface StaffInput {
	email: string;
	name: string;
	password: string;
	roles: readonly Role[];
	group?: Group;
}

/** Adds a member of staff, or gives an existing one a new password and more roles. Command line only. */
export async function putStaff(ctx: Ctx, staff: StaffInput): Promise<string> {
	const passwordHash = await hashPassword(staff.password);
	return together(ctx, async (ctx) => {
		const known = await store.accountByEmail(ctx.db, staff.email);
		const personId =
			known?.personId ??
			(await store.addPerson(
				ctx.db,
				{ pseudonym: staff.name, group: staff.group ?? 'none', organisationId: null },
				ctx.now
			));
		await store.putAccount(ctx.db, { personId, email: staff.email, passwordHash }, ctx.now);
		for (const role of staff.roles) await store.addRole(ctx.db, personId, role, ctx.now);
		await record(ctx, { verb: 'staff.invited', subjectId: personId, details: { roles: staff.roles.join(', ') } });
		return personId;
	});
}

export interface StaffMember {
	personId: string;
	email: string;
	name: string;
	roles: Role[];
}

export async function staff(ctx: Ctx): Promise<StaffMember[]> {
	obey(mayManageStaff(ctx.person));
	const members = new Map<string, StaffMember>();
	for (const row of await store.staffRows(ctx.db)) {
		const member = members.get(row.personId) ?? {
			personId: row.personId,
			email: row.email,
			name: row.pseudonym,
			roles: []
		};
		if (row.role) member.roles.push(RoleName.parse(row.role));
		members.set(row.personId, member);
	}
	return [...members.values()];
}

/** Staff addresses for a mail about work that waits, e.g. a version to be approved. */
export async function emailsOf(ctx: Ctx, role: Role): Promise<string[]> {
	return store.emailsWithRole(ctx.db, role);
}
