import { describe, expect, it } from 'vitest';
import { doneSentence } from '#lib/texts/texts.ts';
import { howMany, locationHeader, justDone, redirectTarget, withDone } from './redirectTarget.ts';

describe('after signing in one goes on', () => {
	it.each([
		['/beitragen', '/beitragen'],
		['/beitraege/12?sort=newest#kommentare', '/beitraege/12?sort=newest#kommentare'],
		['/werkstatt/karten', '/werkstatt/karten'],
		['/?verfahren=x', '/?verfahren=x'],
		['/a?next=https://evil.example', '/a?next=https://evil.example']
	])('to a page of ours: %s', (asked, path) => expect(redirectTarget(asked, '/')).toBe(path));

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
	])('never to another site: %j', (asked) => expect(redirectTarget(asked, '/start')).toBe('/start'));

	it.each([
		['/beitraege/1?ok=supported#x', '/beitraege/1?ok=supported#x'],
		['/beitraege/1\n?ok=supported', '/beitraege/1?ok=supported'],
		['/beitraege/1\u2028?ok=supported', '/beitraege/1%E2%80%A8?ok=supported'],
		['//x//evil.example', '/x//evil.example'],
		['/\\evil.example', '/evil.example'],
		['/.//evil.example', '/evil.example']
	])('as a header can carry it: %j', (path, told) => expect(locationHeader(path)).toBe(told));

	it('keeps the query when it says what was done', () => {
		expect(withDone('/beitraege?sort=newest#x', 'signedIn')).toBe('/beitraege?sort=newest&ok=signedIn#x');
	});
});

describe('what has just been done', () => {
	const now = '2027-05-10T12:00:30.000Z';
	const said = (path: string) => new URL(locationHeader(path, now), 'http://here.invalid').searchParams.get('ok');

	it('is said in this minute and the next, and no more to whoever goes back later', () => {
		const done = said('/meine?a=1&ok=takenOver#oben');
		expect(justDone(done, now)).toBe('takenOver');
		expect(justDone(done, '2027-05-10T12:01:59.000Z')).toBe('takenOver');
		expect(justDone(done, '2027-05-10T12:02:00.000Z')).toBeNull();
		expect(justDone(done, '2027-05-10T11:59:00.000Z')).toBeNull();
	});

	it('says how many, and where', () => {
		const done = said(`/werkstatt/verteilen?ok=${howMany('deskPut', 3, 7)}`);
		expect(doneSentence(justDone(done, now))).toBe('3 Beiträge liegen jetzt in Stapel 7.');
		expect(doneSentence('deskPut')).toBe('Abgelegt.');
		expect(doneSentence('takenOver~3')).toBe(doneSentence('takenOver'));
	});

	it.each(['constructor', 'deskPut~999999', 'deskPut~-1', 'deskPut~3~<b>', 'deskPut~3~7~9', 'nothing'])(
		'is no sentence when we never said it: %s',
		(one) => expect(doneSentence(one)).toBeNull()
	);

	it.each([null, '', 'takenOver', 'takenOver.', 'takenOver.!', '.abc', 'takenOver.zzzzzzzzzz'])(
		'is nothing when nobody of us said so: %j',
		(one) => expect(justDone(one, now)).toBeNull()
	);
});
