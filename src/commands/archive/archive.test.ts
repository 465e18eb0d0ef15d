import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fileFor, plainAddress, standInFor, wayTo } from './address.ts';
import { faultsIn } from './check.ts';
import { linksInStyles, readMarkup, rewriteMarkup, rewriteStyles } from './markup.ts';
import { contentsPages, headingOf } from './pages.ts';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

describe('an address becomes a file', () => {
	it.each([
		['/', 'text/html', 'index.html'],
		['/beitraege/7', 'text/html', 'beitraege/7/index.html'],
		['/chronik.atom', 'application/atom+xml', 'chronik.atom'],
		['/daten/2/beitraege.csv', 'text/csv', 'daten/2/beitraege.csv'],
		['/papier', 'application/pdf', 'papier.pdf'],
		['/../../etc/passwd', 'text/plain', '5ec1f7e700/5ec1f7e700/etc/passwd.txt']
	])('%s (%s): %s', (address, type, file) => expect(fileFor(address, type)).toBe(file));

	it('whatever it asks for has a file of its own, whose name no disk minds', () => {
		const files = ['?nach=aB', '?nach=Ab', '?nach=a%2Fb', '?feld=wohnen&nach=aB', `?q=${'ü'.repeat(300)}`].map(
			(query) => fileFor(`/beitraege${query}`, 'text/html')
		);
		expect(new Set(files.map((file) => file.toLowerCase())).size).toBe(files.length);
		for (const file of files) expect(file).toMatch(/^beitraege\/_[a-z0-9-]{1,60}\.html$/);
	});

	it('what shows the same is asked for once', () => {
		const plain = (address: string) => plainAddress(new URL(address, 'http://x'));
		expect(plain('/beitraege?b=2&a=1&ok=sent')).toBe(plain('/beitraege/?a=1&b=2'));
		expect(plain('/beitr%61ege//7/')).toBe('/beitraege/7');
		expect(plain('/w%65rkstatt')).toBe('/werkstatt');
		expect(plain('/%ff')).toBe('/%ff');
		expect(plain('/barriere-melden?seite=/punkte/3')).toBe('/barriere-melden');
	});

	it.each([
		['/anmelden', 'archiv/index.html'],
		['/punkte/3/aendern', 'archiv/index.html'],
		['/suche?q=Wohnung', 'verzeichnis/index.html'],
		['/punkte/3', null],
		['/meinungsbild', null],
		['/api/v1/openapi.json', 'archiv/index.html']
	])('%s: %s', (address, file) => expect(standInFor(address)).toBe(file));

	it('links lead from file to file without a server', () => {
		expect(wayTo('beitraege/7/index.html', 'index.html')).toBe('../../index.html');
		expect(wayTo('index.html', 'daten/2/a.csv')).toBe('daten/2/a.csv');
	});
});

describe('markup', () => {
	const rewriting = {
		link: (written: string) => (written.startsWith('/') ? `..${written}` : null),
		isGone: (written: string) => written === '/anmelden',
		isLost: (written: string) => written === '/weg',
		form: (method: string) => `<p>${method}</p>`
	};
	it.each([
		['<a class="x" href="/a?b=1&amp;c=2">A</a>', '<a class="x" href="../a?b=1&#38;c=2">A</a>'],
		["<a href='/a' title='/a'>", '<a href="../a" title=\'/a\'>'],
		['<p>1 < 2 &amp; „/a“</p><pre>  </pre>', '<p>1 < 2 &amp; „/a“</p><pre>  </pre>'],
		['<form method="post"><a href="/a"><input></a></form><p>', '<p>post</p><p>'],
		['<script type="module">import "/a"</script><link rel="modulepreload" href="/a">', ''],
		[
			'<script type="application/ld+json">{"a":"/a"}</script>',
			'<script type="application/ld+json">{"a":"/a"}</script>'
		],
		['<a class="kern-btn" href="/anmelden"><span>Mit Code</span></a>!', '!'],
		['<a href="/anmelden">Mit Code</a>', '<a href="../anmelden">Mit Code</a>'],
		['<a href="/weg" rel="nofollow">Weg</a>', '<a>Weg</a>'],
		['<a href="/weg">Weg</a>', '<a href="../weg">Weg</a>'],
		['<img src="/a.png" srcset="/a.png 1x, /b.png 2x">', '<img src="../a.png" srcset="../a.png 1x, ../b.png 2x">']
	])('%s', (before, after) => expect(rewriteMarkup(before, rewriting)).toBe(after));

	it('is read for everything it points at', () => {
		const { links, ids } = readMarkup('<a id="x" href="/a"><svg><use xlink:href="/i.svg#a"/></svg><form action="/no">');
		expect([links, [...ids]]).toEqual([['/a', '/i.svg#a'], ['x']]);
	});

	it('of styles as well', () => {
		const css = "@font-face{src:url('/f.woff2')}a{background:url(data:x)}";
		expect(linksInStyles(css)).toEqual(['/f.woff2', 'data:x']);
		expect(rewriteStyles(css, rewriting.link)).toBe('@font-face{src:url("../f.woff2")}a{background:url(data:x)}');
	});
});

