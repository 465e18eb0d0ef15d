import { describe, expect, it } from 'vitest';
import { ageInWords, isOverdue, workingDays } from './age.ts';

describe('how long something waits', () => {
	it.each([
		['2027-05-10T21:59:00.000Z', '2027-05-10T21:59:30.000Z', 'seit heute'],
		// Midnight in Germany is 22:00 UTC in summer: two minutes later it is tomorrow.
		['2027-05-10T21:59:00.000Z', '2027-05-10T22:01:00.000Z', 'seit gestern'],
		['2027-05-07T08:00:00.000Z', '2027-05-10T08:00:00.000Z', 'seit 3 Tagen'],
		['2027-05-10T08:00:00.000Z', '2027-05-09T08:00:00.000Z', 'seit heute']
	])('from %s to %s: %s', (since, now, words) => expect(ageInWords(since, now)).toBe(words));

	// 2027-05-10 is a Monday.
	it.each([
		['2027-05-10T08:00:00.000Z', '2027-05-13T20:00:00.000Z', 3, false],
		['2027-05-10T08:00:00.000Z', '2027-05-14T06:00:00.000Z', 4, true],
		['2027-05-13T08:00:00.000Z', '2027-05-18T20:00:00.000Z', 3, false],
		['2027-05-13T08:00:00.000Z', '2027-05-19T06:00:00.000Z', 4, true],
		['2027-05-14T08:00:00.000Z', '2027-05-16T20:00:00.000Z', 0, false]
	])('from %s to %s: %i working days', (since, now, days, overdue) => {
		expect(workingDays(since, now)).toBe(days);
		expect(isOverdue(since, now)).toBe(overdue);
	});
});
