import { describe, expect, it } from 'vitest';
import { count, cursor, id, instant } from './cursor.ts';

const Place = cursor({ at: instant, number: count });

describe('where a page of a list ended', () => {
	it('is read back from an address as it was written, whatever else the last row says', () => {
		const row = { number: 12, title: 'a~b', at: '2027-05-10T12:00:00.000Z' };
		expect(Place.write(row)).toBe('2027-05-10T12:00:00.000Z~12');
		expect(Place.read(Place.write(row))).toEqual({ at: row.at, number: 12 });
		const uuid = '01970000-0000-7000-8000-000000000000';
		expect(cursor({ id }).read(uuid)).toEqual({ id: uuid });
	});

	it.each([undefined, null, '', '~', '2027-05-10T12:00:00.000Z', '2027-05-10T12:00:00.000Z~', 'x~12', '2027-05-10~12'])(
		'is nowhere when the address says %j',
		(text) => expect(Place.read(text)).toBeNull()
	);

	it.each(['2027-05-10T12:00:00.000Z~12~1', '2027-05-10T12:00:00.000Z~-1', '2027-05-10T12:00:00.000Z~1234567890'])(
		'… nor with %j',
		(text) => expect(Place.read(text)).toBeNull()
	);

	it('… nor on a day no calendar has', () => {
		expect(Place.read('2027-05-99T12:00:00.000Z~12')).toBeNull();
	});
});
