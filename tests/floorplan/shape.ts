import { readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import ts from 'typescript';
import { each, type Complaint, type Rule, type Source } from './source.ts';
import { isDoor, isTest } from './rooms.ts';

const LONGEST = { file: 300, component: 150, test: 400 };

/** Longer for a reason. */
const LONG: readonly { path: RegExp; because: string }[] = [
	{ path: /^src\/lib\/texts\/de\//, because: 'sentences in a row are read one at a time' },
	{ path: /^src\/lib\/server\/journal\/journal\.server\.ts$/, because: 'every verb in one place' },
	{ path: /^src\/lib\/server\/db\/tables\.ts$/, because: 'the whole schema in one place' },
	{ path: /^src\/commands\/demo\//, because: 'invented contributions, not code' },
	{ path: /\.(scss|css|html)$/, because: 'style sheets are grouped by subject, not by length' }
];

function length({ path, text }: Source): string[] {
	if (LONG.some((exception) => exception.path.test(path))) return [];
	const kind = path.endsWith('.svelte') ? 'component' : isTest(path) ? 'test' : 'file';
	const lines = text.trimEnd().split('\n').length;
	if (lines <= LONGEST[kind]) return [];
	return [`has ${lines} lines, more than ${LONGEST[kind]}: look for the missing noun and give it a file of its own`];
}

/** The test gives in up to here. Functions inside a function are counted for themselves. */
const LONGEST_FUNCTION = 40;

function functions({ path, code }: Source): string[] {
	if (!/^src\//.test(path) || isTest(path)) return [];
	const file = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
	const complaints: string[] = [];
	const lineOf = (position: number) => file.getLineAndCharacterOfPosition(position).line + 1;
	/** Answers with the lines that belong to functions below this node. */
	const visit = (node: ts.Node): number => {
		let inner = 0;
		ts.forEachChild(node, (child) => {
			inner += visit(child);
		});
		if (!ts.isFunctionLike(node) || !('body' in node) || !node.body) return inner;
		const [first, last] = [lineOf(node.getStart()), lineOf(node.getEnd())];
		const own = last - first + 1 - inner;
		if (own > LONGEST_FUNCTION)
			complaints.push(`has a function of ${own} lines in line ${first}: which part has a name of its own?`);
		return Math.max(0, last - first - 1);
	};
	visit(file);
	return complaints;
}

const DRAWERS =
	/(^|\/)(utils?|helpers?|common|shared|misc|types|constants|lib|core|base)(\.(server|d))?(\.ts|\.js|\.svelte|\/)/;

function drawers({ path }: Source): string[] {
	const named = path.replace(/^src\/lib\//, '');
	return DRAWERS.test(named) ? ['is a drawer: name it by the noun it is about'] : [];
}

/** A door may name its own room's rooms behind it: `comments.write` is enough for whoever comes from outside. */
function barrels({ path, imports }: Source): string[] {
	if (/^index\.(ts|js)$/.test(basename(path))) return ['is a barrel: import the file itself'];
	const own = (target: string | null) => target !== null && dirname(target) === dirname(path);
	const passed = imports.filter(({ passedOn, target }) => passedOn && !(isDoor(path) && own(target)));
	return passed.map(({ from }) => `passes on ${from}: import it where it is`);
}

const SILENCED: readonly { path: string; because: string }[] = [
	{ path: 'src/lib/ui/Markdown.svelte', because: '{@html} behind the allow-list of markdown.ts' }
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
	['package-lock.json', 'tsconfig.json', 'README.md', 'LICENSE', 'NOTICE'],
	// Made by programs and ignored by git.
	['node_modules', 'build', 'var', 'test-results']
);

export function topLevel(names: readonly string[]): Complaint[] {
	return names
		.filter((name) => !name.startsWith('.') && !AGREED.includes(name) && !name.endsWith('.log'))
		.map((path) => ({ path, advice: 'does not belong at the top level: find its room' }));
}

export const shapeRules: readonly Rule[] = [
	each('files are short enough to be read at once', length),
	each('functions are short enough to be read at once', functions),
	each('there are no drawers', drawers),
	each('there are no barrels', barrels),
	each('nothing is silenced or postponed', silences),
	{ name: 'the top level holds only what was agreed', check: () => topLevel(readdirSync('.')) }
];
