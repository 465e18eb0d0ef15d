import { describe, expect, it } from 'vitest';
import { Limiter, placeOf } from './limit.ts';

const limit = { burst: 3, refill: 1_000 };
const NOON = 1_800_000_000_000;

describe('guessing is slowed down', () => {
	const tries = (limiter: Limiter, times: number, now: number, who = 'somebody') =>
		Array.from({ length: times }, () => limiter.allow('code', who, limit, now));

	it('after a burst, until time has passed', () => {
		const limiter = new Limiter();
		expect(tries(limiter, 4, NOON)).toEqual([true, true, true, false]);
		expect(tries(limiter, 1, NOON + 500)).toEqual([false]);
		expect(tries(limiter, 2, NOON + 60_000)).toEqual([true, true]);
	});

	it('and comes to an end for those who try on meanwhile', () => {
		const limiter = new Limiter();
		tries(limiter, 3, NOON);
		const everySecondHalf = [500, 1_000, 1_500, 2_000].map((millis) => tries(limiter, 1, NOON + millis)[0]);
		expect(everySecondHalf).toEqual([false, true, false, true]);
	});

	it('for everybody by themselves, and for every purpose', () => {
		const limiter = new Limiter();
		tries(limiter, 4, NOON);
		expect(tries(limiter, 1, NOON, 'somebody else')).toEqual([true]);
		expect(limiter.allow('password', 'somebody', limit, NOON)).toBe(true);
	});

	it('and forgotten after a day', () => {
		const limiter = new Limiter();
		tries(limiter, 50, NOON);
		expect(tries(limiter, 1, NOON + 24 * 60 * 60 * 1000)).toEqual([true]);
	});

	it('also after the clock was set back by an hour, which makes nobody wait', () => {
		const limiter = new Limiter();
		tries(limiter, 1, NOON);
		expect(tries(limiter, 2, NOON - 3_600_000)).toEqual([true, true]);
		expect(tries(limiter, 1, NOON - 3_590_000)).toEqual([true]);
	});

	it('and fifty thousand strangers push nobody out whose tries are counted for something else', () => {
		const limiter = new Limiter();
		for (let n = 0; n < 3; n++) limiter.allow('second factor', 'the owner', limit, NOON);
		for (let n = 0; n < 50_001; n++) limiter.allow('staff', `address ${n}`, limit, NOON);
		expect(limiter.allow('second factor', 'the owner', limit, NOON)).toBe(false);
	});

	it('without remembering more than so many', () => {
		const limiter = new Limiter(10);
		tries(limiter, 4, NOON, 'the first');
		for (let i = 0; i < 10; i++) tries(limiter, 4, NOON, `address ${i}`);
		expect(tries(limiter, 1, NOON, 'address 9')).toEqual([false]);
		expect(tries(limiter, 1, NOON, 'the first')).toEqual([true]);
	});
});

describe('where somebody comes from', () => {
	const table = [
		['192.0.2.7', '192.0.2.7'],
		['::ffff:192.0.2.7', '::ffff:192.0.2.7'],
		['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
		['2001:0DB8:1:2::', '2001:db8:1:2'],
		['2001:db8::6', '2001:db8:0:0'],
		['::1', '0:0:0:0']
	] as const;
	it.each(table)('%s is %s', (address, place) => {
		expect(placeOf(address)).toBe(place);
	});
});
