import { describe, expect, it } from 'vitest';
import { newId } from '#lib/server/ids.ts';
import { NotFound } from '#lib/verdict.ts';
import { makeTestApp, type TestApp } from '../../../tests/support/machine/testApp.ts';
import type { BatchInput } from './cards/batch.ts';
import * as batches from './cards/batches.server.ts';
import { tidyCode } from './cards/cardCode.ts';
import * as people from './people.server.ts';
import type { Role } from './person.ts';
import * as staff from './staff/staff.server.ts';

const form = (more: Partial<BatchInput> = {}): BatchInput => ({
	id: newId(),
	label: 'Café Montag',
	group: 'affected',
	organisation: '',
	size: 3,
	days: 30,
	...more
});

const withRoles = async (testApp: TestApp, ...roles: Role[]) => testApp.as(await testApp.person('none', { roles }));

async function issue(testApp: TestApp, more: Partial<BatchInput> = {}) {
	const input = form(more);
	const { codes } = await batches.issue(await withRoles(testApp, 'helper'), input);
	const [first, second] = codes.map(tidyCode);
	if (!first || !second) throw new Error('a batch needs two cards');
	return { id: input.id, first, second };
}

describe('a card', () => {
	it('becomes one person, however often and at once it is used', async () => {
		const testApp = await makeTestApp();
		const { first } = await issue(testApp, { group: 'practice', organisation: 'Tafel Musterstadt' });
		const holders = await Promise.all([1, 2, 3].map(() => people.holderOf(testApp.as(null), first)));
		expect(new Set(holders).size).toBe(1);
		const person = await people.byId(testApp.as(null), holders[0] ?? '');
		expect(person).toMatchObject({ group: 'none', organisation: 'Tafel Musterstadt', roles: [] });
	});

	it('gets the same answer whether it is unknown, revoked or expired', async () => {
		const testApp = await makeTestApp();
		const { id, first, second } = await issue(testApp);
		await expect(people.holderOf(testApp.as(null), '3'.repeat(16))).rejects.toMatchObject({ reason: 'codeUnknown' });
		testApp.at('2027-06-09T12:00:00.000Z');
		await expect(people.holderOf(testApp.as(null), first)).rejects.toMatchObject({ reason: 'codeUnknown' });
		testApp.at('2027-05-11T12:00:00.000Z');
		await people.holderOf(testApp.as(null), first);
		await batches.revoke(await withRoles(testApp, 'admin'), id);
		for (const code of [first, second]) {
			await expect(people.holderOf(testApp.as(null), code)).rejects.toMatchObject({ reason: 'codeUnknown' });
		}
	});

	it('opens a new session each time, and the one before it on this device ends', async () => {
		const testApp = await makeTestApp();
		const { first, second } = await issue(testApp);
		const one = await people.enterWithCode(testApp.as(null), first);
		const two = await people.enterWithCode(testApp.as(null), second, one.value);
		expect(two.value).not.toBe(one.value);
		expect(await people.ofSession(testApp.as(null), one.value)).toBeNull();
		expect(await people.ofSession(testApp.as(null), two.value)).not.toBeNull();
	});

	it('that failed leaves the former session as it was', async () => {
		const testApp = await makeTestApp();
		const one = await people.enterWithCode(testApp.as(null), (await issue(testApp)).first);
		await expect(people.enterWithCode(testApp.as(null), '3'.repeat(16), one.value)).rejects.toThrow('codeUnknown');
		expect(await people.ofSession(testApp.as(null), one.value)).not.toBeNull();
	});

	it('is kept as a hash only', async () => {
		const testApp = await makeTestApp();
		const { first } = await issue(testApp);
		const kept = JSON.stringify([
			await testApp.app.reader.selectFrom('cards').selectAll().execute(),
			await testApp.app.reader.selectFrom('journal').selectAll().execute()
		]);
		expect(kept).not.toContain(first);
	});
});

