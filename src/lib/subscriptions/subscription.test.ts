import { describe, expect, it } from 'vitest';
import { dueBefore, lastWeekly, maskedAddress, SubscriptionForm } from './subscription.ts';

describe('the last Monday at seven', () => {
	it.each([
		['an ordinary Monday, a second before', '2027-05-10T04:59:59.000Z', '2027-05-03T05:00:00.000Z'],
		['an ordinary Monday, at seven', '2027-05-10T05:00:00.000Z', '2027-05-10T05:00:00.000Z'],
		['the Sunday after', '2027-05-16T21:59:59.999Z', '2027-05-10T05:00:00.000Z'],
		['winter', '2027-01-13T12:00:00.000Z', '2027-01-11T06:00:00.000Z'],
		['the Sunday on which clocks go forward', '2027-03-28T12:00:00.000Z', '2027-03-22T06:00:00.000Z'],
		['the Monday after that', '2027-03-29T05:00:00.000Z', '2027-03-29T05:00:00.000Z'],
		['the Monday after that, an hour too early', '2027-03-29T04:30:00.000Z', '2027-03-22T06:00:00.000Z'],
		['the Sunday on which clocks go back', '2027-10-31T12:00:00.000Z', '2027-10-25T05:00:00.000Z'],
		['the Monday after that', '2027-11-01T06:00:00.000Z', '2027-11-01T06:00:00.000Z'],
		['the Monday after that, an hour too early', '2027-11-01T05:30:00.000Z', '2027-10-25T05:00:00.000Z'],
		['New Year', '2028-01-01T00:00:00.000Z', '2027-12-27T06:00:00.000Z']
	])('on %s', (_, now, expected) => {
		expect(lastWeekly(now)).toBe(expected);
		expect(dueBefore('weekly', now)).toBe(expected);
	});

	it('comes fifty-three times in a year, and every hour of the year says one that is over and less than a week and an hour ago', () => {
		const moments = new Set<string>();
		for (let at = Date.UTC(2027, 0, 1); at < Date.UTC(2028, 0, 1); at += 3_600_000) {
			const last = lastWeekly(new Date(at).toISOString());
			const past = at - Date.parse(last);
			expect(past).toBeGreaterThanOrEqual(0);
			expect(past).toBeLessThan((7 * 24 + 1) * 3_600_000);
			moments.add(last);
		}
		expect(moments.size).toBe(53);
	});
});

it.each(['', 'nobody', 'a@b', 'a@example.org, b@example.org', 'a@example.org\r\nBcc: b@example.org'])(
	'%j is no address',
	(email) => expect(SubscriptionForm.safeParse({ email, rhythm: 'weekly' }).success).toBe(false)
);

it('an address is known by its first sign and its house', () => {
	expect(maskedAddress('maria.m@example.org')).toBe('m…@example.org');
});
