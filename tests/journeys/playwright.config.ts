import { defineConfig } from '@playwright/test';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WORKERS } from '../support/machine/parallel.ts';
import '../support/words.ts';
import { launchOptions } from './support/browser.ts';
import { PHONE, PLACE } from './support/journey.ts';

const desktop = { viewport: { width: 1280, height: 900 } };
/** Every story on a phone without scripting and on a wide screen with it. */
const journeys = /\.journey\.ts$/;

export default defineConfig({
	testDir: '.',
	outputDir: join(tmpdir(), 'teilhabe-journeys'),
	globalSetup: './support/settle.ts',
	fullyParallel: true,
	workers: WORKERS,
	forbidOnly: true,
	timeout: 120_000,
	// Where nobody can look again: once more, and the report says so.
	retries: process.env.CI ? 1 : 0,
	expect: { timeout: 10_000 },
	use: { launchOptions, ...PLACE, trace: 'off', screenshot: 'off' },
	projects: [
		{ name: 'phone, no scripting', testMatch: journeys, use: { ...PHONE, javaScriptEnabled: false } },
		{ name: 'desktop', testMatch: journeys, use: desktop },
		{ name: 'every page', testMatch: /\.sweep\.ts$/, use: PHONE }
	]
});