describe('a batch', () => {
	it('sent twice, even at once, is one batch, and the second time says so', async () => {
		const testApp = await makeTestApp();
		const ctx = await withRoles(testApp, 'helper');
		const input = form();
		const answers = await Promise.allSettled([1, 2, 3].map(() => batches.issue(ctx, input)));
		expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1);
		await expect(batches.issue(ctx, input)).rejects.toMatchObject({ reason: 'batchKnown' });
		const cards = await testApp.app.reader.selectFrom('cards').selectAll().execute();
		expect(cards).toHaveLength(input.size);
	});

	it('tells how many cards are used and nothing about who used them', async () => {
		const testApp = await makeTestApp();
		const { first, id } = await issue(testApp);
		const holder = await people.holderOf(testApp.as(null), first);
		const known = await batches.all(await withRoles(testApp, 'admin'));
		expect(known).toMatchObject([{ id, label: 'Café Montag', size: 3, used: 1, revokedAt: null }]);
		expect(JSON.stringify(known)).not.toContain(holder);
	});

	it('taken back signs out whoever came in with it, and nobody else', async () => {
		const testApp = await makeTestApp();
		const [lost, kept] = [await issue(testApp), await issue(testApp)];
		const thief = await people.enterWithCode(testApp.as(null), lost.first);
		const guest = await people.enterWithCode(testApp.as(null), kept.first);
		const admin = await withRoles(testApp, 'admin');
		await batches.revoke(admin, lost.id);
		await batches.revoke(admin, lost.id);
		expect(await people.ofSession(testApp.as(null), thief.value)).toBeNull();
		expect(await people.ofSession(testApp.as(null), guest.value)).not.toBeNull();
		const told = await testApp.app.reader
			.selectFrom('journal')
			.select('verb')
			.where('verb', '=', 'batch.revoked')
			.execute();
		expect(told).toHaveLength(1);
	});

	it('taken back while somebody comes in with it leaves nobody in', async () => {
		const testApp = await makeTestApp();
		const { id, first } = await issue(testApp);
		const admin = await withRoles(testApp, 'admin');
		const coming = people.enterWithCode(testApp.as(null), first).catch(() => null);
		const [cookie] = await Promise.all([coming, batches.revoke(admin, id)]);
		expect(cookie && (await people.ofSession(testApp.as(null), cookie.value))).toBeNull();
	});

	it('is issued by helpers and taken back by the administration only', async () => {
		const testApp = await makeTestApp();
		const { id } = await issue(testApp);
		for (const role of ['moderator', 'editor', 'publisher'] as const) {
			await expect(batches.issue(await withRoles(testApp, role), form())).rejects.toThrow('roleMissing');
		}
		await expect(batches.issue(testApp.as(null), form())).rejects.toThrow('signInFirst');
		await expect(batches.revoke(await withRoles(testApp, 'helper'), id)).rejects.toThrow('roleMissing');
		await expect(batches.revoke(await withRoles(testApp, 'admin'), newId())).rejects.toThrow(NotFound);
	});
});

