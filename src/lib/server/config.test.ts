import { describe, expect, it } from 'vitest';
import { BadConfig, readConfig } from './config.ts';

describe('the configuration', () => {
	it('works without any', () => {
		expect(readConfig({})).toMatchObject({
			database: { kind: 'sqlite', file: 'var/teilhabe.sqlite' },
			origin: 'http://localhost:3000',
			demo: false
		});
	});

	it('takes an empty value as none', () => {
		expect(readConfig({ PORT: '', SMTP_URL: '' })).toMatchObject({ port: 3000, smtpUrl: null });
	});

	it('knows PostgreSQL by its address, and the origin without a path', () => {
		const config = readConfig({ DATABASE_URL: 'postgresql://a@b/c', ORIGIN: 'https://teilhabe.example/irgendwo' });
		expect(config.database).toEqual({ kind: 'postgres', url: 'postgresql://a@b/c', pool: 10 });
		expect(config.origin).toBe('https://teilhabe.example');
	});

	const wrong = [
		['DATABASE_URL', 'mysql://x', 'must begin with postgres:// or file: and say where'],
		['DATABASE_URL', 'file:', 'must begin with postgres:// or file: and say where'],
		['PORT', 'abc', 'must be a whole number from 1 to 65535'],
		['PORT', '0', 'must be a whole number from 1 to 65535'],
		['PORT', '80.5', 'must be a whole number from 1 to 65535'],
		['ORIGIN', 'teilhabe.example', 'must be an address such as https://teilhabe.example'],
		['ORIGIN', 'ftp://teilhabe.example', 'must be an address such as https://teilhabe.example'],
		['TEILHABE_SECRET', 'short', 'needs at least 32 characters'],
		['TEILHABE_DEMO', 'yes', 'must be one of 0, 1'],
		['SMTP_URL', 'localhost:25', 'must be an address such as smtp://localhost:25'],
		['MAIL_FROM', 'somebody', 'must be an e-mail address such as teilhabe@office.example'],
		['LOG_LEVEL', 'loud', 'must be one of silent, error, warn, info, debug'],
		['DATABASE_POOL', '1000', 'must be a whole number from 1 to 100']
	] as const;
	it.each(wrong)('%s=%s: one sentence', (name, value, words) => {
		expect(() => readConfig({ [name]: value })).toThrow(new BadConfig(`The setting ${name} ${words}.`));
	});
});

const OIDC = {
	OIDC_ISSUER: 'https://anmeldung.example/realms/land',
	OIDC_CLIENT_ID: 'teilhabe',
	OIDC_ROLE_CLAIM: 'realm_access.roles',
	OIDC_ROLES: 'CN=Leitung,OU=Teilhabe=admin; mags-moderation=moderator;'
};

describe('the sign-in provider', () => {
	it('is none, or all that is needed of one', () => {
		expect(readConfig({})).toMatchObject({ oidc: null, passwords: true });
		expect(readConfig({ ...OIDC, OIDC_ACR: 'gold  silber', STAFF_PASSWORDS: '0' })).toMatchObject({
			passwords: false,
			oidc: {
				issuer: OIDC.OIDC_ISSUER,
				...{ clientSecret: null, name: null, scope: 'openid profile email', roleClaim: 'realm_access.roles' },
				roles: [
					{ value: 'CN=Leitung,OU=Teilhabe', role: 'admin' },
					{ value: 'mags-moderation', role: 'moderator' }
				],
				...{ createsAccounts: false, trustsEmail: false, acr: ['gold', 'silber'] }
			}
		});
	});

	const address = 'must be the https address of the provider, without a user, query or fragment';
	const pairs =
		'must be pairs such as group-editors=editor, separated by semicolons, with the roles helper, moderator, editor, publisher, admin';
	it.each([
		['OIDC_ISSUER', 'http://anmeldung.example', address],
		['OIDC_ISSUER', 'anmeldung.example', address],
		['OIDC_ISSUER', 'https://a:b@anmeldung.example', address],
		['OIDC_ISSUER', 'https://anmeldung.example/?', address],
		['OIDC_ISSUER', 'https://anmeldung.example/#x', address],
		['OIDC_ROLES', 'mags-moderation', pairs],
		['OIDC_ROLES', 'mags-moderation=boss', pairs],
		['OIDC_ROLES', '=admin', pairs],
		['OIDC_ROLES', ';', pairs],
		['OIDC_SCOPE', 'profile email', 'must be words with spaces between them, among them openid'],
		['OIDC_NAME', 'x'.repeat(41), 'must have at most 40 characters'],
		['OIDC_CLIENT_SECRET', ' ', 'must not be blank'],
		['OIDC_CREATE_ACCOUNTS', 'yes', 'must be one of 0, 1'],
		['OIDC_TRUST_EMAIL', '2', 'must be one of 0, 1'],
		['STAFF_PASSWORDS', 'off', 'must be one of 0, 1'],
		['OIDC_CLIENT_ID', '', 'is needed with OIDC_ISSUER'],
		['OIDC_ROLE_CLAIM', '', 'is needed with OIDC_ISSUER'],
		['OIDC_ROLES', '', 'is needed with OIDC_ISSUER']
	])('%s=%s: one sentence', (name, value, words) => {
		const reading = () => readConfig({ ...OIDC, [name]: value });
		expect(reading).toThrow(new BadConfig(`The setting ${name} ${words}.`));
	});

	it.each(['http://localhost:8080', 'http://127.0.0.1:8080/a', 'http://[::1]/'])('may be at %s', (issuer) => {
		expect(readConfig({ ...OIDC, OIDC_ISSUER: issuer }).oidc?.issuer).toBe(issuer);
	});

	it('is asked for when passwords are off, and when something else is said of it', () => {
		const alone = new BadConfig('The setting STAFF_PASSWORDS can be 0 only with OIDC_ISSUER.');
		expect(() => readConfig({ STAFF_PASSWORDS: '0' })).toThrow(alone);
		const idle = new BadConfig('The setting OIDC_ROLES means nothing without OIDC_ISSUER.');
		expect(() => readConfig({ OIDC_ROLES: 'a=admin' })).toThrow(idle);
	});
});