describe('the contents', () => {
	const FRAME = '<title>Sitemap</title><main id="inhalt"><h1>Sitemap</h1></main>';
	it('list every page under the list it belongs to, in the order of numbers', () => {
		const page = (address: string, heading: string) => ({ address, heading, file: `${address.slice(1)}/index.html` });
		const pages = [page('/b/10', 'Zehn'), page('/b', 'Beiträge'), page('/b/9', 'Neun <b>'), page('/hilfe', 'Hilfe')];
		const [contents] = contentsPages(FRAME, pages);
		const order = [...(contents?.html ?? '').matchAll(/<(?:h2|a [^>]*)>([^<]*)</g)].map(([, text]) => text);
		expect(order).toEqual(['Einzelne Seiten', 'Hilfe', 'Beiträge', 'Beiträge', 'Neun &#60;b&#62;', 'Zehn']);
	});

	it('are cut in parts when there are thousands', () => {
		const pages = Array.from({ length: 2_500 }, (_, n) => ({
			address: `/b/${n}`,
			heading: `${n}`,
			file: `b/${n}.html`
		}));
		const parts = contentsPages(FRAME, pages);
		expect(parts.map(({ file }) => file)).toEqual([
			'verzeichnis/index.html',
			'verzeichnis/teil-2.html',
			'verzeichnis/teil-3.html'
		]);
	});

	it('read headings as people do', () => {
		expect(headingOf('<h1 lang="de">\n<span>Mehr</span> &amp; <b>Geld</b></h1>')).toBe('Mehr & Geld');
	});
});

describe('the check of an archive', () => {
	function archive(files: Record<string, string>): string[] {
		const folder = mkdtempSync(join(tmpdir(), 'teilhabe-archive-'));
		folders.push(folder);
		for (const [file, text] of Object.entries(files)) {
			mkdirSync(dirname(join(folder, file)), { recursive: true });
			writeFileSync(join(folder, file), text);
		}
		return faultsIn(folder, 'https://teilhabe.example').filter((fault) => !fault.endsWith('has no digest'));
	}

	it.each([
		['<a href="b/index.html#da">', []],
		['<a href="#nein">', ['index.html → #nein: no such place on the page']],
		['<a href="b/index.html#nein">', ['index.html → b/index.html#nein: no such place on the page']],
		['<a href="c.html">', ['index.html → c.html: no such file']],
		['<a href="/beitraege/9">', ['index.html → /beitraege/9: was not there']],
		['<a href="../x.html">', ['index.html → ../x.html: leads out of the archive']],
		['<a href="b/index.html?x=1">', ['index.html → b/index.html?x=1: asks a server']],
		[
			'<img src="https://teilhabe.example/a.png">',
			['index.html → https://teilhabe.example/a.png: leads back to the site']
		],
		['<a href="https://www.land.example/">', []],
		['<a href="https://teilhabe.example.land.example/">', []],
		['<a href="mailto:a@b.example">', []],
		// What somebody has written names a place of a page as they like.
		['<a href="b/index.html#nein" rel="nofollow"><a href="#%ff" rel="nofollow">', []],
		['<a href="c.html" rel="nofollow">', ['index.html → c.html: no such file']]
	])('%s: %j', (html, faults) => {
		expect(archive({ 'index.html': html, 'b/index.html': '<p id="da">' })).toEqual(faults);
	});

	it('recomputes every digest', () => {
		const sum = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
		expect(archive({ 'a.txt': 'test', 'archiv/dateien.sha256': `${sum}  a.txt\n` })).toEqual([]);
		expect(archive({ 'a.txt': 'tast', 'archiv/dateien.sha256': `${sum}  a.txt\n` })).toEqual([
			'a.txt: not what its digest says'
		]);
		const table = (hash: string) =>
			JSON.stringify({ resources: [{ path: 'a.csv', hash: `sha256:${hash}`, bytes: 4 }] });
		expect(archive({ 'd/a.csv': 'test', 'd/datapackage.json': table(sum) })).toEqual([]);
		expect(archive({ 'd/a.csv': 'tast', 'd/datapackage.json': table(sum) })).toEqual([
			'd/a.csv: not what d/datapackage.json says'
		]);
	});
});
