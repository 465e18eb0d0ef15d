import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
	ProviderVisitor,
	startProvider,
	type Member,
	type TestProvider
} from '../../../../tests/support/machine/provider.ts';
import { makeTestApp, type TestApp } from '../../../../tests/support/machine/testApp.ts';
import { readConfig } from '../../server/config.ts';
import * as sessions from '../../server/auth/sessions.server.ts';
import * as people from '../people.server.ts';
import * as provider from './provider.server.ts';
import * as recovery from './recovery.server.ts';
import * as staff from '../staff/staff.server.ts';

let there: TestProvider;
let testApp: TestApp;

const ORIGIN = 'http://localhost:3000';
const KIM: Member = { sub: 'kim-1', name: 'Kim Muster', email: 'Kim@ministerium.example', email_verified: true };
const PASSWORD = 'correct horse battery';

beforeAll(async () => {
	there = await startProvider(ORIGIN);
});
afterAll(() => there.close());

/** A town that knows the provider by these settings. */
async function settled(more: Record<string, string> = {}): Promise<void> {
	testApp = await makeTestApp();
	const { oidc, passwords } = readConfig({ ...there.settings, ...more });
	testApp.app.config = { ...testApp.app.config, origin: ORIGIN, oidc, passwords };
}

beforeEach(async () => {
	there.members.clear();
	Object.assign(there.wrong, { slow: 0, keys: false, broken: false });
	await settled();
});

const invite = (email = 'kim@ministerium.example') =>
	staff.put(testApp.as(null), { email, name: 'Kim', password: PASSWORD, roles: ['helper'] });

/** The whole way; `on` may change what comes back. */
async function signIn(as: string | null, on: (search: string) => string = (search) => search) {
	const begun = await provider.begin(testApp.as(null), '/werkstatt/eingang');
	const search = on(await new ProviderVisitor().signIn(begun.url, as));
	const returned = { sealed: begun.sealed, search, former: null };
	return { returned, enter: () => provider.enter(testApp.as(null), returned) };
}
const come = async (as: string) => (await signIn(as)).enter();
const rolesOf = async (cookie: { value: string }) =>
	(await people.ofSession(testApp.as(null), cookie.value))?.person.roles ?? null;

/** Everything a sign-in could have written, but for the answers that count once. */
async function written() {
	const { reader } = testApp.app;
	return {
		persons: await reader.selectFrom('persons').select('id').execute(),
		roles: await reader.selectFrom('roles').select(['personId', 'role']).execute(),
		accounts: await reader.selectFrom('accounts').selectAll().execute(),
		identities: await reader.selectFrom('providerIdentities').selectAll().execute(),
		sessions: await reader.selectFrom('sessions').select('id').execute(),
		journal: await reader.selectFrom('journal').select('verb').execute()
	};
}

/** Refused with this reason, and nothing has been written. */
async function refused(reason: string, work: () => Promise<unknown>) {
	const before = await written();
	await expect(work()).rejects.toMatchObject({ reason });
	expect(await written()).toEqual(before);
}

