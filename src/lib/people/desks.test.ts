import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { byUrgency, DESKS, desksOf, type Pile } from './desks.ts';
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

describe('what waits in the workshop', () => {
	const pile = (desk: Pile['desk'], since: string | null, late = false): Pile => ({ desk, count: 1, since, late });

	it('is late work first, then the oldest, then the rest in the order of the work', () => {
		const piles = [
			pile('verbleib', null),
			pile('verteilen', null),
			pile('eingang', '2027-01-03'),
			pile('widersprueche', '2027-01-02'),
			pile('umsetzung', null, true),
			pile('meldungen', '2027-01-09', true)
		];
		expect(byUrgency(piles).map(({ desk }) => desk)).toEqual([
			'meldungen',
			'umsetzung',
			'widersprueche',
			'eingang',
			'verteilen',
			'verbleib'
		]);
	});
});
