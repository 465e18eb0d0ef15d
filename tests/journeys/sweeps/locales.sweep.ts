import { expect } from '@playwright/test';
import { LOCALES, localeFacts, TRANSLATED, type Translated } from '#lib/texts/locales/locale.ts';
import { hasLanguages, inLocale, isForTeam, localPath } from '#lib/texts/locales/address.ts';
import { fits } from '../support/fine.ts';
import { asking, sweep } from '../support/journey.ts';
import { ownGerman } from '../support/ownGerman.ts';
import { ROUTES } from '../support/routes.ts';

const MOST_BYTES = 100_000;
const HTML = /^text\/html/;

/** A gap nobody has filled: »{count}«, »{-committee}«. Fields carry some for the script that counts their letters. */
const GAP = /\{-?[a-z][\w.]*\}/i;
const PRIVATE = /[\ue000\ue001]/;
const textOf = (html: string) => html.replace(/<script[\s\S]*?<\/script>/g, '').replace(/<[^>]*>/g, ' ');

/** The workshop speaks two languages, and has a sweep of its own for the other one. */
const isRead = (path: string) => hasLanguages(path) && !isForTeam(path);

/** Languages are called in themselves, and the town's phases have titles that nobody has translated. */
const MEANT = [...LOCALES.map((locale) => localeFacts(locale).name), 'Entwurf'];
const ours = (locale: Translated, html: string) => ownGerman(locale, html).filter((text) => !MEANT.includes(text));

for (const locale of TRANSLATED) {
	sweep(`every page for people who take part stands in ${locale}, whole and light`, async ({ sharedTown }) => {
		const { lang, dir } = localeFacts(locale);
		for (const { id, who, address } of ROUTES) {
			const path = inLocale(locale, address(sharedTown));
			if (!isRead(address(sharedTown)) || id === '/leicht/[page]') continue;
			const phone = await asking(sharedTown, who);
			const response = await phone.get(sharedTown.origin + path);
			const html = await response.text();
			const at = `${path} (${response.url()})`;
			expect(response.status(), at).toBe(200);
			expect(response.headers()['content-type'], at).toMatch(HTML);
			if (isRead(localPath(new URL(response.url()).pathname).path))
				expect(html, at).toContain(`<html lang="${lang}" dir="${dir}">`);
			expect(Buffer.byteLength(html), at).toBeLessThan(MOST_BYTES);
			expect(GAP.exec(textOf(html))?.[0], at).toBeUndefined();
			expect(html, at).not.toMatch(PRIVATE);
			// Tables of open data are explained in some languages only, and say so.
			if (!id.startsWith('/daten')) expect.soft(ours(locale, html), `our own German at ${at}`).toEqual([]);
			await phone.dispose();
		}
		const stranger = await asking(sharedTown, null);
		for (const path of ['/gibt-es-nicht', '/beitraege/9999', '/stellungnahmen']) {
			const html = await (await stranger.get(sharedTown.origin + inLocale(locale, path))).text();
			expect.soft(ours(locale, html), `our own German at ${path}`).toEqual([]);
		}
		await stranger.dispose();
	});
}

for (const locale of ['ar', 'bg', 'pl'] as const) {
	sweep(`the pages read most fit the smallest phone in ${locale}`, async ({ phoneOf, sharedTown }) => {
		const page = await phoneOf(null);
		for (const path of ['/', '/anmelden', '/beitraege', '/punkte/1', '/strategie', '/ergebnisse', '/hilfe']) {
			await page.goto(sharedTown.origin + inLocale(locale, path));
			await fits(page);
			await page.locator('.languages summary').click();
			await fits(page);
		}
	});
}
