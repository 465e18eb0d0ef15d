import { expect, it } from 'vitest';
import { transaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { readConfig } from '#lib/server/config.ts';
import * as factors from '#lib/people/signIn/factors.server.ts';
import * as batches from '#lib/people/cards/batches.server.ts';
import * as staff from '#lib/people/staff/staff.server.ts';
import type { Role } from '#lib/people/person.ts';
import { makeTestApp } from '../../../tests/support/machine/testApp.ts';
import * as readiness from './readiness.server.ts';

async function scene() {
	const testApp = await makeTestApp();
	const command = { ...testApp.as(null), via: 'command' as const };
	const add = (email: string, ...roles: Role[]) =>
		staff.put(command, { email, name: 'Kim', password: 'vier kleine Igel tanzen', roles });
	const done = async (name: string) => (await readiness.checks(command)).find((one) => one.name === name)?.done;
	return { testApp, command, add, done };
}

it('an admin who has a second factor is enough, and one who is blocked is none', async () => {
	const { command, add, done } = await scene();
	const admin = await add('a@amt.example', 'admin');
	expect(await done('admin')).toBe(false);
	await factors.setUpDemoFactor(command, admin);
	expect(await done('admin')).toBe(true);
	// The last one cannot be kept out.
	await add('b@amt.example', 'admin');
	await staff.block(command, admin);
	expect(await done('admin')).toBe(false);
});

it('an admin who signs in at the provider has the second factor there', async () => {
	const { testApp, command, add, done } = await scene();
	const personId = await add('a@amt.example', 'admin');
	const { oidc } = readConfig({
		...{ OIDC_ISSUER: 'https://konto.example', OIDC_CLIENT_ID: 'x', OIDC_ROLE_CLAIM: 'roles', OIDC_ROLES: 'a=admin' }
	});
	testApp.app.config = { ...testApp.app.config, oidc };
	expect(await done('admin')).toBe(false);
	const identity = { issuer: 'https://konto.example', subject: 'a', personId, linkedAt: testApp.now };
	await transaction(command, ({ db }) => db.insertInto('providerIdentities').values(identity).execute());
	expect(await done('admin')).toBe(true);
});

it('an admin is led on until a phase has begun and somebody can have a card, and nobody else is', async () => {
	const { testApp, command } = await scene();
	const admin = testApp.as(await testApp.person('none', { roles: ['admin'] }));
	const editor = testApp.as(await testApp.person('none', { roles: ['editor'] }));
	await transaction(command, ({ db }) => db.deleteFrom('cards').execute());
	expect([await readiness.isSettingUp(admin), await readiness.isSettingUp(editor)]).toEqual([true, false]);
	const batch = { id: newId(), label: 'Treff', group: 'none', organisation: '', size: 1, days: 30 };
	await batches.issue(command, batch);
	expect(await readiness.isSettingUp(admin)).toBe(false);
});
