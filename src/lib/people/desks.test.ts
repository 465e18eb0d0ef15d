import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DESKS, desksOf } from './desks.ts';
import { ROLES, type Person } from './person.ts';

const someone = (...roles: Person['roles'][number][]): Person => ({
	id: 'x',
	pseudonym: 'Kim',
	group: 'none',
	organisationId: null,
	organisation: null,
	roles
});

describe('the desks of the workshop', () => {
	it.each([
		[[], []],
		[['helper'], ['erfassen', 'treffen', 'karten']],
		[
			['moderator'],
			['treffen', 'eingang', 'widersprueche', 'verteilen', 'stapel', 'entwurf', 'verbleib', 'freigabe', 'meldungen']
		],
		[
			['moderator', 'helper'],
			[
				'erfassen',
				'treffen',
				'eingang',
				'widersprueche',
				'verteilen',
				'stapel',
				'entwurf',
				'verbleib',
				'freigabe',
				'karten',
				'meldungen'
			]
		],
		[
			['editor'],
			[
				'verteilen',
				'stapel',
				'entwurf',
				'verbleib',
				'freigabe',
				'umsetzung',
				'aufrufe',
				'berichte',
				'vergleich',
				'meldungen'
			]
		],
		[['publisher'], ['entwurf', 'verbleib', 'freigabe', 'umsetzung', 'aufrufe', 'berichte', 'vergleich', 'phasen']],
		[['admin'], DESKS.map((desk) => desk.slug).filter((slug) => slug !== 'verteilen' && slug !== 'stapel')]
	] as const)('%j work at %j', (roles, desks) => expect(desksOf(someone(...roles))).toEqual(desks));

	it('nobody works nowhere', () => {
		expect(desksOf(null)).toEqual([]);
		for (const role of ROLES) expect(desksOf(someone(role))).not.toEqual([]);
	});

	it.each(DESKS.map((desk) => desk.slug))('%s has a page', (slug) => {
		expect(existsSync(`src/routes/werkstatt/${slug}/+page.svelte`)).toBe(true);
	});
});