describe('a member of the team who comes from the provider', () => {
	it('gets the account that waits for the address, with the roles the provider says', async () => {
		const invited = await invite();
		there.members.set('kim-1', { ...KIM, roles: ['mags-moderation', 'mags-kantine'] });
		const cookie = await come('kim-1');
		expect(await rolesOf(cookie)).toEqual(['moderator']);
		expect((await people.ofSession(testApp.as(null), cookie.value))?.person.id).toBe(invited);
		const told = (await written()).journal.map(({ verb }) => verb).sort();
		expect(told.filter((verb) => !verb.startsWith('consultation'))).toEqual(
			['account.linked', 'role.given', 'role.taken', 'staff.invited'].sort()
		);
	});

	it('is known by issuer and subject afterwards, whatever the address is then', async () => {
		const invited = await invite();
		there.members.set('kim-1', { ...KIM, roles: ['mags-moderation'] });
		await come('kim-1');
		there.members.set('kim-1', { ...KIM, email: 'geheiratet@ministerium.example', roles: ['mags-moderation'] });
		const again = await come('kim-1');
		expect((await people.ofSession(testApp.as(null), again.value))?.person.id).toBe(invited);
	});

	it('is out everywhere when the roles there have changed, and comes in with the new ones', async () => {
		await invite();
		there.members.set('kim-1', { ...KIM, roles: ['mags-moderation'] });
		const first = await come('kim-1');
		expect(await rolesOf(await come('kim-1'))).toEqual(['moderator']);
		expect(await rolesOf(first), 'the same roles end nothing').toEqual(['moderator']);
		there.members.set('kim-1', { ...KIM, roles: ['CN=Leitung,OU=Teilhabe', 'mags-redaktion'] });
		const later = await come('kim-1');
		expect(await rolesOf(later)).toEqual(expect.arrayContaining(['editor', 'admin']));
		expect(await rolesOf(first)).toBe(null);
	});

	it('is out, and stays out, when the provider gives no role any more', async () => {
		const kim = await invite();
		there.members.set('kim-1', { ...KIM, roles: ['mags-moderation'] });
		const before = await come('kim-1');
		there.members.set('kim-1', KIM);
		await expect(come('kim-1')).rejects.toMatchObject({ reason: 'providerWithoutRole' });
		expect(await rolesOf(before)).toBe(null);
		expect((await written()).roles.filter(({ personId }) => personId === kim)).toEqual([]);
	});

	it('is not signed out by a word that the provider has not signed', async () => {
		await refused('providerInvalid', () => provider.signedOutThere(testApp.as(null), 'eyJhbGciOiJub25lIn0.e30.'));
	});

	it('does not come in with a password any more, nor gets roles here', async () => {
		const kim = await invite();
		const enter = () => people.enterAsStaff(testApp.as(null), { email: 'kim@ministerium.example', password: PASSWORD });
		expect((await enter()).stage).toBe('none');
		there.members.set('kim-1', { ...KIM, roles: ['mags-moderation'] });
		await come('kim-1');
		await expect(enter()).rejects.toMatchObject({ reason: 'providerOnly' });
		const admin = testApp.as(await testApp.person('none', { roles: ['admin'] }));
		const giving = staff.giveRole(admin, { person: kim, role: 'admin' });
		await expect(giving).rejects.toMatchObject({ reason: 'rolesFromProvider' });
		expect((await staff.all(admin)).map(({ fromProvider }) => fromProvider)).toEqual([true]);
	});

	it('ends what was opened or half opened with a password: a second factor given late lets nobody in', async () => {
		const known = { email: 'kim@ministerium.example', password: PASSWORD };
		const kim = await staff.put(testApp.as(null), { ...known, name: 'Kim', roles: ['moderator'] });
		const half = await people.enterAsStaff(testApp.as(null), known);
		const whole = await sessions.open(testApp.app, kim);
		there.members.set('kim-1', { ...KIM, roles: ['mags-moderation'] });
		await come('kim-1');
		for (const { value } of [half, whole]) expect(await people.ofSession(testApp.as(null), value)).toBe(null);
	});

	it('is kept out when the account is blocked', async () => {
		const kim = await invite();
		there.members.set('kim-1', { ...KIM, roles: ['mags-moderation'] });
		await come('kim-1');
		await staff.block({ ...testApp.as(null), via: 'command' }, kim);
		await expect(come('kim-1')).rejects.toMatchObject({ reason: 'accountBlocked' });
		expect((await written()).sessions).toEqual([]);
	});
});

