import { t } from '../texts/texts.ts';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Role } from '../people/person.ts';
import { checksOf, firstSteps, isReady, type CheckName, type Facts } from './readiness.ts';

const staff = (roles: Role[], email = `${roles.join('')}@amt.example`) => ({ email, roles, hasFactor: true });
const shut = (path: string) => ({ path, openToOthers: false });

/** A site as it should be. */
const GOOD: Facts = {
	now: '2027-05-10T12:00:00.000Z',
	origin: 'https://teilhabe.example',
	demo: false,
	profileChosen: true,
	phases: [
		{
			id: 'p',
			slug: 'collect',
			title: 'Sammeln',
			beginsAt: '2027-06-01T00:00:00.000Z',
			endsAt: '2027-07-01T00:00:00.000Z',
			actions: []
		}
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
		slug: 'collect',
		title: 'Sammeln',
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
	['profile', 'advice', { profileChosen: false }],
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
	});

	it.each([
		['the age of a backup nobody makes', 'backupAge', { backup: null }],
		['the room on a disk that could not be looked at', 'disk', { freeBytes: null }]
	])('%s is neither missing nor there', (_, name, facts) => {
		expect(checksOf({ ...GOOD, ...facts }).map((one) => one.name)).not.toContain(name);
	});

	it('what a page lacks stands with the page, and what the law asks for stands apart', () => {
		const pages: Facts['openPlaces'] = [
			{ title: 'Impressum', places: ['authority'] },
			{ title: 'Hilfe', places: ['helpPhone'] }
		];
		const lacking = (name: CheckName) =>
			checksOf({ ...GOOD, openPlaces: pages }).find((one) => one.name === name)?.missing;
		expect(lacking('legalTexts')).toEqual([{ title: 'Impressum', names: [t.places.authority] }]);
		expect(lacking('otherTexts')).toEqual([{ title: 'Hilfe', names: [t.places.helpPhone] }]);
	});

	it('the secret in a file is fine, and said', () => {
		expect(open({ secret: shut('/var/secret') })).toEqual(['secretPlace']);
	});

	it('a process that runs already is not asked for its profile', () => {
		const begun = past.map((one) => ({ ...one, endsAt: '2027-06-01T00:00:00.000Z' }));
		expect(open({ profileChosen: false, phases: begun })).toEqual([]);
	});

	it('every check has t.readiness, and its link a page', () => {
		const names = checksOf(GOOD).map(({ name }) => name);
		expect(names.toSorted()).toEqual(Object.keys(t.readiness.checks).sort());
		for (const { href } of Object.values(t.readiness.checks)) {
			if (href === null) continue;
			const groups = ['', '/(account)', '/(public)'].map((group) => `src/routes${group}${href}`);
			expect([...groups, 'src/routes/(public)/[page]'].some((folder) => existsSync(folder))).toBe(true);
		}
	});
});

describe('the way of a new installation', () => {
	const nothing: { name: CheckName; done: boolean }[] = [];
	const done = (...names: CheckName[]) => ['profile' as const, ...names].map((name) => ({ name, done: true }));
	const process = ['consultation', 'phases'] as const;
	const staff = ['admin', 'publishers', 'moderator'] as const;
	it.each([
		['nothing', nothing, false, 'profile', '/werkstatt/profil'],
		['a profile', done(), false, 'process', '/werkstatt/verfahren/neu'],
		['a process without a phase', done('consultation'), false, 'process', '/werkstatt/phasen'],
		['a process', done(...process), false, 'texts', '/werkstatt/angaben'],
		['its texts', done(...process, 'legalTexts'), false, 'staff', '/werkstatt/team'],
		['its staff', done(...process, 'legalTexts', ...staff), false, 'cards', '/werkstatt/karten'],
		['its cards', done(...process, 'legalTexts', ...staff, 'cards'), false, 'open', '/werkstatt/phasen'],
		['a phase that runs', done(...process, 'legalTexts', ...staff, 'cards'), true, undefined, undefined]
	] as const)('with %s', (_, checks, running, step, href) => {
		const now = firstSteps(checks, running).find(({ state }) => state === 'current');
		expect([now?.name, now?.href]).toEqual([step, href]);
	});
});
