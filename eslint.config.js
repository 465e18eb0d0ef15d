import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** Length is a smell: look for the missing noun, and give it a file or a name of its own. */
const LONGEST = { file: 300, component: 150, test: 400, function: 40 };

/** Longer for a reason. */
const LONG = [
	// Every verb in one place, and the whole schema.
	'src/lib/server/journal/journal.server.ts',
	'src/lib/server/db/tables.ts',
	// Invented contributions, not code.
	'src/profiles/*/demo/**'
];

/** What they return works on what they hold: each part inside is short, and is counted with the rest. */
const HOLDING = ['src/lib/server/http/httpServer.ts', 'src/lib/server/http/forms/restoreForm.server.ts'];

/** @param {number} max @returns {import('eslint').Linter.RulesRecord} */
const most = (max) => ({ 'max-lines': ['error', { max }] });
/** @param {number} max @returns {import('eslint').Linter.RulesRecord} */
const mostOfFunction = (max) => ({ 'max-lines-per-function': ['error', { max, skipComments: true }] });

export default ts.config(
	{ ignores: ['node_modules', '.svelte-kit', 'build', 'var', 'static'] },
	...ts.configs.strict,
	...svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.node, ...globals.browser } },
		rules: {
			'@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			'@typescript-eslint/no-non-null-assertion': 'error',
			'@typescript-eslint/no-explicit-any': 'error',
			// Links are plain: the site has no base path, and every page works without the router.
			'svelte/no-navigation-without-resolve': 'off',
			'no-console': 'off',
			// Pages are rendered once, on the server: nothing here reacts to anything later.
			'svelte/prefer-svelte-reactivity': 'off',
			eqeqeq: 'error'
		}
	},
	{
		files: ['**/*.svelte'],
		languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } }
	},
	{ rules: most(LONGEST.file) },
	{ files: ['**/*.svelte'], rules: most(LONGEST.component) },
	{ files: ['**/*.test.ts'], rules: most(LONGEST.test) },
	{ files: LONG, rules: { 'max-lines': 'off' } },
	{ files: ['src/**'], ignores: ['**/*.test.ts'], rules: mostOfFunction(LONGEST.function) },
	{ files: HOLDING, rules: mostOfFunction(LONGEST.function + 10) }
);