describe('somebody nobody has invited', () => {
	it('does not get in, however many roles the provider gives', async () => {
		there.members.set('kim-1', { ...KIM, roles: ['CN=Leitung,OU=Teilhabe'] });
		await refused('providerUninvited', () => come('kim-1'));
	});

	it('gets an account without a password where the settings say so', async () => {
		await settled({ OIDC_CREATE_ACCOUNTS: '1' });
		there.members.set('kim-1', { ...KIM, roles: ['mags-redaktion'] });
		const visitor = await people.ofSession(testApp.as(null), (await come('kim-1')).value);
		expect(visitor?.person).toMatchObject({ pseudonym: 'Kim Muster', roles: ['editor'] });
		const [account] = (await written()).accounts;
		expect(account?.email).toBe('kim@ministerium.example');
		const blank = people.enterAsStaff(testApp.as(null), { email: 'kim@ministerium.example', password: '' });
		await expect(blank).rejects.toMatchObject({ reason: 'passwordWrong' });
	});

	it('does not get an account without a role, not even then', async () => {
		await settled({ OIDC_CREATE_ACCOUNTS: '1' });
		there.members.set('kim-1', { ...KIM, roles: ['mags-kantine'] });
		await refused('providerWithoutRole', () => come('kim-1'));
	});
});

describe('an address alone', () => {
	it('opens no account that is somebody else’s at the provider, until the operator parts them', async () => {
		const kim = await invite();
		there.members.set('kim-1', { ...KIM, roles: ['mags-moderation'] });
		there.members.set('kim-2', { ...KIM, sub: 'kim-2', roles: ['CN=Leitung,OU=Teilhabe'] });
		await come('kim-1');
		await refused('providerAddressTaken', () => come('kim-2'));
		expect(await provider.unlink(testApp.as(null), kim)).toBe(true);
		expect(await rolesOf(await come('kim-2'))).toEqual(['admin']);
		await refused('providerAddressTaken', () => come('kim-1'));
	});

	it('opens nothing when nobody has confirmed it, unless the provider confirms them all', async () => {
		await invite();
		there.members.set('kim-1', { ...KIM, email_verified: false, roles: ['mags-moderation'] });
		await refused('providerWithoutEmail', () => come('kim-1'));
		await settled({ OIDC_TRUST_EMAIL: '1' });
		await invite();
		expect(await rolesOf(await come('kim-1'))).toEqual(['moderator']);
	});
});

