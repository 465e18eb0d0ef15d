import { describe, expect, it } from 'vitest';
import { newId } from '#lib/server/ids.ts';
import { DAYS_MAX, PageQuery, pageOf, tell } from './chronicle.ts';

const entry = (at: string, verb = 'proposal.published', details: object = {}) => ({
	...{ id: newId(Date.parse(at)), at, verb, subjectId: newId(), consultationId: null },
	details: JSON.stringify(details)
});
const daysBack = (days: number) => new Date(Date.parse('2027-05-10T12:00:00.000Z') - days * 86_400_000).toISOString();

const TITLES = new Map([
	['collect', 'Sammeln'],
	['draft', 'Entwurf']
]);

describe('a line of the chronicle', () => {
	it.each([
		['phase.began', { kind: 'collect' }, 'Eine neue Phase hat begonnen: Sammeln.', null],
		[
			'version.published',
			{ number: 2, title: 'Entwurf' },
			'Fassung 2 der Strategie ist veröffentlicht: »Entwurf«',
			'/fassungen/2'
		],
		[
			'answers.published',
			{ version: 2, count: 1 },
			'Mit Fassung 2 sind Antworten auf einen Beitrag veröffentlicht.',
			'/fassungen/2'
		],
		[
			'answers.published',
			{ version: 2, count: 80 },
			'Mit Fassung 2 sind Antworten auf 80 Beiträge veröffentlicht.',
			'/fassungen/2'
		],
		['call.published', { number: 1, title: 'Aufruf' }, 'Projektaufruf 1 ist veröffentlicht: »Aufruf«', '/aufrufe/1'],
		[
			'report.published',
			{ number: 3, title: 'Bericht' },
			'Bericht 3 an den Landtag ist veröffentlicht: »Bericht«',
			'/berichte/3'
		]
	])('%s %j', (verb, details, text, href) => {
		expect(tell(entry(daysBack(0), verb, details), TITLES)).toMatchObject({ text, href });
	});

	it('is not written for contributions and for what is not told', () => {
		expect(tell(entry(daysBack(0)), TITLES)).toBeNull();
		expect(tell(entry(daysBack(0), 'comment.published'), TITLES)).toBeNull();
	});

	it('does not fail over a broken entry', () => {
		expect(tell({ ...entry(daysBack(0), 'version.published'), details: 'no json' }, TITLES)?.text).toContain('{title}');
	});
});

describe('a page of the chronicle', () => {
	it('counts contributions by the day in Germany', () => {
		const { days, next } = pageOf(
			[
				entry('2027-05-09T23:00:00.000Z'),
				entry('2027-05-09T22:30:00.000Z', 'phase.began', { kind: 'collect' }),
				entry('2027-05-09T21:00:00.000Z'),
				entry('2027-05-09T08:00:00.000Z')
			],
			false,
			TITLES
		);
		expect(days).toMatchObject([
			{ date: '2027-05-10', contributions: 1, lines: [{ text: 'Eine neue Phase hat begonnen: Sammeln.' }] },
			{ date: '2027-05-09', contributions: 2, lines: [] }
		]);
		expect(next).toBeNull();
	});

	it('ends after sixty days, and the next begins where it ended', () => {
		const entries = Array.from({ length: 75 }, (_, i) => entry(daysBack(i), 'phase.began', { kind: 'draft' }));
		const { days, next } = pageOf(entries, false, TITLES);
		expect(days).toHaveLength(DAYS_MAX);
		expect(next).toBe(entries[DAYS_MAX - 1]?.id);
	});

	it('never shows half a day, unless that day alone is too much', () => {
		const busy = Array.from({ length: 5 }, () => entry(daysBack(1)));
		const two = pageOf([entry(daysBack(0)), ...busy], true, TITLES);
		expect(two.days.map((day) => day.date)).toEqual(['2027-05-10']);
		const one = pageOf(busy, true, TITLES);
		expect(one).toMatchObject({ days: [{ contributions: 5 }], next: busy.at(-1)?.id });
	});

	it('tells a run of days with nothing but contributions in one line, month by month', () => {
		const quiet = [0, 1, 3, 9, 10].map((back) => entry(daysBack(back)));
		const began = entry(daysBack(2), 'phase.began', { kind: 'draft' });
		const { days } = pageOf([...quiet.slice(0, 2), began, ...quiet.slice(2)], false, TITLES);
		expect(days).toMatchObject([
			{ date: '2027-05-10', since: '2027-05-09', contributions: 2 },
			{ date: '2027-05-08', since: '2027-05-08', contributions: 0 },
			{ date: '2027-05-07', since: '2027-05-01', contributions: 2 },
			{ date: '2027-04-30', since: '2027-04-30', contributions: 1 }
		]);
	});

	it('is the first one when the address was tampered with', () => {
		expect(PageQuery.parse({ vor: "';drop table" }).vor).toBeUndefined();
		expect(PageQuery.parse({}).vor).toBeUndefined();
	});
});
