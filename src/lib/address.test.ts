import { expect, it } from 'vitest';
import { withQuery } from './address.ts';

it.each([
	['', '/werkstatt/verteilen'],
	[new URLSearchParams(), '/werkstatt/verteilen'],
	['show=done', '/werkstatt/verteilen?show=done'],
	[new URLSearchParams({ q: 'Miete & Strom' }), '/werkstatt/verteilen?q=Miete+%26+Strom']
])('an address has a query only where there is one: %s', (query, address) => {
	expect(withQuery('/werkstatt/verteilen', query)).toBe(address);
});
