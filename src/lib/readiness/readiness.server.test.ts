import { expect, it } from 'vitest';
import { together } from '#lib/server/db/together.ts';
import { readConfig } from '#lib/server/config.ts';
import * as factors from '#lib/people/factors.server.ts';
import * as staff from '#lib/people/staff.server.ts';
import type { Role } from '#lib/people/person.ts';
import { makeTown } from '../../../tests/support/town.ts';
import * as readiness from './readiness.server.ts';

async function scene() {
	const town = await makeTown();
	const command = { ...town.as(null), via: 'command' as const };
	const add = (email: string, ...roles: Role[]) =>
		staff.put(command, { email, name: 'Kim', password: 'vier kleine Igel tanzen', roles });
	const done = async (name: string) => (await readiness.checks(command)).find((one) => one.name === name)?.done;
	return { town, command, add, done };
}

it('an admin who has a second factor is enough, and one who is blocked is none', async () => {
	const { command, add, done } = await scene();
	const admin = await add('a@amt.example', 'admin');
	expect(await done('admin')).toBe(false);
	await factors.demonstrate(command, admin);
	expect(await done('admin')).toBe(true);
	// The last one cannot be kept out.
	await add('b@amt.example', 'admin');
	await staff.block(command, admin);
	expect(await done('admin')).toBe(false);
});

it('an admin who signs in at the provider has the second factor there', async () => {
	const { town, command, add, done } = await scene();
	const personId = await add('a@amt.example', 'admin');
	const { oidc } = readConfig({
		...{ OIDC_ISSUER: 'https://konto.example', OIDC_CLIENT_ID: 'x', OIDC_ROLE_CLAIM: 'roles', OIDC_ROLES: 'a=admin' }
	});
	town.house.config = { ...town.house.config, oidc };
	expect(await done('admin')).toBe(false);
	const identity = { issuer: 'https://konto.example', subject: 'a', personId, linkedAt: town.now };
	await together(command, ({ db }) => db.insertInto('providerIdentities').values(identity).execute());
	expect(await done('admin')).toBe(true);
});
