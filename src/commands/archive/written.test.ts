import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { render } from '#lib/ui/text/markdown.ts';
import { faultsIn } from './check.ts';
import { collect } from './collect.ts';
import { writeSite } from './write.ts';

const OWN = 'https://teilhabe.example';

/** Whatever is written into a contribution: the process is over, and nobody can write it anew. */
const WRITTEN = [
	'[da](/beitraege/8) [ebenso](/beitr%61ege//8/) [mit Stelle](/beitraege/8#nirgends)',
	`[zurückgezogen](/beitraege/9) [nie gewesen](${OWN}/nirgends) ${OWN}/auch-nicht`,
	'[Unsinn](/%ff) [krumm](b%ff) [Stelle](#nirgends) [Werkstatt](/w%65rkstatt) [fort](https://anderswo.example/x)'
].join('\n\n');

it('nobody keeps a process from its archive by what they link to: words stay, what is there is linked', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'teilhabe-written-'));
	const page = (text: string) =>
		`<html><head><title>T</title></head><body><main id="inhalt"><h1>T</h1>${text}</main></body></html>`;
	const pages: Record<string, string> = {
		'/': page('<a href="/beitraege/7">7</a>'),
		'/sitemap': page('<a href="/impressum">Impressum</a>'),
		'/impressum': page(''),
		'/beitraege/7': page(render(WRITTEN)),
		'/beitraege/8': page('')
	};
	const server = createServer((req, res) => {
		const html = pages[req.url ?? ''];
		res.writeHead(html === undefined ? 404 : 200, { 'content-type': 'text/html' }).end(html);
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const address = server.address();
	const origin = `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`;
	const all = await collect({ origin, own: OWN }, ['/', '/sitemap'], join(folder, 'fetched'), 'one');
	server.close();
	const site = join(folder, 'site');
	writeSite(all, site, { at: '2027-05-10T12:00:00.000Z', closedAt: null, origin: OWN });
	expect(faultsIn(site, OWN)).toEqual([]);
	const html = readFileSync(join(site, 'beitraege/7/index.html'), 'utf8');
	expect(html).toContain('<a href="../8/index.html" rel="nofollow">da</a>');
	expect(html).toContain('<a href="../8/index.html" rel="nofollow">ebenso</a>');
	expect(html).toContain('<a>zurückgezogen</a> <a>nie gewesen</a>');
	expect(html).toContain('<a href="../../archiv/index.html" rel="nofollow">Werkstatt</a>');
	expect(html).toContain('<a href="https://anderswo.example/x" rel="nofollow noopener">fort</a>');
	rmSync(folder, { recursive: true });
});
