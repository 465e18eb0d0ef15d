import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OPEN_ROUTES, staysOpen } from '../afterClosing.ts';
import type { Phase } from '../consultations/consultation.ts';
import type { Person, Role } from '../people/person.ts';
import { endings, mayClose } from './closure.ts';

const NOW = '2027-05-10T12:00:00.000Z';
const who = (...roles: Role[]): Person => ({
	...{ id: 'anna', pseudonym: 'anna', group: 'none', organisationId: null, organisation: null },
	roles
});
const phase = (beginsAt: string, endsAt: string): Phase => ({
	id: beginsAt,
	slug: 'collect',
	title: 'Sammeln',
	beginsAt,
	endsAt,
	actions: []
});
const past = phase('2027-01-01T00:00:00.000Z', '2027-02-01T00:00:00.000Z');
const runs = phase('2027-05-01T00:00:00.000Z', '2027-06-01T00:00:00.000Z');
const comes = phase('2027-08-01T00:00:00.000Z', '2027-09-01T00:00:00.000Z');

describe('a process may be closed', () => {
	const cases: [string, Person | null, Phase[], string | null, string | null][] = [
		['when everything announced is over', who('admin'), [past], null, null],
		['not while a phase runs', who('admin'), [past, runs], null, 'phasesNotOver'],
		['not before a phase that is announced', who('admin'), [past, comes], null, 'phasesNotOver'],
		['not before it has begun', who('admin'), [], null, 'phasesMissing'],
		['not twice', who('admin'), [past], NOW, 'processClosed'],
		['not by a publisher', who('publisher'), [past], null, 'roleMissing'],
		['not by anybody', null, [past], null, 'signInFirst']
	];
	it.each(cases)('%s', (_, person, phases, closedAt, because) => {
		const verdict = mayClose({ person, phases, closedAt, now: NOW });
		expect(verdict).toMatchObject(because ? { ok: false, because } : { ok: true });
	});

	it('and says until when it still goes on', () => {
		expect(mayClose({ person: who('admin'), phases: [comes, runs], closedAt: null, now: NOW })).toMatchObject({
			facts: { until: '1. September 2027' }
		});
	});
});

describe('after the closing', () => {
	it('what is kept goes in this order, codes counted from the last phase', () => {
		const all = endings(NOW, '2027-02-01T00:00:00.000Z');
		expect(all.map(({ what, at }) => `${what} ${at.slice(0, 10)}`)).toEqual([
			'addresses 2027-05-02',
			'drafts 2027-06-09',
			'rejected 2027-08-08',
			'codes 2028-02-01',
			'moderation 2029-05-09'
		]);
		const [first] = endings(NOW, '2027-05-01T00:00:00.000Z');
		expect(first).toEqual({ what: 'addresses', at: NOW });
	});

	it.each([
		['/(account)/meine-daten', '?/withdraw', true],
		['/(account)/meine-daten', '?/allow', false],
		['/(account)/abmelden', '', true],
		['/(account)/beitragen', '?/next', false],
		['/(account)/beitragen', '?/remove&entwurf=7', true],
		['/(public)/punkte/[number]', '?/vote', false],
		['/werkstatt/abschluss', '?/close', false],
		['/toString', '', false],
		[null, '', false]
	] as const)('%s %s stays open: %s', (route, action, open) => expect(staysOpen(route, action)).toBe(open));

	it('every verb by which somebody takes back what is theirs stays open, and those by which they come to it', () => {
		const verb = /\b(?:withdraw|takeBack|remove|forget|leave|claim|closeOwn)\w*\(ctx\b/;
		const found = globSync('src/routes/{(account),(public),werkstatt/erfassen/liste}/**/+page.server.ts').flatMap(
			(file) => {
				const route = dirname(file).replaceAll('\\', '/').slice('src/routes'.length);
				const [, actions = ''] = readFileSync(file, 'utf8').split('export const actions');
				return actions
					.split(/^\t(?=\w+: )/m)
					.filter((action) => verb.test(action))
					.map((action) => [route, /^\w+/.exec(action)?.[0].replace('default', '') ?? ''] as const);
			}
		);
		expect(found.length).toBeGreaterThan(12);
		expect(found.filter(([route, action]) => !staysOpen(route, action))).toEqual([]);
	});

	it('everything that stays open is there', () => {
		const folders = globSync('src/routes/**/+{page,server}*.ts').map(dirname);
		const ids = folders.map((folder) => folder.replaceAll('\\', '/').slice('src/routes'.length));
		const routes = new Set(ids.map((id) => id.replace(/\/\([^)]+\)/g, '')));
		expect(OPEN_ROUTES.filter((route) => !routes.has(route))).toEqual([]);
		expect(existsSync('src/routes/werkstatt/abschluss')).toBe(true);
	});
});
