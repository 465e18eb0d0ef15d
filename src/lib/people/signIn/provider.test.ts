import { describe, expect, it } from 'vitest';
import {
	emailFrom,
	mayComeFromProvider,
	mayJoinTeam,
	mayUsePassword,
	nameFrom,
	rolesFrom,
	type NewTeamMember,
	type ProviderRules
} from './provider.ts';

const rules: ProviderRules = {
	roleClaim: 'realm_access.roles',
	roles: [
		{ value: 'leitung', role: 'admin' },
		{ value: 'mod', role: 'moderator' },
		{ value: 'beide', role: 'moderator' },
		{ value: 'beide', role: 'editor' }
	],
	createsAccounts: false,
	acr: [],
	trustsEmail: false
};

describe('roles from the provider', () => {
	const table: [string, Record<string, unknown>, string[]][] = [
		['a list', { realm_access: { roles: ['mod', 'kantine'] } }, ['moderator']],
		['one word', { realm_access: { roles: 'leitung' } }, ['admin']],
		[
			'one value for two roles, one role for two values',
			{ realm_access: { roles: ['beide', 'mod'] } },
			['moderator', 'editor']
		],
		['a claim that has the whole path for a name', { 'realm_access.roles': ['mod'], realm_access: {} }, ['moderator']],
		['none', {}, []],
		['a part of a word', { realm_access: { roles: ['leitung2', 'Leitung', 'moderator'] } }, []],
		['words in one', { realm_access: { roles: 'mod leitung' } }, []],
		['nonsense', { realm_access: { roles: [{ mod: true }, null, 7, ['mod']] } }, []],
		['a path into a text', { realm_access: 'roles' }, []],
		['what every object has', { realm_access: { roles: { length: 1, 0: 'mod' } } }, []]
	];
	it.each(table)('%s', (_, claims, roles) => {
		expect(rolesFrom(claims, rules)).toEqual(roles);
	});

	it('do not come from what every object inherits', () => {
		expect(
			rolesFrom({}, { ...rules, roleClaim: 'constructor.name', roles: [{ value: 'Object', role: 'admin' }] })
		).toEqual([]);
	});
});

describe('an address from the provider', () => {
	it.each([
		[{ email: 'Kim@Amt.example', email_verified: true }, 'kim@amt.example', 'kim@amt.example'],
		[{ email: 'kim@amt.example', email_verified: false }, null, 'kim@amt.example'],
		[{ email: 'kim@amt.example', email_verified: 'true' }, null, 'kim@amt.example'],
		[{ email: 'kim@amt.example' }, null, 'kim@amt.example'],
		[{ email: 'kim', email_verified: true }, null, null],
		[{ email: ['kim@amt.example'], email_verified: true }, null, null],
		[{}, null, null]
	])('%j', (claims, confirmed, trusted) => {
		expect(emailFrom(claims, rules)).toBe(confirmed);
		expect(emailFrom(claims, { ...rules, trustsEmail: true })).toBe(trusted);
	});

	it('stands for a name where there is none', () => {
		expect(['Kim', ' ', 7, 'x'.repeat(200)].map((name) => nameFrom({ name }, 'k@a.example').length)).toEqual([
			3, 11, 11, 80
		]);
		expect(nameFrom({ name: ' Kim\u202E\u0000 Muster ' }, 'k@a.example')).toBe('Kim Muster');
	});
});

describe('how strongly somebody has signed in there', () => {
	it.each([
		[[], undefined, true],
		[['gold'], 'gold', true],
		[['gold', 'silber'], 'silber', true],
		[['gold'], 'silber', false],
		[['gold'], undefined, false],
		[['undefined'], 'gold', false]
	] as const)('asked for %j, got %s', (acr, got, ok) => {
		expect(mayComeFromProvider({ acr: got }, { ...rules, acr }).ok).toBe(ok);
	});
});

describe('somebody the provider sends for the first time', () => {
	const whole: NewTeamMember = { roles: 1, email: 'a@b.example', account: { linked: false, blockedAt: null } };
	const table: [string, Partial<NewTeamMember>, string | null, string | null][] = [
		['invited', {}, null, null],
		['without a role', { roles: 0 }, 'providerWithoutRole', 'providerWithoutRole'],
		['without an address', { email: null, account: null }, 'providerWithoutEmail', 'providerWithoutEmail'],
		['not invited', { account: null }, 'providerUninvited', null],
		[
			'with the address of another',
			{ account: { linked: true, blockedAt: null } },
			'providerAddressTaken',
			'providerAddressTaken'
		],
		['blocked', { account: { linked: false, blockedAt: '2027' } }, 'accountBlocked', 'accountBlocked']
	];
	it.each(table)('%s', (_, facts, invited, created) => {
		const told = (createsAccounts: boolean) => {
			const verdict = mayJoinTeam({ ...whole, ...facts }, { ...rules, createsAccounts });
			return verdict.ok ? null : verdict.because;
		};
		expect([told(false), told(true)]).toEqual([invited, created]);
	});
});

describe('a password', () => {
	it.each([
		[{ on: true, linked: false, recovers: false }, null],
		[{ on: true, linked: true, recovers: false }, 'providerOnly'],
		[{ on: false, linked: false, recovers: false }, 'passwordsOff'],
		[{ on: false, linked: true, recovers: false }, 'passwordsOff'],
		[{ on: false, linked: true, recovers: true }, null],
		[{ on: true, linked: true, recovers: true }, null]
	])('%j', (facts, because) => {
		const verdict = mayUsePassword(facts);
		expect(verdict.ok ? null : verdict.because).toBe(because);
	});
});
