import { readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { each, type Complaint, type Rule, type Source } from './source.ts';
import { isDoor } from './rooms.ts';

const DRAWERS =
	/(^|\/)(utils?|helpers?|common|shared|misc|types|constants|lib|core|base)(\.(server|d))?(\.ts|\.js|\.svelte|\/)/;

function drawers({ path }: Source): string[] {
	const named = path.replace(/^src\/lib\//, '');
	return DRAWERS.test(named) ? ['is a drawer: name it by the noun it is about'] : [];
}

/** A door may name what its own room has inside: `comments.write` is enough for whoever comes from outside. */
function barrels({ path, imports }: Source): string[] {
	if (/^index\.(ts|js)$/.test(basename(path))) return ['is a barrel: import the file itself'];
	const own = (target: string | null) => target?.startsWith(`${dirname(path)}/`);
	const passed = imports.filter(({ passedOn, target }) => passedOn && !(isDoor(path) && own(target)));
	return passed.map(({ from }) => `passes on ${from}: import it where it is`);
}

const SILENCED: readonly { path: string; because: string }[] = [
	{ path: 'src/lib/ui/text/Markdown.svelte', because: '{@html} behind the allow-list of markdown.ts' }
];
/** Two warnings of Svelte's are wrong for us: focus on the error summary, and tables that scroll need the keyboard. */
const SILENCES =
	/eslint-disable|@ts-(ignore|expect-error|nocheck)|svelte-ignore(?! a11y_(autofocus|no_noninteractive_tabindex)\b)|\b(TODO|FIXME|XXX)\b/;

function silences({ path, text }: Source): string[] {
	if (SILENCED.some((exception) => exception.path === path) || path.startsWith('tests/')) return [];
	const line = text.split('\n').findIndex((one) => SILENCES.test(one)) + 1;
	return line > 0 ? [`silences a check or postpones work in line ${line}: do it now or leave it out`] : [];
}

const AGREED = ['src', 'migrations', 'static', 'tests', 'svelte.config.js', 'vite.config.ts', 'package.json'].concat(
	['eslint.config.js', 'package-lock.json', 'tsconfig.json', 'README.md', 'LICENSE', 'NOTICE'],
	// Made by programs and ignored by git.
	['node_modules', 'build', 'var', 'test-results']
);

export function topLevel(names: readonly string[]): Complaint[] {
	return names
		.filter((name) => !name.startsWith('.') && !AGREED.includes(name) && !name.endsWith('.log'))
		.map((path) => ({ path, advice: 'does not belong at the top level: find its room' }));
}

const POINTERS = /(?:\bsee |`|\()((?:[\w-]+\/)*[\w-]+(?:\.server|\.store\.server)?\.(?:ts|svelte))\b/g;

/** Comments name files by their name or the end of their path: whoever follows one must arrive. */
function pointers(sources: readonly Source[]): Complaint[] {
	const paths = sources.map(({ path }) => `/${path}`);
	return sources
		.filter(({ path }) => path.startsWith('src/') && /\.(ts|svelte)$/.test(path))
		.flatMap(({ path, text }) =>
			[...text.matchAll(/\/\*\*[\s\S]*?\*\/|^\s*\/\/ .*$/gm)]
				.flatMap(([comment]) => [...comment.matchAll(POINTERS)].flatMap(([, name]) => name ?? []))
				.filter((name) => !paths.some((one) => one.endsWith(`/${name}`)))
				.map((name) => ({ path, advice: `points to ${name}, which is not there: say where it is now` }))
		);
}

export const shapeRules: readonly Rule[] = [
	each('there are no drawers', drawers),
	each('there are no barrels', barrels),
	each('nothing is silenced or postponed', silences),
	{ name: 'comments point to files that are there', check: pointers },
	{ name: 'the top level holds only what was agreed', check: () => topLevel(readdirSync('.')) }
];
