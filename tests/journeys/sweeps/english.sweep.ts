import { expect } from '@playwright/test';
import { inLocale, isForTeam } from '#lib/texts/locales/address.ts';
import { LOCALES, localeFacts } from '#lib/texts/locales/locale.ts';
import { accessible, fine } from '../support/fine.ts';
import { PHONE, sweep } from '../support/journey.ts';
import { forgottenGerman } from '../support/ownGerman.ts';
import { ROUTES } from '../support/routes.ts';

const MOST_BYTES = 100_000;

/** Here texts are changed: they show German ones, and gaps. */
const SHOWS_TEXTS = /^\/werkstatt\/(texte|profil|handbuch|uebersetzungen)/;
const GAP = /\{-?\w+[,}]/;
const PRIVATE = /[\ue000-\ue002]/;

/** Languages are called in themselves; the town has phases, and a file with columns, of these names. */
const MEANT = [
	...LOCALES.map((locale) => localeFacts(locale).name),
	...['Letzte Fassung', 'Entwurf', 'Titel', 'Gruppe', 'Kennung']
];

for (const { id, who, address } of ROUTES.filter(({ id }) => isForTeam(id))) {
	sweep(`${id} stands in English, whole, light and for everybody`, async ({ phoneOf, sharedTown }) => {
		const page = await phoneOf(who);
		await page.setViewportSize(PHONE.viewport);
		const response = await page.goto(sharedTown.origin + inLocale('en', address(sharedTown)));
		expect(response?.status(), `status of ${page.url()}`).toBe(200);
		const html = (await response?.text()) ?? '';
		expect(html).toContain('<html lang="en" dir="ltr">');
		expect(html).not.toMatch(PRIVATE);
		expect(Buffer.byteLength(html)).toBeLessThan(MOST_BYTES);
		// Who goes on stays in the language, but for files and what only programs ask for.
		const leading = await page
			.locator('main a[href^="/werkstatt"]:not([hreflang]), main form[action^="/werkstatt"]')
			.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? one.getAttribute('action') ?? ''));
		expect(leading.filter((href) => !/\.\w+([?#]|$)/.test(href))).toEqual([]);
		if (!SHOWS_TEXTS.test(id)) {
			expect(await page.locator('body').innerText(), 'a gap in a sentence').not.toMatch(GAP);
			const forgotten = forgottenGerman('en', html).filter((text) => !MEANT.includes(text));
			expect(forgotten, 'our own German').toEqual([]);
		}
		await fine(page, ['light']);
		await accessible(page, 'dark', 'colours');
	});
}
