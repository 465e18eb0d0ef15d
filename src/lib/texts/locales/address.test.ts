import { describe, expect, it } from 'vitest';
import { hasLanguages, inEveryLanguage, inLocale, localesAt, localPath } from './address.ts';
import { withLocalLinks } from './localLinks.ts';
import type { Locale } from './locale.ts';

describe('an address says its language', () => {
	it.each<[pathname: string, locale: Locale, path: string, route: string]>([
		['/', 'de', '/', '/'],
		['/beitraege/7', 'de', '/beitraege/7', '/beitraege/7'],
		['/uk', 'uk', '/', '/'],
		['/ar/beitraege/7', 'ar', '/beitraege/7', '/beitraege/7'],
		['/leicht', 'leicht', '/', '/leicht'],
		['/leicht/datenschutz', 'leicht', '/datenschutz', '/datenschutz'],
		['/uk/leicht/datenschutz', 'uk', '/leicht/datenschutz', '/leicht/datenschutz'],
		['/de', 'de', '/de', '/de'],
		['/ukraine', 'de', '/ukraine', '/ukraine'],
		['/uk/uk', 'uk', '/uk', '/uk']
	])('%s', (pathname, locale, path, route) => expect(localPath(pathname)).toEqual({ locale, path, route }));
});

describe('the same address in a language', () => {
	it.each<[locale: Locale, href: string, local: string]>([
		['de', '/beitraege', '/beitraege'],
		['uk', '/', '/uk'],
		['uk', '/?x=1#y', '/uk?x=1#y'],
		['uk', '/beitraege?q=/a.pdf', '/uk/beitraege?q=/a.pdf'],
		['uk', '/uk/beitraege', '/uk/beitraege'],
		['uk', '/ar/beitraege', '/ar/beitraege'],
		['uk', '/leicht/regeln', '/uk/leicht/regeln'],
		['leicht', '/', '/leicht'],
		['leicht', '/leicht', '/leicht'],
		['leicht', '/leicht/regeln', '/leicht/regeln'],
		['leicht', '/beitraege', '/leicht/beitraege'],
		['uk', '/werkstatt/eingang', '/werkstatt/eingang'],
		['en', '/werkstatt/eingang?art=kommentar', '/en/werkstatt/eingang?art=kommentar'],
		['en', '/werkstatt/texte/votes.hint?sprache=uk', '/en/werkstatt/texte/votes.hint?sprache=uk'],
		[
			'en',
			'/werkstatt/phasen/7/2026-12-01_2026-12-31_vote_vote.affected',
			'/en/werkstatt/phasen/7/2026-12-01_2026-12-31_vote_vote.affected'
		],
		['en', '/werkstatt/handbuch/handbuch.pdf', '/werkstatt/handbuch/handbuch.pdf'],
		['en', '/anmelden/team?weiter=/werkstatt', '/en/anmelden/team?weiter=/werkstatt'],
		['leicht', '/werkstatt', '/werkstatt'],
		['uk', '/anmelden', '/uk/anmelden'],
		['uk', '/anmelden/team?weiter=/werkstatt', '/anmelden/team?weiter=/werkstatt'],
		['uk', '/fassungen/1/fassung-1.pdf', '/fassungen/1/fassung-1.pdf'],
		['uk', '/api/v1', '/api/v1'],
		['uk', '//evil.example/a', '//evil.example/a'],
		['uk', '/\\evil.example', '/\\evil.example'],
		['uk', 'https://example.org/', 'https://example.org/'],
		['uk', '?/send', '?/send'],
		['uk', '#inhalt', '#inhalt']
	])('%s: %s', (locale, href, local) => expect(inLocale(locale, href)).toBe(local));

	it('files and programs have none', () => {
		const german = ['/chronik.atom', '/werkstatt/handbuch/handbuch.pdf', '/api/v1/beitraege', '/healthz'];
		expect(german.filter(hasLanguages)).toEqual([]);
		expect(['/', '/beitraege', '/werkstaetten', '/anmelden', '/werkstatt'].every(hasLanguages)).toBe(true);
	});

	it('the workshop is in German and English, pages for everybody in all', () => {
		for (const path of ['/werkstatt', '/werkstatt/eingang', '/anmelden/team/code', '/abmelden/anbieter']) {
			expect([path, localesAt(path)]).toEqual([path, ['de', 'en']]);
		}
		expect(localesAt('/beitraege')).toHaveLength(10);
		expect(inEveryLanguage('/werkstatt/eingang?zeigen=neu').map(({ href }) => href)).toEqual([
			'/werkstatt/eingang?zeigen=neu',
			'/en/werkstatt/eingang?zeigen=neu'
		]);
	});

	it('never leads to another site', () => {
		expect(inEveryLanguage('//evil.example').map(({ href }) => href)).toContain('/evil.example');
		expect(inEveryLanguage('//evil.example').filter(({ href }) => href.startsWith('//'))).toEqual([]);
	});
});

describe('a page in a language', () => {
	const html = [
		'<!doctype html><html lang="de"><link href="/_app/a.css"><a title="5 > 3" href="/beitraege">a</a>',
		'<a href="/" lang="de" hreflang="de">Deutsch</a><form action="/abmelden"><button formaction="/weg">x</button>',
		'<a href="/daten/a.csv">b</a><img src="/icon.svg"><a href="?/x">c</a><p>&lt;a href="/nein"></p>'
	].join('');

	it('leads on in that language, and says which it is', () => {
		expect(withLocalLinks('ar', html)).toBe(
			[
				'<!doctype html><html lang="ar" dir="rtl"><link href="/_app/a.css"><a title="5 > 3" href="/ar/beitraege">a</a>',
				'<a href="/" lang="de" hreflang="de">Deutsch</a><form action="/ar/abmelden"><button formaction="/ar/weg">x</button>',
				'<a href="/daten/a.csv">b</a><img src="/icon.svg"><a href="?/x">c</a><p>&lt;a href="/nein"></p>'
			].join('')
		);
	});

	it('in German is as it was', () => expect(withLocalLinks('de', html)).toBe(html));
});
