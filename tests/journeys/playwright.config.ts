import { defineConfig } from '@playwright/test';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchOptions } from './support/browser.ts';

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };
const desktop = { viewport: { width: 1280, height: 900 } };
/** Every story on a phone without scripting and on a wide screen with it; those of the main job the other way round, too. */
const journeys = /\.journey\.ts$/;
const mainJob = /(resident|organisation|moderator|version|trace)\.journey\.ts$/;

export default defineConfig({
	testDir: '.',
	outputDir: join(tmpdir(), 'teilhabe-journeys'),
	globalSetup: './support/settle.ts',
	fullyParallel: true,
	workers: 2,
	forbidOnly: true,
	timeout: 120_000,
	// Where nobody can look again: once more, and the report says so.
	retries: process.env.CI ? 1 : 0,
	expect: { timeout: 10_000 },
	use: { launchOptions, locale: 'de-DE', timezoneId: 'Europe/Berlin', trace: 'off', screenshot: 'off' },
	projects: [
		{ name: 'phone, no scripting', testMatch: journeys, use: { ...phone, javaScriptEnabled: false } },
		{ name: 'phone', testMatch: mainJob, use: phone },
		{ name: 'desktop, no scripting', testMatch: mainJob, use: { ...desktop, javaScriptEnabled: false } },
		{ name: 'desktop', testMatch: journeys, use: desktop },
		{ name: 'every page', testMatch: /\.sweep\.ts$/, use: phone }
	]
});
