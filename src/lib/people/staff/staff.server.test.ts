import { describe, expect, it } from 'vitest';
import { codeAt } from '#lib/server/auth/totp.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import { makeTestApp, type TestApp } from '../../../../tests/support/machine/testApp.ts';
import * as people from '../people.server.ts';
import { ROLES, type Role } from '../person.ts';
import * as staff from './staff.server.ts';

const email = 'kim@ministerium.example';
const password = 'correct horse battery';

async function scene(...roles: Role[]) {
	const testApp = await makeTestApp();
	const admin = testApp.as(await testApp.person('none', { roles: ['admin'] }));
	const kim = await staff.put(testApp.as(null), { email, name: 'Kim Muster', password, roles });
	const enter = () => people.enterAsStaff(testApp.as(null), { email, password });
	const visits = async (cookie: { value: string }) => (await people.ofSession(testApp.as(null), cookie.value)) !== null;
	return { testApp, admin, kim, enter, visits };
}

const verbsOf = async (testApp: TestApp, subjectId: string) =>
	(await testApp.app.reader.selectFrom('journal').select('verb').where('subjectId', '=', subjectId).execute()).map(
		(row) => row.verb
	);

describe('somebody who leaves the team', () => {
	it.each(ROLES)('is out everywhere as soon as the role %s is taken, and does not come in again', async (role) => {
		const { admin, kim, enter, visits } = await scene(role);
		const cookies = [await enter(), await enter()];
		await staff.takeRole(admin, { person: kim, role });
		expect(await Promise.all(cookies.map(visits))).toEqual([false, false]);
		await expect(enter()).rejects.toMatchObject({ reason: 'accountWithoutRole' });
		await staff.giveRole(admin, { person: kim, role });
		expect(await visits(await enter())).toBe(true);
	});

	it('is out as well when only one of several roles is taken, and may come in with the rest', async () => {
		const { admin, kim, enter, visits } = await scene('helper', 'editor');
		const cookie = await enter();
		await staff.takeRole(admin, { person: kim, role: 'editor' });
		expect(await visits(cookie)).toBe(false);
		expect((await people.ofSession(admin, (await enter()).value))?.person.roles).toEqual(['helper']);
	});

	it('does not slip in between: a second factor that is given after the block opens nothing', async () => {
		const { testApp, admin, kim, enter } = await scene('editor');
		const cookie = await enter();
		const visitor = await people.ofSession(testApp.as(null), cookie.value);
		const waiting = { person: visitor?.person ?? (await somebody(admin, kim)), sessionId: cookie.value };
		await staff.block(admin, kim);
		const row = testApp.app.reader.selectFrom('secondFactors').select('sealed').where('personId', '=', kim);
		const secret = testApp.app.keys.open((await row.executeTakeFirstOrThrow()).sealed);
		const late = people.enterSettingUp(testApp.as(null), waiting, codeAt(secret, testApp.now));
		await expect(late).rejects.toMatchObject({ reason: 'accountBlocked' });
		expect(await testApp.app.reader.selectFrom('sessions').select('id').execute()).toEqual([]);
	});
});

const somebody = async (ctx: Ctx, id: string) => {
	const person = await people.byId(ctx, id);
	if (!person) throw new Error('nobody');
	return person;
};

describe('a blocked account', () => {
	it('is signed out at once, cannot sign in, and is told why only with the right password', async () => {
		const { testApp, admin, kim, enter, visits } = await scene('helper');
		const cookie = await enter();
		await staff.block(admin, kim);
		await staff.block(admin, kim);
		expect(await visits(cookie)).toBe(false);
		await expect(enter()).rejects.toMatchObject({ reason: 'accountBlocked' });
		const guess = people.enterAsStaff(testApp.as(null), { email, password: 'wrong' });
		await expect(guess).rejects.toMatchObject({ reason: 'passwordWrong' });
		expect((await staff.all(admin)).find((one) => one.personId === kim)?.blockedAt).toBe(testApp.now);
		await staff.unblock(admin, kim);
		expect(await visits(await enter())).toBe(true);
		expect((await verbsOf(testApp, kim)).sort()).toEqual(['account.blocked', 'account.unblocked', 'staff.invited']);
	});

	it('gets no mail about work that waits', async () => {
		const { admin, kim } = await scene('publisher');
		expect(await people.emailsOf(admin, 'publisher')).toEqual([email]);
		await staff.block(admin, kim);
		expect(await people.emailsOf(admin, 'publisher')).toEqual([]);
		expect(await people.withRoles(admin, ['publisher'])).toEqual([]);
	});

	it('is a matter of admins, and of nobody for themselves', async () => {
		const { testApp, admin, kim } = await scene('admin');
		for (const role of ['helper', 'moderator', 'editor', 'publisher'] as const) {
			const other = testApp.as(await testApp.person('none', { roles: [role] }));
			await expect(staff.block(other, kim)).rejects.toMatchObject({ reason: 'roleMissing' });
			await expect(staff.unblock(other, kim)).rejects.toMatchObject({ reason: 'roleMissing' });
		}
		await expect(staff.block(testApp.as(null), kim)).rejects.toMatchObject({ reason: 'signInFirst' });
		const own = staff.block(testApp.as(await somebody(admin, kim)), kim);
		await expect(own).rejects.toMatchObject({ reason: 'ownRole' });
	});

	it('never leaves the team without an admin: two who block each other at once do not both succeed', async () => {
		const { testApp, admin, kim } = await scene('admin');
		const sam = admin.person?.id ?? '';
		await transaction(testApp.as(null), ({ db }) =>
			db
				.insertInto('accounts')
				.values({ personId: sam, email: 'sam@amt.example', passwordHash: '-', createdAt: testApp.now })
				.execute()
		);
		const asKim = testApp.as(await somebody(admin, kim));
		const both = await Promise.allSettled([staff.block(admin, kim), staff.block(asKim, sam)]);
		expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
	});

	it('cannot be the last admin’s, not even from the command line', async () => {
		const { testApp, admin, kim } = await scene('admin');
		const command: Ctx = { ...testApp.as(null), via: 'command' };
		const sam = admin.person?.id ?? '';
		await transaction(testApp.as(null), ({ db }) => db.deleteFrom('roles').where('personId', '=', sam).execute());
		await expect(staff.block(command, kim)).rejects.toMatchObject({ reason: 'lastAdminAccount' });
	});
});