describe('what goes wrong at the provider', () => {
	beforeEach(async () => {
		await invite();
		there.members.set('kim-1', { ...KIM, roles: ['mags-moderation'] });
	});

	it('is told, and leaves nothing behind: they give up there', async () => {
		await refused('providerDenied', async () => (await signIn(null)).enter());
	});

	it('… no such thing as a role', async () => {
		there.members.set('kim-1', KIM);
		await refused('providerWithoutRole', () => come('kim-1'));
	});

	it('… an answer that was used', async () => {
		const { enter, returned } = await signIn('kim-1');
		const both = await Promise.allSettled([enter(), enter()]);
		expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		await refused('providerExpired', enter);
		await refused('providerStrange', () => provider.enter(testApp.as(null), { ...returned, sealed: undefined }));
	});

	it('… an answer for another browser, or for a sign-in that has begun too long ago', async () => {
		const { returned } = await signIn('kim-1');
		const { sealed } = await provider.begin(testApp.as(null), '/');
		await refused('providerStrange', () => provider.enter(testApp.as(null), { ...returned, sealed }));
		const changed = `${returned.sealed?.slice(0, -4)}AAAA`;
		await refused('providerStrange', () => provider.enter(testApp.as(null), { ...returned, sealed: changed }));
		testApp.at('2027-05-10T12:10:00.000Z');
		await refused('providerStrange', () => provider.enter(testApp.as(null), returned));
	});

	it('… an answer from somebody else', async () => {
		const foreign = encodeURIComponent('https://boese.example');
		const on = (search: string) => search.replace(/iss=[^&]+/, `iss=${foreign}`);
		await refused('providerForeign', async () => (await signIn('kim-1', on)).enter());
	});

	it('… a code of somebody else', async () => {
		const other = await signIn('kim-1');
		const code = new URLSearchParams(other.returned.search).get('code') ?? '';
		const on = (search: string) => search.replace(/code=[^&]+/, `code=${code}`);
		await refused('providerExpired', async () => (await signIn('kim-1', on)).enter());
	});

	it('… a signature that is not the provider’s', async () => {
		there.wrong.keys = true;
		await refused('providerInvalid', () => come('kim-1'));
	});

	it('… a provider that breaks down on the way, or answers too late', async () => {
		const one = await signIn('kim-1');
		there.wrong.broken = true;
		await refused('providerAway', one.enter);
		there.wrong.broken = false;
		const other = await signIn('kim-1');
		there.wrong.slow = 6_000;
		await refused('providerAway', other.enter);
	}, 20_000);

	it('… a provider that is not there, and one that says it is another', async () => {
		await settled({ OIDC_ISSUER: 'http://127.0.0.1:9' });
		await refused('providerAway', () => provider.begin(testApp.as(null), '/'));
		await settled({ OIDC_ISSUER: there.issuer.replace('localhost', '127.0.0.1') });
		await refused('providerForeign', () => provider.begin(testApp.as(null), '/'));
	});

	it('… a provider that was away and is back', async () => {
		await settled();
		there.wrong.broken = true;
		await refused('providerAway', () => provider.begin(testApp.as(null), '/'));
		there.wrong.broken = false;
		await invite();
		expect(await rolesOf(await come('kim-1'))).toEqual(['moderator']);
	});

	it('… a code that has lain too long', async () => {
		const hasty = await startProvider(ORIGIN, { codeSeconds: 1 });
		hasty.members.set('kim-1', { ...KIM, roles: ['mags-moderation'] });
		await settled(hasty.settings);
		await invite();
		const { enter } = await signIn('kim-1');
		await new Promise((done) => setTimeout(done, 2_100));
		await refused('providerExpired', enter);
		await hasty.close();
	});

	it('… a sign-in without the second step that the settings ask for', async () => {
		await settled({ OIDC_ACR: 'strong' });
		await invite();
		await refused('providerTooWeak', () => come('kim-1'));
		// What stands in a profile says nothing about this sign-in.
		there.members.set('kim-1', { ...KIM, roles: ['mags-moderation'], acr: 'strong' });
		await refused('providerTooWeak', () => come('kim-1'));
	});

	it('… a secret that the provider does not know', async () => {
		await settled({ OIDC_CLIENT_SECRET: 'another' });
		await invite();
		await refused('providerSetup', () => come('kim-1'));
	});
});

describe('passwords that are switched off', () => {
	const enter = () => people.enterAsStaff(testApp.as(null), { email: 'kim@ministerium.example', password: PASSWORD });

	it('open nothing, right or wrong', async () => {
		await settled({ STAFF_PASSWORDS: '0' });
		await invite();
		await refused('passwordsOff', enter);
	});

	it('open one account for a day when the operator says so, linked or not', async () => {
		await settled({ STAFF_PASSWORDS: '0' });
		const kim = await invite();
		await staff.put(testApp.as(null), {
			email: 'uwe@ministerium.example',
			name: 'Uwe',
			password: PASSWORD,
			roles: ['helper']
		});
		there.members.set('kim-1', { ...KIM, roles: ['mags-moderation'] });
		await come('kim-1');
		expect(await recovery.open(testApp.as(null), kim)).toBe('2027-05-11T12:00:00.000Z');
		expect((await enter()).stage).toBe('enrol');
		const uwe = { email: 'uwe@ministerium.example', password: PASSWORD };
		await expect(people.enterAsStaff(testApp.as(null), uwe)).rejects.toMatchObject({ reason: 'passwordsOff' });
		testApp.at('2027-05-11T12:00:00.000Z');
		await expect(enter()).rejects.toMatchObject({ reason: 'passwordsOff' });
		await provider.sweep(testApp.as(null));
		expect(await testApp.app.reader.selectFrom('passwordRecoveries').selectAll().execute()).toEqual([]);
		expect(await testApp.app.reader.selectFrom('usedSignIns').selectAll().execute()).toEqual([]);
	});
});
