import { groupName } from '#lib/people/groupNames.ts';
import { createHash } from 'node:crypto';
import { expect } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { t } from '#lib/texts/texts.ts';
import { test } from '../support/journey.ts';
import { POLLED } from '../support/seed/seed.crowd.ts';

test('a journalist checks a figure from the page down to the open data', async ({ page, fine, request }) => {
	const foot = page.getByRole('contentinfo');
	await page.goto(`/punkte/${POLLED.point}`);
	const row = page
		.locator('tbody')
		.filter({ hasText: groupName('affected') })
		.first();
	await expect(row).toContainText(String(POLLED.agree));
	await expect(row).toContainText(String(POLLED.disagree));

	await foot.getByText(t.ui.more).last().click();
	await foot.getByRole('link', { name: t.data.title }).click();
	await fine();
	await page.getByRole('link', { name: t.data.sets.ergebnisse.title }).first().click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(t.data.sets.ergebnisse.title);
	await fine();
	const told = page.getByRole('row').filter({ hasText: 'ergebnisse.csv' });
	const address = await told.getByRole('link').getAttribute('href');
	const file = await (await request.get(address ?? '')).body();
	await expect(told).toContainText(createHash('sha256').update(file).digest('hex'));

	const rows: Record<string, string>[] = parse(file, { bom: true, delimiter: ';', columns: true });
	const own = { punkt: String(POLLED.point), gruppe: 'affected', wer: 'person' };
	expect(rows).toContainEqual(
		expect.objectContaining({
			...own,
			stimmen: String(POLLED.agree + POLLED.disagree),
			zustimmung: String(POLLED.agree),
			ablehnung: String(POLLED.disagree)
		})
	);
	// Everything else of that page is there, too: the wording, and what it rests on.
	const wording = await request.get('/api/v1/punkte');
	const heading = (await wording.json()).rows.find((one: { punkt: number }) => one.punkt === POLLED.point)?.titel;
	await page.goto(`/punkte/${POLLED.point}`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
});

test('whoever asks for data that is not there is told so, also on other websites and by programs', async ({
	request
}) => {
	for (const [address, status] of [
		...['/daten/nichts', '/daten/1/nichts.csv', '/daten/1/beitraege.xml', '/daten/999999/beitraege.csv'].map(
			(one) => [one, 404] as const
		),
		...['/daten/1e99/beitraege.csv', '/api/v1/nichts', '/api/nichts', '/api'].map((one) => [one, 404] as const),
		...['/gespraeche/2', '/gespraeche/NaN', '/gespraeche/1e99/aussagen'].map((one) => [one, 404] as const),
		...['/gespraeche/-1/meinungsbild.json', '/gespraeche/-1/aussagen.csv', '/api/v1/beitraege?seite=99999'].map(
			(one) => [one, 404] as const
		),
		...['/api/v1/beitraege?seite=0', '/api/v1/beitraege?seite=9e99', '/api/v1?x=1'].map((one) => [one, 400] as const)
	]) {
		const answer = await request.get(address);
		expect(answer.status(), address).toBe(status);
		if (!address.startsWith('/api')) continue;
		expect(answer.headers()['content-type'], address).toContain('application/problem+json');
		expect(await answer.json(), address).toMatchObject({ status });
	}
	for (const address of ['/gespraeche?nach=NaN', '/gespraeche?nach=1e99', '/gespraeche/1/aussagen?nach=-1']) {
		expect((await request.get(address)).status(), address).toBe(200);
	}
});

const OPEN = [
	...['/api/v1', '/api/v1/punkte', '/api/v1/openapi.json', '/api/nichts', '/daten/catalog.jsonld', '/chronik.atom'],
	...[
		'/daten/aktuell/beitraege.csv',
		'/daten/aktuell/datapackage.json',
		'/daten/1/nichts.csv',
		'/fassungen/1/fassung-1.json'
	],
	...['/fassungen/1/fassung-1.pdf', '/wie-wir-rechnen/rechenweg.txt', '/fassungen/999/fassung-999.pdf']
];

test('other websites may read every public file, feed and error, and nothing else', async ({ request }) => {
	for (const address of OPEN) {
		const headers = (await request.get(address)).headers();
		expect(headers['access-control-allow-origin'], address).toBe('*');
		expect(headers['access-control-expose-headers'], address).toContain('etag');
		const asked = { 'access-control-request-method': 'GET', origin: 'https://anderswo.example' };
		for (const spelt of [address, `${address}/`]) {
			const question = { method: 'OPTIONS', headers: asked, maxRedirects: 0 };
			const preflight = await request.fetch(spelt, question);
			expect([preflight.status(), preflight.headers()['access-control-allow-origin']], spelt).toEqual([204, '*']);
			expect(preflight.headers()['access-control-allow-headers'], spelt).toContain('if-none-match');
			const sentOn = await request.get(spelt, { maxRedirects: 0 });
			expect(sentOn.headers()['access-control-allow-origin'], spelt).toBe('*');
		}
		for (const method of ['POST', 'PUT', 'DELETE']) {
			const answer = await request.fetch(address, { method });
			expect(answer.status(), `${method} ${address}`).toBeGreaterThanOrEqual(400);
			expect(answer.headers()['access-control-allow-origin'], `${method} ${address}`).toBe('*');
			if (!address.startsWith('/api')) continue;
			expect([answer.status(), answer.headers().allow], `${method} ${address}`).toEqual([
				405,
				expect.stringContaining('GET')
			]);
			expect(answer.headers()['content-type']).toContain('application/problem+json');
		}
	}
	for (const address of ['/', '/meine', '/meine-daten/meine-daten.json', '/werkstatt', '/beitraege?q=x']) {
		expect((await request.get(address)).headers()['access-control-allow-origin'], address).toBeUndefined();
	}
});

test('files, papers and feeds can be had in part, and not twice', async ({ request }) => {
	for (const address of [
		'/daten/aktuell/punkte.csv',
		'/fassungen/1/fassung-1.pdf',
		'/fassungen/1/fassung-1.json',
		'/chronik.atom'
	]) {
		const plain = { 'accept-encoding': 'identity' };
		const whole = await request.get(address, { headers: plain });
		const bytes = await whole.body();
		const part = await request.get(address, { headers: { ...plain, range: 'bytes=3-11' } });
		expect(part.status(), address).toBe(206);
		expect(part.headers()['content-range'], address).toBe(`bytes 3-11/${bytes.length}`);
		expect(await part.body(), address).toEqual(bytes.subarray(3, 12));
		const { etag = '' } = whole.headers();
		// The tag is of these bytes: packed ones may have another.
		const again = await request.get(address, { headers: { ...plain, 'if-none-match': etag } });
		expect(again.status(), address).toBe(304);
	}
});
