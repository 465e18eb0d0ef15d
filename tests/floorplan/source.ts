import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';

/** One file as the rules see it. Paths are relative to the repository, with `/`. */
export interface Source {
	path: string;
	text: string;
	imports: readonly Import[];
	/** The script of it: all of a `.ts` file, the `<script>` blocks of a `.svelte` file; no comments. */
	code: string;
}

export interface Import {
	/** As it is written. */
	from: string;
	/** Our own file it leads to, or null for a package. */
	target: string | null;
	/** Only types come along: nothing of it runs. */
	typeOnly: boolean;
	/** `export … from`. */
	passedOn: boolean;
}

/** What a rule has to say: where, and what to do about it. */
export interface Complaint {
	path: string;
	advice: string;
}

export interface Rule {
	name: string;
	check(sources: readonly Source[]): Complaint[];
}

/** A rule about single files: `advise` answers with what to do, or nothing. */
export function each(name: string, advise: (source: Source) => readonly string[]): Rule {
	const check = (sources: readonly Source[]) =>
		sources.flatMap((source) => advise(source).map((advice) => ({ path: source.path, advice })));
	return { name, check };
}

const SCRIPTS = /<script[^>]*>([\s\S]*?)<\/script>/g;

export function source(path: string, text: string): Source {
	const script = path.endsWith('.svelte') ? [...text.matchAll(SCRIPTS)].map((match) => match[1]).join('\n') : text;
	if (!/\.(ts|js|svelte)$/.test(path)) return { path, text, imports: [], code: '' };
	const file = ts.createSourceFile(path, script, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
	return { path, text, imports: importsOf(file, path), code: withoutComments(file) };
}

function importsOf(file: ts.SourceFile, path: string): Import[] {
	const found: Import[] = [];
	const add = (node: ts.Node | undefined, typeOnly: boolean, passedOn: boolean) => {
		if (!node || !ts.isStringLiteralLike(node)) return;
		found.push({ from: node.text, target: targetOf(path, node.text), typeOnly, passedOn });
	};
	const visit = (node: ts.Node): void => {
		if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, onlyTypes(node.importClause), false);
		if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly, true);
		if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true, false);
		if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
			add(node.arguments[0], false, false);
		ts.forEachChild(node, visit);
	};
	visit(file);
	return found;
}

function onlyTypes(clause: ts.ImportClause | undefined): boolean {
	if (!clause) return false;
	if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
	const names = clause.namedBindings;
	return !clause.name && !!names && ts.isNamedImports(names) && names.elements.every((element) => element.isTypeOnly);
}

function targetOf(path: string, from: string): string | null {
	if (from.startsWith('#lib/')) return `src/lib/${from.slice('#lib/'.length)}`;
	return from.startsWith('.') ? posix.join(posix.dirname(path), from) : null;
}

/** Comments may speak of anything. Line breaks stay, strings stay. */
function withoutComments(file: ts.SourceFile): string {
	const text = file.getFullText();
	const spans = new Map<number, number>();
	const visit = (node: ts.Node): void => {
		for (const range of ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []) spans.set(range.pos, range.end);
		for (const range of ts.getTrailingCommentRanges(text, node.getEnd()) ?? []) spans.set(range.pos, range.end);
		node.getChildren(file).forEach(visit);
	};
	visit(file);
	let code = text;
	for (const [from, to] of [...spans].sort((a, b) => b[0] - a[0])) {
		code = code.slice(0, from) + code.slice(from, to).replace(/[^\n]/g, ' ') + code.slice(to);
	}
	return code;
}

const READ = /\.(ts|js|json|md|svelte|scss|css|html|typ|svg|conf)$/;

/** Every file of ours below these folders. */
export function readSources(root: string, folders: readonly string[]): Source[] {
	return folders.flatMap((folder) =>
		readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile() && READ.test(entry.name))
			.map((entry) => join(entry.parentPath, entry.name))
			.map((file) => source(posix.relative(root, file), readFileSync(file, 'utf8')))
	);
}
