import { join } from 'node:path';
import { startPostgres } from '../support/machine/postgres.ts';
import { playwright, single, vitest } from './counted.ts';
import type { Stage } from './stage.ts';

/** In the order in which they are begun as hands get free: what others wait for first, then what takes long. */
export const STAGES: readonly Stage[] = [
	{
		name: 'sync',
		headline: 'SvelteKit writes the types of the routes',
		run: async ({ command }) => single(await command('svelte-kit', ['sync']))
	},
	{
		name: 'build',
		headline: 'Production build',
		after: ['sync'],
		run: async ({ command }) => single(await command('vite', ['build']))
	},
	{
		name: 'unit',
		headline: 'Floor plan, rules and verbs on SQLite',
		// One of them starts the built server.
		after: ['build'],
		run: (run) => vitest(run, 'unit', run.rest)
	},
	{
		name: 'journeys',
		headline: 'Journeys in a real browser, with and without scripting',
		after: ['build'],
		run: (run) => playwright(run, run.rest)
	},
	{
		name: 'postgres',
		headline: 'Verbs on PostgreSQL',
		after: ['sync'],
		run: async (run) => {
			const postgres = await startPostgres(join(run.folder, 'postgres'));
			const env = { TEST_DATABASE_URL: postgres.url };
			return vitest(run, 'postgres', run.rest.length > 0 ? run.rest : ['.server.test.ts'], env).finally(postgres.stop);
		}
	},
	{
		name: 'types',
		headline: 'Types',
		after: ['sync'],
		run: async ({ command }) => single(await command('svelte-check', ['--fail-on-warnings', '--output', 'human']))
	},
	{
		name: 'lint',
		headline: 'Lint',
		after: ['sync'],
		run: async ({ command }) => single(await command('eslint', ['.']))
	},
	{
		name: 'unused',
		headline: 'No file, export or dependency is left over',
		after: ['sync'],
		run: async ({ command }) => single(await command('knip', ['--no-progress', '--no-config-hints']))
	},
	{
		name: 'format',
		headline: 'Format',
		run: async ({ command }) => single(await command('prettier', ['--check', '.']))
	}
];
