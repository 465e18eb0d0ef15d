import { describe, expect, it } from 'vitest';
import { addressOf, after, backTo, RoundQuery, shortText } from './questionRound.ts';

const at = (address: string) => RoundQuery.parse(Object.fromEntries(new URLSearchParams(address)));

describe('the place in a round', () => {
	it.each([
		['', '', null],
		['?schon=3-7&punkt=12', '3-7', 12],
		['?schon=3-3-7', '3-7', null],
		['?schon=1-2-3-4-5-6-7-8-9-10-11-12', '1-2-3-4-5-6-7-8-9-10', null],
		['?schon=NaN--0-99999999999&punkt=1e99', '999999999-99', null],
		['?schon=%00&punkt=-1', '', null]
	])('%s', (address, schon, punkt) => {
		const place = at(address);
		expect([place.schon.join('-'), place.punkt]).toEqual([schon, punkt]);
	});

	it('moves on with an answer, and not twice with the same', () => {
		const place = at('?schon=3-7&punkt=12');
		expect(addressOf(after(place, 12))).toBe('?schon=3-7-12');
		expect(after(after(place, 12), 12)).toEqual(after(place, 12));
	});

	it('goes back, and what is changed keeps its place', () => {
		const back = backTo(at('?schon=3-7-12'), 7);
		expect(addressOf(back)).toBe('?schon=3-7-12&punkt=7');
		expect(after(back, 7)).toEqual({ schon: [3, 7, 12], punkt: null, ende: false });
	});

	it('changed at the end leads back to the end', () => {
		const back = backTo(at('?schon=3-7-12&ende=1'), 7);
		expect(addressOf(back)).toBe('?schon=3-7-12&punkt=7&ende=1');
		expect(addressOf(after(back, 7))).toBe('?schon=3-7-12&ende=1');
	});
});

describe('the text above the answers', () => {
	it('stands there whole while it is short', () => expect(shortText('Das Land baut. '.repeat(5))).toBeNull());
	it('is its beginning without signs when it is long', () => {
		const short = shortText(
			`Das **Land** baut:\n\n- [jedes Jahr](https://a.example)\n- ${'in jeder Stadt '.repeat(20)}`
		);
		expect(short).toMatch(/^Das Land baut: jedes Jahr in jeder Stadt .* …$/);
		expect(short?.length).toBeLessThan(170);
	});
});
