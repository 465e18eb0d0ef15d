import { expect, it } from 'vitest';
import { formerAddress } from './formerAddress.ts';

it.each([
	['/beitraege?verfahren=strategie', '/beitraege'],
	['/beitraege?q=a+b&verfahren=x&feld=wohnen', '/beitraege?q=a+b&feld=wohnen'],
	['/abstimmen?schon=3-7&verfahren=x', '/abstimmen?schon=3-7'],
	['/beitraege?q=verfahren', null],
	['/', null],
	['//anderswo.example/?verfahren=x', null]
])('%s is %s today', (former, today) => {
	expect(formerAddress(new URL(`http://localhost${former}`))).toBe(today);
});
