import { expect } from '@playwright/test';
import { accessible, fine, fits } from '../support/fine.ts';
import { examine } from '../support/examiner.ts';
import { PHONE, sweep } from '../support/journey.ts';
import { ROUTES } from '../support/routes.ts';

/** Of a page that is read for the first time, everything with it, as it comes over the line. */
const MOST_BYTES = 100_000;
const MOST_REQUESTS = 6;
/** At a desk one works for hours: it may load what its keys and its counting of signs need. */
const MOST_AT_A_DESK = 8;
/** Asked for where there are such letters only, e.g. in the names of languages; they count by their bytes. */
const OTHER_LETTERS = /\/fonts\/.*-(latin-ext|cyrillic|arabic)-/;

sweep('the examiner finds what is wrong, and colours alone when asked for them', async ({ page }) => {
	const pale = '<p style="color:#ccc;background:#fff">Hallo</p>';
	await page.setContent(`<html lang="de"><title>x</title><main><h1>x</h1><img src="x">${pale}</main></html>`);
	const found = async (asked: 'all' | 'colours') => (await examine(page, asked)).map(({ id }) => id);
	expect([await found('all'), await found('colours')]).toEqual([['color-contrast', 'image-alt'], ['color-contrast']]);
});

for (const { id, who, address } of ROUTES) {
	sweep(`${id} is light, fits every width and excludes nobody`, async ({ phoneOf, sharedTown }) => {
		const page = await phoneOf(who);
		await page.setViewportSize(PHONE.viewport);
		const devtools = await page.context().newCDPSession(page);
		await devtools.send('Network.enable');
		await devtools.send('Network.clearBrowserCache');
		const asked: string[] = [];
		let bytes = 0;
		devtools.on('Network.requestWillBeSent', ({ request }) => {
			if (!request.url.startsWith('data:') && !OTHER_LETTERS.test(request.url)) asked.push(request.url);
		});
		devtools.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));

		const response = await page.goto(sharedTown.origin + address(sharedTown), { waitUntil: 'load' });
		expect(response?.status(), `status of ${page.url()}`).toBe(200);
		expect(
			asked.filter((url) => !url.startsWith(sharedTown.origin)),
			'other hosts asked'
		).toEqual([]);
		expect(asked.length, `requests: ${asked.join(' ')}`).toBeLessThanOrEqual(
			id.startsWith('/werkstatt') ? MOST_AT_A_DESK : MOST_REQUESTS
		);
		expect(bytes, `bytes of ${asked.join(' ')}`).toBeLessThanOrEqual(MOST_BYTES);

		// The pages on which texts are changed show them with their gaps.
		if (!/^\/werkstatt\/(texte|profil|handbuch|uebersetzungen)/.test(id))
			expect(await page.locator('body').innerText(), 'a gap in a sentence').not.toMatch(/\{\w+[,}]/);

		// The other two pairs of width and colours are looked at on the way of the journeys.
		await fine(page, ['light']);
		await page.setViewportSize({ width: 1280, height: 900 });
		await fits(page);
		await accessible(page, 'dark', 'colours');
		await devtools.detach();
	});
}
