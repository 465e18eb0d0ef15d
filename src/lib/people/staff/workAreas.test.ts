import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
	bySection,
	byUrgency,
	sectionsOfMany,
	WORK_AREAS,
	WORK_SECTIONS,
	workAreasOf,
	type WaitingWork
} from './workAreas.ts';
import { ROLES, type Person } from '../person.ts';

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
			[
				'treffen',
				'eingang',
				'widersprueche',
				'meldungen',
				'verteilen',
				'stapel',
				'entwurf',
				'verbleib',
				'vertretung',
				'freigabe'
			]
		],
		[
			['moderator', 'helper'],
			[
				'erfassen',
				'treffen',
				'karten',
				'eingang',
				'widersprueche',
				'meldungen',
				'verteilen',
				'stapel',
				'entwurf',
				'verbleib',
				'vertretung',
				'freigabe'
			]
		],
		[
			['editor'],
			[
				'meldungen',
				'verteilen',
				'stapel',
				'entwurf',
				'verbleib',
				'vertretung',
				'freigabe',
				'uebersetzungen',
				'umsetzung',
				'vorrang',
				'aufrufe',
				'berichte',
				'vergleich'
			]
		],
		[
			['publisher'],
			[
				'entwurf',
				'verbleib',
				'vertretung',
				'beirat',
				'freigabe',
				'umsetzung',
				'vorrang',
				'aufrufe',
				'berichte',
				'berichtigungen',
				'vergleich',
				'phasen'
			]
		],
		[
			['admin'],
			WORK_AREAS.map((desk) => desk.slug).filter((slug) => !['verteilen', 'stapel', 'berichtigungen'].includes(slug))
		]
	] as const)('%j work at %j', (roles, desks) => expect(workAreasOf(someone(...roles))).toEqual(desks));

	it('few are gone to at once, many by their section, and none is in two', () => {
		expect(sectionsOfMany(workAreasOf(someone('helper')))).toBeNull();
		const all = workAreasOf(someone(...ROLES));
		const sections = sectionsOfMany(all) ?? [];
		expect(sections.map(({ section }) => section)).toEqual(WORK_SECTIONS);
		expect(sections.flatMap(({ desks }) => desks)).toEqual(all);
		expect(bySection(['team']).map(({ section }) => section)).toEqual(['running']);
	});

	it('nobody works nowhere', () => {
		expect(workAreasOf(null)).toEqual([]);
		for (const role of ROLES) expect(workAreasOf(someone(role))).not.toEqual([]);
	});

	it.each(WORK_AREAS.map((desk) => desk.slug))('%s has a page', (slug) => {
		expect(existsSync(`src/routes/werkstatt/${slug}/+page.svelte`)).toBe(true);
	});
});

describe('what waits in the workshop', () => {
	const pile = (desk: WaitingWork['desk'], since: string | null, late = false): WaitingWork => ({
		desk,
		count: 1,
		since,
		late
	});

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