describe('numbers for Prometheus', () => {
	it('are served nowhere, or for this machine, or where the operator says', () => {
		expect(readConfig({}).metrics).toBe(null);
		expect(readConfig({ METRICS_PORT: '9464' }).metrics).toEqual({ host: '127.0.0.1', port: 9464 });
		expect(readConfig({ METRICS_PORT: '9464', METRICS_HOST: '10.0.0.5' }).metrics?.host).toBe('10.0.0.5');
	});

	it.each([
		['0', 'must be a whole number from 1 to 65535'],
		['3000', 'must not be PORT']
	])('METRICS_PORT=%s: one sentence', (value, words) => {
		expect(() => readConfig({ METRICS_PORT: value })).toThrow(new BadConfig(`The setting METRICS_PORT ${words}.`));
	});
});

/** What people type, paste or leave in by mistake. */
const HOSTILE = [
	' ',
	'\t',
	'0',
	'-1',
	'1e3',
	'0x10',
	'3000 ',
	'NaN',
	'null',
	'true',
	'"3000"',
	"'",
	'../..',
	'/',
	'x'.repeat(5_000)
];
const ADDRESSES = [
	'http://',
	'https://a b',
	'https://x/y',
	'https://u:p@x',
	'postgres://',
	'postgres://[',
	'file:',
	'smtp://',
	'ä@ö',
	'[::1'
];
const VARIABLES = [
	...[
		'DATABASE_URL',
		'DATABASE_POOL',
		'HOST',
		'PORT',
		'ORIGIN',
		'TEILHABE_KEYS',
		'TEILHABE_KEYS_LOST',
		'TEILHABE_VIDEO'
	],
	...['TEILHABE_SECRET', 'TEILHABE_DEMO', 'SMTP_URL', 'MAIL_FROM', 'LOG_LEVEL', 'ADDRESS_HEADER', 'XFF_DEPTH']
];

describe('a wrong value', () => {
	it.each(VARIABLES)('of %s is one sentence that names it, or is taken', (name) => {
		for (const value of [...HOSTILE, ...ADDRESSES]) {
			try {
				readConfig({ [name]: value });
			} catch (error) {
				if (!(error instanceof BadConfig)) throw error;
				expect(error.message).toMatch(new RegExp(`^The setting ${name} [^\\n]{5,150}\\.$`));
			}
		}
	});

	it.each([
		['PORT', '0x10'],
		['PORT', '1e3'],
		['DATABASE_POOL', ' '],
		['ORIGIN', 'https://u:p@x'],
		['DATABASE_URL', 'postgres://['],
		['TEILHABE_SECRET', ' '.repeat(40)]
	])('of %s: %s is refused', (name, value) => {
		expect(() => readConfig({ [name]: value })).toThrow(BadConfig);
	});
});
