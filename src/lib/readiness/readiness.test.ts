import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Role } from '../people/person.ts';
import { readiness as words } from '../texts/de/readiness.ts';
import { checksOf, isReady, type CheckName, type Facts } from './readiness.ts';

const staff = (roles: Role[], email = `${roles.join('')}@amt.example`) => ({ email, roles, hasFactor: true });
const shut = (path: string) => ({ path, openToOthers: false });

/** A site as it should be. */
const GOOD: Facts = {
	now: '2027-05-10T12:00:00.000Z',
	origin: 'https://teilhabe.example',
	demo: false,
	phases: [
		{ id: 'p', kind: 'collect', beginsAt: '2027-06-01T00:00:00.000Z', endsAt: '2027-07-01T00:00:00.000Z', actions: [] }
	],
	staff: [
		staff(['publisher'], 'a@amt.example'),
		staff(['publisher'], 'b@amt.example'),
		staff(['moderator'], 'c@amt.example'),
		staff(['moderator', 'admin'], 'd@amt.example'),
		staff(['admin'], 'e@amt.example')
	],
	openPlaces: [],
	cards: 30,
	places: 1,
	mail: true,
	backup: { folder: '/backups', at: Date.parse('2027-05-10T02:00:00.000Z') },
	behindProxy: true,
	secret: null,
	keys: shut('/keys'),
	database: null,
	keysFolder: '/keys',
	keysBesideDatabase: false,
	isRoot: false,
	video: true,
	unreviewed: 0,
	freeBytes: 2 ** 40
};

const open = (facts: Partial<Facts>) =>
	checksOf({ ...GOOD, ...facts })
		.filter(({ done }) => !done)
		.map(({ name }) => name);

const past = [
	{
		id: 'p',
		kind: 'collect' as const,
		beginsAt: '2027-01-01T00:00:00.000Z',
		endsAt: '2027-02-01T00:00:00.000Z',
		actions: []
	}
];
const readable = { path: '/x', openToOthers: true };

/** What is missing, what is said of it, and whether one must not start so. */
const missing: [CheckName, 'essential' | 'advice', Partial<Facts>][] = [
	['phases', 'essential', { phases: past }],
	['publishers', 'essential', { staff: GOOD.staff.slice(1) }],
	['admin', 'essential', { staff: GOOD.staff.map((one) => ({ ...one, hasFactor: false })) }],
	['legalTexts', 'essential', { openPlaces: [{ title: 'Impressum', places: ['authority'] }] }],
	['demo', 'essential', { demo: true }],
	['demo', 'essential', { staff: [...GOOD.staff, staff(['helper'], 'helferin@demo.example')] }],
	['https', 'essential', { origin: 'http://teilhabe.example' }],
	['https', 'essential', { origin: 'https://localhost:3000' }],
	['proxy', 'essential', { behindProxy: false }],
	['secretOpen', 'essential', { secret: readable }],
	['keysOpen', 'essential', { keys: readable }],
	['databaseOpen', 'essential', { database: readable }],
	['backup', 'essential', { backup: null }],
	['backupAge', 'essential', { backup: { folder: '/backups', at: null } }],
	['backupAge', 'essential', { backup: { folder: '/backups', at: Date.parse('2027-05-08T11:00:00.000Z') } }],
	['secondAdmin', 'advice', { staff: GOOD.staff.slice(0, 4) }],
	['cards', 'advice', { cards: 0 }],
	['places', 'advice', { places: 0 }],
	['otherTexts', 'advice', { openPlaces: [{ title: 'Hilfe', places: ['helpPhone'] }] }],
	['otherTexts', 'advice', { openPlaces: [{ title: 'Barrierefreiheit', places: ['accessAudit'] }] }],
	['video', 'advice', { video: false }],
	['easyReview', 'advice', { unreviewed: 4 }],
	['mail', 'advice', { mail: false }],
	['root', 'advice', { isRoot: true }],
	['disk', 'advice', { freeBytes: 2 ** 29 }],
	['keysPlace', 'advice', { keysBesideDatabase: true }]
];

describe('before the site goes live', () => {
	it('nothing is open when everything is there', () => {
		expect(open({})).toEqual([]);
		expect(isReady(checksOf(GOOD))).toBe(true);
	});

	it.each(missing)('%s is seen, as %s', (name, level, facts) => {
		const checks = checksOf({ ...GOOD, ...facts });
		expect(open(facts).filter((one) => one !== 'secretPlace')).toContain(name);
		expect(checks.find((one) => one.name === name)?.essential).toBe(level === 'essential');
		expect(isReady(checks)).toBe(level === 'advice');
	});

	it('an empty machine is told everything at once', () => {
		const nothing = { phases: null, staff: [], cards: 0, backup: null, origin: 'http://localhost:3000' };
		expect(open(nothing)).toEqual(
			expect.arrayContaining(['consultation', 'phases', 'publishers', 'moderator', 'admin', 'https', 'backup', 'cards'])
		);
		expect(open(nothing)).not.toContain('backupAge');
	});

	it('the secret in a file is fine, and said', () => {
		expect(open({ secret: shut('/var/secret') })).toEqual(['secretPlace']);
	});

	it('every check has words, and its link a page', () => {
		const names = checksOf(GOOD).map(({ name }) => name);
		expect(names.toSorted()).toEqual(Object.keys(words.checks).sort());
		for (const { href } of Object.values(words.checks)) {
			if (href === null) continue;
			const groups = ['', '/(account)', '/(public)'].map((group) => `src/routes${group}${href}`);
			expect([...groups, 'src/routes/(public)/[page]'].some((folder) => existsSync(folder))).toBe(true);
		}
	});
});
