import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { checkerScript } from './src/checker/plugin.ts';
import { useOwnFonts } from './src/lib/server/print/fontconfig.ts';
import { translationsStand } from './src/lib/wording/buildCheck.server.ts';
import { WORKERS } from './tests/support/machine/parallel.ts';

// Before any thread begins: paper has the same fonts on every machine, in tests as well.
useOwnFonts();

export default defineConfig({
	plugins: [translationsStand(), checkerScript(), sveltekit()],
	// Otherwise one in a folder above, which is none of ours, is read for every file.
	tsconfig: 'tsconfig.json',
	build: {
		target: 'chrome88',
		cssTarget: 'chrome88',
		// Ten lines about plugins whenever a machine is busy, which say nothing to whoever wants the demonstration.
		rolldownOptions: { checks: { bundlerTimings: false } }
	},
	css: { preprocessorOptions: { scss: { quietDeps: true, silenceDeprecations: ['if-function'] } } },
	server: { port: 3000, strictPort: true },
	test: {
		include: ['src/**/*.test.ts', 'tests/*.test.ts'],
		globalSetup: ['tests/support/machine/template.ts'],
		setupFiles: ['tests/support/words.ts'],
		environment: 'node',
		pool: 'threads',
		// Modules keep nothing between tests, so files may share a thread: half the time was loading the same code again.
		isolate: false,
		maxWorkers: WORKERS,
		testTimeout: 60_000,
		hookTimeout: 120_000,
		// What is waited for comes when a busy machine gets to it: a second, the default, is no promise of ours.
		expect: { poll: { timeout: 15_000 } },
		// Where nobody can look again: once more, and the report says so.
		retry: process.env.CI ? 1 : 0
	}
});
