import { t } from '#lib/texts/texts.ts';
import { expect } from '@playwright/test';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join, normalize } from 'node:path';
import { pathToFileURL } from 'node:url';
import { examine } from '../support/examiner.ts';
import { test } from '../support/journey.ts';

const TYPES: Readonly<Record<string, string>> = {
	...{ html: 'text/html', css: 'text/css', svg: 'image/svg+xml', woff2: 'font/woff2' },
	...{ json: 'application/json', csv: 'text/csv', pdf: 'application/pdf' }
};

/** A web server that can do nothing but give out files. */
async function serveFiles(folder: string): Promise<{ origin: string; missed: string[]; server: Server }> {
	const missed: string[] = [];
	const server = createServer((req, res) => {
		const path = join(folder, normalize(decodeURIComponent((req.url ?? '/').split('?')[0] ?? '/')));
		if (!existsSync(path) || readdirSync(folder).length === 0) {
			missed.push(req.url ?? '');
			res.writeHead(404).end();
			return;
		}
		res.writeHead(200, { 'content-type': TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream' });
		res.end(readFileSync(path));
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('no port');
	return { origin: `http://127.0.0.1:${address.port}`, missed, server };
}

test('the whole site is read from a disk and from any web server, with nobody behind it', async ({
	page,
	testApp,
	javaScriptEnabled
}) => {
	const place = mkdtempSync(join(tmpdir(), 'teilhabe-archive-'));
	const folder = join(place, 'archiv');
	expect(testApp.type('archive', [folder])).toMatchObject({ code: 1, said: expect.stringContaining('not closed yet') });
	expect(testApp.command('archive', [folder, '--preview'])).toContain('Every link leads somewhere.');
	expect(testApp.type('archive', [folder, '--preview'])).toMatchObject({
		code: 1,
		said: expect.stringContaining('is not empty')
	});
	expect(readdirSync(place)).toEqual(['archiv']);

	const { origin, missed, server } = await serveFiles(folder);
	const outside: string[] = [];
	const starts = [pathToFileURL(folder).href, origin];
	page.on('request', (request) => {
		if (!starts.some((start) => request.url().startsWith(start)) && !request.url().startsWith('data:'))
			outside.push(request.url());
	});
	const failed: string[] = [];
	// The examiner reads styles by itself, which a browser does not allow on a disk; pages of the archive have no script.
	page.on('requestfailed', (request) => {
		// Whoever goes on to the next page wants no font of this one any more.
		const leftBehind = request.failure()?.errorText === 'net::ERR_ABORTED';
		if (request.resourceType() !== 'xhr' && !leftBehind) failed.push(request.url());
	});
	const look = async () => {
		if (javaScriptEnabled !== false) expect(await examine(page, 'all')).toEqual([]);
	};
	for (const start of starts) {
		await page.goto(`${start}/index.html`);
		await expect(page.getByText(t.archive.more)).toBeVisible();
		await page.getByRole('link', { name: t.archive.more }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(t.archive.about.title);
		await look();
		await page.getByRole('link', { name: t.archive.contents.title }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(t.archive.contents.title);
		await look();
		await page.locator('main a[href$="beitraege/1/index.html"]').first().click();
		await look();
		await page.goto(`${start}/fassungen/1/index.html`);
		await look();
		// Styles are there, not only asked for.
		await expect(page.locator('.skip')).toHaveCSS('position', 'absolute');
		await expect(page.locator('form')).toHaveCount(0);
		await expect(page.locator('script:not([type$="+json"])')).toHaveCount(0);
	}
	expect([outside, failed, missed]).toEqual([[], [], []]);
	server.close();
	rmSync(place, { recursive: true, force: true });
});
