import { describe, expect, it } from 'vitest';
import { newId } from '#lib/server/ids.ts';
import { all, parseXml } from '../../../tests/support/files/xml.ts';
import { atom } from './atom.ts';

const at = '2027-05-10T12:00:00.000Z';
const feed = (texts: readonly string[], origin = 'https://teilhabe.example') =>
	atom({
		...{ origin, self: '/chronik.atom', page: '/chronik', title: 'Chronik & mehr', author: 'Teilhabe' },
		lines: texts.map((text) => ({ id: newId(), at, text, href: '/fassungen/1' }))
	});

describe('the strict reader of these tests', () => {
	it.each([
		'<a>',
		'<a></b>',
		'<a>&nbsp;</a>',
		'<a>& </a>',
		'<a b=c/>',
		'<a b="1" b="2"/>',
		'<a/><b/>',
		'x<a/>',
		'<a b="<"/>',
		'<a>\u0007</a>'
	])('refuses %j', (source) => {
		expect(() => parseXml(`<?xml version="1.0" encoding="utf-8"?>\n${source}`)).toThrow();
	});
});

describe('the feed', () => {
	it('has what Atom asks for', () => {
		const root = parseXml(feed(['Fassung 1 ist veröffentlicht', 'Bericht 1']));
		expect(root).toMatchObject({ name: 'feed', attributes: { xmlns: 'http://www.w3.org/2005/Atom' } });
		for (const name of ['id', 'title', 'updated', 'author']) expect(all(root, name)).toHaveLength(1);
		expect(all(root, 'id')[0]?.text).toBe('tag:teilhabe.example,2026:chronik.atom');
		const [self, page] = all(root, 'link').map((link) => link.attributes);
		expect(self).toMatchObject({ rel: 'self', href: 'https://teilhabe.example/chronik.atom' });
		expect(page).toMatchObject({ rel: 'alternate', href: 'https://teilhabe.example/chronik' });
		const entries = all(root, 'entry');
		expect(entries).toHaveLength(2);
		for (const entry of entries) {
			expect(all(entry, 'id')[0]?.text).toMatch(/^urn:uuid:[\da-f-]{36}$/);
			expect(all(entry, 'updated')[0]?.text).toBe(at);
			expect(all(entry, 'link')[0]?.attributes.href).toBe('https://teilhabe.example/fassungen/1');
		}
	});

	it.each([
		['</title></entry></feed><script>alert(1)</script>', undefined],
		[']]> <!-- & &amp; &#0; "quoted" \'single\'', undefined],
		['Zeichen\u0000\u0008\u001b, die es in XML nicht gibt\ufffe', 'Zeichen, die es in XML nicht gibt'],
		['halbes Zeichen \ud83d und ganzes 😀', 'halbes Zeichen  und ganzes 😀'],
		['عربي und Zeilen\numbruch', undefined]
	])('carries %j unharmed', (text, expected = text) => {
		const root = parseXml(feed([text]));
		expect(all(root, 'entry')).toHaveLength(1);
		expect(all(all(root, 'entry')[0] ?? root, 'title')[0]?.text).toBe(expected);
	});

	it('is valid before anything has happened, and behind any address', () => {
		const root = parseXml(feed([], 'http://127.0.0.1:3000'));
		expect(all(root, 'updated')[0]?.text).toMatch(/^\d{4}-\d\d-\d\dT/);
		expect(all(root, 'id')[0]?.text).toBe('tag:127.0.0.1,2026:chronik.atom');
	});
});