describe('staff', () => {
	const member = (email: string, ...roles: Role[]) => ({
		email,
		name: 'Kim Muster',
		password: 'correct horse battery',
		roles
	});

	it('sign in with the right password, and a wrong one or an unknown address get the same answer', async () => {
		const testApp = await makeTestApp();
		await staff.put(testApp.as(null), member('kim@example.org', 'editor'));
		const cookie = await people.enterAsStaff(testApp.as(null), {
			email: 'kim@example.org',
			password: 'correct horse battery'
		});
		expect((await people.ofSession(testApp.as(null), cookie.value))?.person.roles).toEqual(['editor']);
		for (const [email, password] of [
			['kim@example.org', 'wrong'],
			['nobody@example.org', 'correct horse battery']
		] as const) {
			const tried = people.enterAsStaff(testApp.as(null), { email, password });
			await expect(tried).rejects.toMatchObject({ reason: 'passwordWrong' });
		}
	});

	it('added twice keep one account with the new password and all roles', async () => {
		const testApp = await makeTestApp();
		await staff.put(testApp.as(null), member('kim@example.org', 'editor'));
		await staff.put(testApp.as(null), {
			...member('kim@example.org', 'moderator'),
			password: 'blauer Kaktus im Regen'
		});
		const all = await staff.all(await withRoles(testApp, 'admin'));
		expect(all).toMatchObject([{ email: 'kim@example.org', name: 'Kim Muster' }]);
		expect(new Set(all[0]?.roles)).toEqual(new Set(['editor', 'moderator']));
		await people.enterAsStaff(testApp.as(null), { email: 'kim@example.org', password: 'blauer Kaktus im Regen' });
	});

	it('are signed out everywhere by a new password', async () => {
		const testApp = await makeTestApp();
		await staff.put(testApp.as(null), member('kim@example.org', 'editor'));
		const cookie = await people.enterAsStaff(testApp.as(null), {
			email: 'kim@example.org',
			password: 'correct horse battery'
		});
		await staff.put(testApp.as(null), { ...member('kim@example.org', 'editor'), password: 'blauer Kaktus im Regen' });
		expect(await people.ofSession(testApp.as(null), cookie.value)).toBeNull();
	});

	it('get and lose roles by the administration, told in the journal once', async () => {
		const testApp = await makeTestApp();
		const kim = await staff.put(testApp.as(null), member('kim@example.org', 'editor'));
		const admin = await withRoles(testApp, 'admin');
		const change = { person: kim, role: 'publisher' } as const;
		await staff.giveRole(admin, change);
		await staff.giveRole(admin, change);
		expect((await people.byId(admin, kim))?.roles).toContain('publisher');
		await staff.takeRole(admin, change);
		await staff.takeRole(admin, change);
		expect((await people.byId(admin, kim))?.roles).toEqual(['editor']);
		const told = await testApp.app.reader.selectFrom('journal').select('verb').where('subjectId', '=', kim).execute();
		expect(told.map((entry) => entry.verb).sort()).toEqual(['role.given', 'role.taken', 'staff.invited']);
	});

	it('do not change their own roles, and others than the administration change none', async () => {
		const testApp = await makeTestApp();
		const me = await staff.put(testApp.as(null), member('kim@example.org', 'admin'));
		const mine = testApp.as(await people.byId(testApp.as(null), me));
		await expect(staff.giveRole(mine, { person: me, role: 'editor' })).rejects.toThrow('ownRole');
		await expect(staff.takeRole(mine, { person: me, role: 'admin' })).rejects.toThrow('ownRole');
		await expect(staff.giveRole(await withRoles(testApp, 'publisher'), { person: me, role: 'editor' })).rejects.toThrow(
			'roleMissing'
		);
		await expect(staff.all(await withRoles(testApp, 'publisher'))).rejects.toThrow('roleMissing');
	});

	it('two who take the administration from each other at once: one stays', async () => {
		const testApp = await makeTestApp();
		const kim = await staff.put(testApp.as(null), member('kim@example.org', 'admin'));
		const sam = await staff.put(testApp.as(null), member('sam@example.org', 'admin'));
		const asKim = testApp.as(await people.byId(testApp.as(null), kim));
		const asSam = testApp.as(await people.byId(testApp.as(null), sam));
		const results = await Promise.allSettled([
			staff.takeRole(asKim, { person: sam, role: 'admin' }),
			staff.takeRole(asSam, { person: kim, role: 'admin' })
		]);
		expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
	});

	it('roles are not for those who come with a card', async () => {
		const testApp = await makeTestApp();
		const guest = await testApp.person();
		const tried = staff.giveRole(await withRoles(testApp, 'admin'), { person: guest.id, role: 'editor' });
		await expect(tried).rejects.toThrow(NotFound);
	});
});
