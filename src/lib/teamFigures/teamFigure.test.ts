import { describe, expect, it } from 'vitest';
import { daysUntil, forecast } from './teamFigure.ts';

const NOW = '2027-05-28T12:00:00.000Z';
const days = (came: number, done: number) =>
	daysUntil(NOW, new Map(), new Map()).map((day) => ({ ...day, came, done }));

describe('the figures of the team', () => {
	it('show the last four weeks, also the days on which nothing happened', () => {
		const shown = daysUntil(NOW, new Map([['2027-05-28', 3]]), new Map([['2027-05-01', 2]]));
		expect(shown).toHaveLength(28);
		expect(shown[0]).toEqual({ day: '2027-05-01', came: 0, done: 2 });
		expect(shown.at(-1)).toEqual({ day: '2027-05-28', came: 3, done: 0 });
	});

	it('count days as they are in Germany: after midnight there it is the next one, and no change of the clocks skips one', () => {
		expect(daysUntil('2027-05-27T22:30:00.000Z', new Map(), new Map()).at(-1)?.day).toBe('2027-05-28');
		// Half past midnight, the day after clocks went forward.
		const told = daysUntil('2027-03-28T22:30:00.000Z', new Map(), new Map()).map(({ day }) => day);
		expect(told.slice(-3)).toEqual(['2027-03-27', '2027-03-28', '2027-03-29']);
		expect(new Set(told).size).toBe(28);
	});

	it.each([
		[0, days(9, 0), { kind: 'nothingLeft' }],
		[10, days(3, 3), { kind: 'never' }],
		[10, days(4, 3), { kind: 'never' }],
		[10, days(1, 3), { kind: 'days', days: 5 }],
		[11, days(1, 3), { kind: 'days', days: 6 }]
	])('%d left: they say when nothing will be, if it goes on so', (left, so, told) => {
		expect(forecast(left, so)).toEqual(told);
	});
});
