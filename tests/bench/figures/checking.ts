import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { startApp } from '../app.ts';
import { city, copyOf } from '../city/city.ts';
import { seal } from '../checking/seal.ts';
import { median, type Bench, type Figure } from '../figure.ts';

const SIZE = { proposals: 10_000, comments: 2, points: 40, persons: 2_000, votes: 1_000_000 };
const ROUNDS = 3;

/** 24: how long the checking page works on an edition, from a disk and without a network, in a real browser; it has to find no mistake. */
export async function checking({ asked }: Bench): Promise<Figure[]> {
	const size = asked.quick ? { ...SIZE, proposals: 1_000, votes: 100_000 } : SIZE;
	const folder = mkdtempSync(join(tmpdir(), 'teilhabe-checking-'));
	const copy = await copyOf(await city(asked.server, size), asked.server, 'checking');
	try {
		await seal(copy.url);
		const { zip, page } = await download(copy.url, folder);
		const { seconds, verdict } = await check(page, zip);
		const value = median(seconds);
		const what = `the checking page on an edition of ${size.proposals} contributions and the sums of ${size.votes} votes`;
		const beside = `slowest ${Math.max(...seconds).toFixed(1)} s; ${verdict}`;
		const rest = { value, unit: 's', better: 'less', bar: 15, stretch: 5 } as const;
		return [{ number: '24', what, ours: `${value.toFixed(1)} s`, beside, ...rest }];
	} finally {
		rmSync(folder, { recursive: true, force: true });
		await copy.drop();
	}
}

/** As somebody does who wants to check at home. */
async function download(url: string, folder: string): Promise<{ zip: string; page: string }> {
	const app = await startApp(url);
	try {
		const file = async (path: string, name: string) => {
			const answer = await fetch(`http://127.0.0.1:${app.port}${path}`);
			if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
			writeFileSync(join(folder, name), new Uint8Array(await answer.arrayBuffer()));
			return join(folder, name);
		};
		return {
			zip: await file('/daten/aktuell/ausgabe.zip', 'ausgabe.zip'),
			page: await file('/daten/pruefen.html', 'pruefen.html')
		};
	} finally {
		await app.stop();
	}
}

async function check(file: string, zip: string): Promise<{ seconds: number[]; verdict: string }> {
	const { launchOptions } = await import('../../journeys/support/browser.ts');
	const browser = await chromium.launch(launchOptions);
	try {
		const seconds: number[] = [];
		let verdict = '';
		for (let round = 0; round < ROUNDS; round++) {
			const context = await browser.newContext({ offline: true });
			const page = await context.newPage();
			await page.goto(pathToFileURL(file).href);
			const began = performance.now();
			await page.locator('#files').setInputFiles(zip);
			const heading = page.getByRole('status').getByRole('heading', { level: 2 });
			await heading.waitFor({ timeout: 120_000 });
			seconds.push((performance.now() - began) / 1_000);
			verdict = (await heading.textContent()) ?? '';
			await context.close();
		}
		return { seconds, verdict };
	} finally {
		await browser.close();
	}
}
