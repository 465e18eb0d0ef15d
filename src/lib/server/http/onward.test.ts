import { describe, expect, it } from 'vitest';
import { asHeader, onward, withDone } from './onward.ts';

describe('after signing in one goes on', () => {
	it.each([
		['/beitragen', '/beitragen'],
		['/beitraege/12?sort=newest#kommentare', '/beitraege/12?sort=newest#kommentare'],
		['/werkstatt/karten', '/werkstatt/karten'],
		['/?verfahren=x', '/?verfahren=x'],
		['/a?next=https://evil.example', '/a?next=https://evil.example']
	])('to a page of ours: %s', (asked, path) => expect(onward(asked, '/')).toBe(path));

	it.each([
		[null],
		[''],
		['beitragen'],
		['https://evil.example'],
		['//evil.example'],
		['/\\evil.example'],
		['\\\\evil.example'],
		['/\t/evil.example'],
		['/\n/evil.example'],
		['/.//evil.example'],
		['/x/..//evil.example'],
		['///evil.example'],
		['/%5C/../\\evil.example/..//evil.example'],
		['javascript:alert(1)'],
		[' //evil.example'],
		['//[evil'],
		[`/${'a'.repeat(600)}`]
	])('never to another site: %j', (asked) => expect(onward(asked, '/start')).toBe('/start'));

	it.each([
		['/beitraege/1?ok=supported#x', '/beitraege/1?ok=supported#x'],
		['/beitraege/1\n?ok=supported', '/beitraege/1?ok=supported'],
		['/beitraege/1\u2028?ok=supported', '/beitraege/1%E2%80%A8?ok=supported']
	])('as a header can carry it: %j', (path, told) => expect(asHeader(path)).toBe(told));

	it('keeps the query when it says what was done', () => {
		expect(withDone('/beitraege?sort=newest#x', 'signedIn')).toBe('/beitraege?sort=newest&ok=signedIn#x');
	});
});
