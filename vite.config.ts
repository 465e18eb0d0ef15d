import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { useOwnFonts } from './src/lib/server/print/fontconfig.ts';

// Before any thread begins: paper has the same fonts on every machine, in tests as well.
useOwnFonts();

export default defineConfig({
	plugins: [sveltekit()],
	build: { target: 'chrome88', cssTarget: 'chrome88' },
	css: { preprocessorOptions: { scss: { quietDeps: true, silenceDeprecations: ['if-function'] } } },
	server: { port: 3000, strictPort: true },
	test: {
		include: ['src/**/*.test.ts', 'tests/*.test.ts'],
		globalSetup: ['tests/support/template.ts'],
		environment: 'node',
		pool: 'threads',
		// Modules keep nothing between tests, so files may share a thread: half the time was loading the same code again.
		isolate: false,
		maxWorkers: 2,
		testTimeout: 30_000,
		hookTimeout: 60_000
	}
});
