import { describe, expect, it } from 'vitest';
import { comesFromUs } from './origin.ts';

const OURS = 'https://teilhabe.example';
const request = (method: string, headers: Record<string, string>) => new Request(OURS, { method, headers });

describe('a form is taken only from our own pages', () => {
	const table = [
		['GET', { 'sec-fetch-site': 'cross-site' }, true],
		['HEAD', { origin: 'https://evil.example' }, true],
		['POST', { 'sec-fetch-site': 'same-origin', origin: 'null' }, true],
		['POST', { 'sec-fetch-site': 'none' }, true],
		['POST', { 'sec-fetch-site': 'cross-site' }, false],
		['POST', { 'sec-fetch-site': 'same-site' }, false],
		['POST', { 'sec-fetch-site': 'cross-site', origin: OURS }, false],
		['POST', {}, true],
		['POST', { origin: OURS }, true],
		['POST', { origin: 'null' }, true],
		['POST', { origin: 'https://evil.example' }, false],
		['POST', { origin: `${OURS}.evil.example` }, false]
	] as const;
	it.each(table)('%s %o: %s', (method, headers, taken) => {
		expect(comesFromUs(request(method, headers), OURS)).toBe(taken);
	});
});
