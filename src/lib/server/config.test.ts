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
		['MAIL_FROM', 'somebody', 'must be an e-mail address such as teilhabe@ministry.example'],
		['LOG_LEVEL', 'loud', 'must be one of silent, error, warn, info, debug'],
		['DATABASE_POOL', '1000', 'must be a whole number from 1 to 100']
	] as const;
	it.each(wrong)('%s=%s: one sentence', (name, value, words) => {
		expect(() => readConfig({ [name]: value })).toThrow(new BadConfig(`The setting ${name} ${words}.`));
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
