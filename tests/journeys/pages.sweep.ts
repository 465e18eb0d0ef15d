import { expect } from '@playwright/test';
import { accessible, fine, fits } from './support/fine.ts';
import { examine } from './support/examiner.ts';
import { enter, test } from './support/journey.ts';
import { ROUTES } from './support/routes.ts';

/** Of a page that is read for the first time, everything with it, as it comes over the line. */
const MOST_BYTES = 100_000;
const MOST_REQUESTS = 6;

test('the examiner finds what is wrong, and colours alone when asked for them', async ({ page }) => {
	const pale = '<p style="color:#ccc;background:#fff">Hallo</p>';
	await page.setContent(`<html lang="de"><title>x</title><main><h1>x</h1><img src="x">${pale}</main></html>`);
	const found = async (asked: 'all' | 'colours') => (await examine(page, asked)).map(({ id }) => id);
	expect([await found('all'), await found('colours')]).toEqual([['color-contrast', 'image-alt'], ['color-contrast']]);
});

for (const { id, who, address } of ROUTES) {
	test(`${id} is light, fits every width and excludes nobody`, async ({ page, sharedTown }) => {
		if (who) await enter(page.context(), sharedTown, who);
		const devtools = await page.context().newCDPSession(page);
		await devtools.send('Network.enable');
		const asked: string[] = [];
		let bytes = 0;
		devtools.on('Network.requestWillBeSent', ({ request }) => {
			if (!request.url.startsWith('data:')) asked.push(request.url);
		});
		devtools.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));

		const response = await page.goto(sharedTown.origin + address(sharedTown), { waitUntil: 'load' });
		expect(response?.status(), `status of ${page.url()}`).toBe(200);
		expect(
			asked.filter((url) => !url.startsWith(sharedTown.origin)),
			'other hosts asked'
		).toEqual([]);
		expect(asked.length, `requests: ${asked.join(' ')}`).toBeLessThanOrEqual(MOST_REQUESTS);
		expect(bytes, `bytes of ${asked.join(' ')}`).toBeLessThanOrEqual(MOST_BYTES);

		// The other two pairs of width and colours are looked at on the way of the journeys.
		await fine(page, ['light']);
		await page.setViewportSize({ width: 1280, height: 900 });
		await fits(page);
		await accessible(page, 'dark', 'colours');
	});
}
