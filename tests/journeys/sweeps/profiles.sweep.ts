import { expect, type Page } from '@playwright/test';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accessible, fine, fits, type Scheme } from '../support/fine.ts';
import { PHONE, sweep } from '../support/journey.ts';

/**
 * What is read most, in both profiles that ship. With SIDE_BY_SIDE=1 (`npm run side-by-side`) pictures of both are put
 * beside each other, in a folder of their own outside of the tree, for people to look at.
 */
const SIDE_BY_SIDE = process.env.SIDE_BY_SIDE === '1';
const WIDE = { width: 1280, height: 900 };
const WIDTHS = [PHONE.viewport, WIDE];
const SCHEMES = ['light', 'dark'] as const satisfies readonly Scheme[];

const PAGES = [
	...['/', '/anmelden', '/beitraege', '/beitraege/1', '/strategie', '/fassungen/1', '/punkte/1', '/ergebnisse'],
	...['/wer-macht-mit', '/antworten', '/chronik', '/aufrufe', '/hilfe', '/impressum']
];
/** The name over every page, and words that only the other one says. */
const SAYS = { town: /Teilhabe NRW/, youth: /Jugend Musterstadt/ } as const;
const NEVER = {
	town: /Jugendliche|Fachkräfte|Musterstadt macht/,
	youth: /Armut|Betroffene|Landtag|Jobcenter|NRW/
} as const;

for (const path of PAGES) {
	sweep(
		`${path} is whole in both profiles, on a phone and on a wide screen`,
		async ({ page, sharedTown, sharedYouth }) => {
			for (const [process, { origin }] of [
				['town', sharedTown],
				['youth', sharedYouth]
			] as const) {
				await page.setViewportSize(PHONE.viewport);
				const response = await page.goto(origin + path);
				expect(response?.status(), `${process}: ${path}`).toBe(200);
				const said = await page.locator('body').innerText();
				expect(said, `${process}: ${path}`).toMatch(SAYS[process]);
				expect(said, `${process}: ${path}`).not.toMatch(NEVER[process]);
				// All pages of the town are looked at elsewhere.
				if (process === 'youth') await lookAt(page);
			}
		}
	);
}

async function lookAt(page: Page): Promise<void> {
	await fine(page, ['light']);
	await page.setViewportSize(WIDE);
	await fits(page);
	await accessible(page, 'dark', 'colours');
}

const whenAsked = SIDE_BY_SIDE ? sweep : () => undefined;
whenAsked('both profiles stand side by side', async ({ page, sharedTown, sharedYouth }) => {
	sweep.setTimeout(600_000);
	const folder = mkdtempSync(join(tmpdir(), 'teilhabe-side-by-side-'));
	const rows: string[] = [];
	for (const path of PAGES)
		for (const viewport of WIDTHS)
			for (const colorScheme of SCHEMES) {
				await page.setViewportSize(viewport);
				await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
				const about = `${path.slice(1).replaceAll('/', '-') || 'start'}-${viewport.width}-${colorScheme}`;
				const pictures: string[] = [];
				for (const [process, { origin }] of [
					['town', sharedTown],
					['youth', sharedYouth]
				] as const) {
					await page.goto(origin + path);
					const name = `${about}-${process}.png`;
					await page.screenshot({ path: join(folder, name), fullPage: true });
					pictures.push(`<td><img src="${name}" alt="${process}" width="${viewport.width / 2}"></td>`);
				}
				rows.push(`<tr><th>${path}, ${viewport.width} px, ${colorScheme}</th>${pictures.join('')}</tr>`);
			}
	const head = '<!doctype html><html lang="de"><meta charset="utf-8"><title>Beide Profile</title>';
	writeFileSync(join(folder, 'index.html'), `${head}<table style="vertical-align:top">${rows.join('\n')}</table>`);
	console.log(`Both profiles stand side by side in ${join(folder, 'index.html')}`);
	expect(rows).toHaveLength(PAGES.length * WIDTHS.length * SCHEMES.length);
});
