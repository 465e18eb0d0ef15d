import { describe, expect, it } from 'vitest';
import { calendar, weeksOf } from './calendar.ts';

describe('the calendar', () => {
	it('has every day of the month once, Monday first', () => {
		const weeks = weeksOf('2027-05');
		expect(weeks[0]).toEqual([null, null, null, null, null, 1, 2]);
		expect(weeks.flat().filter((day) => day !== null)).toEqual(Array.from({ length: 31 }, (_, i) => i + 1));
		expect(weeksOf('2027-02')).toHaveLength(4);
	});

	it('says nothing about us', () => {
		const page = calendar('2027-05-10T12:00:00.000Z');
		expect(page).toContain('Mai 2027');
		expect(page).not.toMatch(/teilhabe|armut|href|src=/i);
	});
});
