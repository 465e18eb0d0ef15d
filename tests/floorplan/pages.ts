import { parse, type AST } from 'svelte/compiler';
import { each, type Complaint, type Rule, type Source } from './source.ts';

const isSvelte = ({ path }: Source) => path.endsWith('.svelte');

type Attribute = { kind: 'attribute'; element: string; name: string; text: string };
type Piece =
	{ kind: 'text'; element: string; text: string } | Attribute | { kind: 'element'; element: string; text: string };

/** What stands in the markup itself: words between tags, attributes with fixed words, and the tags. */
function pieces(text: string): Piece[] {
	const found: Piece[] = [];
	const visit = (node: unknown, element: string): void => {
		if (Array.isArray(node)) return node.forEach((one) => visit(one, element));
		if (typeof node !== 'object' || node === null || !('type' in node)) return;
		const inside = 'name' in node && 'fragment' in node ? String(node.name) : element;
		if (inside !== element || node.type === 'RegularElement')
			found.push({ kind: 'element', element: inside, text: '' });
		if (node.type === 'Text' && 'data' in node) found.push({ kind: 'text', element, text: String(node.data) });
		if (node.type === 'Attribute' && 'name' in node && 'value' in node) {
			const value = Array.isArray(node.value) ? node.value : [];
			const words = value
				.map((part: AST.Text | AST.ExpressionTag) => (part.type === 'Text' ? part.data : '{}'))
				.join('');
			found.push({ kind: 'attribute', element, name: String(node.name), text: words });
			return;
		}
		for (const [key, value] of Object.entries(node)) if (key !== 'metadata') visit(value, inside);
	};
	visit(parse(text, { modern: true }).fragment, '');
	return found;
}

/** Attributes that people read or hear. */
const SPOKEN =
	/^(label|title|alt|placeholder|hint|legend|lead|preline|heading|text|empty|aria-(label|description|roledescription|valuetext))$/;
/** Two letters in a row are a word; what stands for itself in every language is listed. */
const WORD = /\p{L}{2,}/u;
const NAMES = ['teilhabe'];

function sentences(source: Source): string[] {
	if (!isSvelte(source)) return [];
	return pieces(source.text).flatMap((piece) => {
		const read = piece.kind === 'text' || (piece.kind === 'attribute' && SPOKEN.test(piece.name));
		const text = piece.text.replaceAll('{}', '').trim();
		if (!read || !WORD.test(text) || NAMES.includes(text)) return [];
		return [`says »${text.slice(0, 60)}« itself: sentences stand in texts/de`];
	});
}

function styles(source: Source): string[] {
	if (!isSvelte(source)) return [];
	const complaints = /<style[\s>]/.test(source.text) ? ['has a <style> block: use or add a partial in ui/styles'] : [];
	const inline = pieces(source.text).some((piece) => piece.kind === 'attribute' && piece.name === 'style');
	if (inline || /\sstyle:/.test(source.text))
		complaints.push('has an inline style, which our policy blocks: use a class or an svg attribute');
	return complaints;
}

/** Forms in which nothing can be wrong: the component itself, a search, and the buttons that sign out. */
const BARE = /method="get"|action=("\/abmelden"|\{t\.site\.(signOut|away)\.href\})/;

function forms(source: Source): string[] {
	if (!isSvelte(source) || source.path === 'src/lib/ui/forms/Form.svelte') return [];
	const bare = [...source.text.matchAll(/<form\b[^>]*>/g)].filter(([tag]) => !BARE.test(tag));
	return bare.map(() => 'has a <form> that is neither our Form nor a search: use Form, it shows what is wrong');
}

/** A browser cuts what is pasted into such a field, in the middle of a sentence and without a word: our fields count instead. */
function cutting(source: Source): string[] {
	if (!isSvelte(source)) return [];
	return pieces(source.text)
		.filter((piece) => piece.kind === 'attribute' && /^(input|textarea)$/.test(piece.element))
		.filter((piece) => 'name' in piece && piece.name.toLowerCase() === 'maxlength')
		.map(() => 'has a field that cuts what is pasted: use Field, which counts and says what is too long');
}

const LOADS = /(https?:)?\/\/[a-z0-9-]+(\.[a-z0-9-]+)+/i;
const NAMESPACES = /http:\/\/www\.w3\.org\/\d{4}\/\w+/g;

/** Nothing is loaded from anybody else. Links to other sites stand in texts. */
function hosts({ path, text, code }: Source): string[] {
	if (!/^src\/.*\.(svelte|html|scss|css)$/.test(path)) return [];
	const shown = path.endsWith('.svelte')
		? text.replace(/<!--[\s\S]*?-->/g, '').replace(/<script[\s\S]*?<\/script>/g, '') + code
		: text;
	const found = LOADS.exec(shown.replace(/\/\*[\s\S]*?\*\//g, '').replace(NAMESPACES, ''));
	return found ? [`names another host (${found[0]}): keep the file here, or put the link into texts`] : [];
}

/** A page has its title from PageHead, its own or that of a component it shows. */
function titles(sources: readonly Source[]): Complaint[] {
	const byPath = new Map(sources.map((source) => [source.path, source]));
	const heads = (source: Source, seen: Set<string>): boolean => {
		if (seen.has(source.path)) return false;
		seen.add(source.path);
		if (/<PageHead\b/.test(source.text)) return true;
		return source.imports.some(({ target }) => {
			const next = target?.endsWith('.svelte') ? byPath.get(target) : undefined;
			return next !== undefined && heads(next, seen);
		});
	};
	return sources
		.filter(({ path }) => /\/\+(page|error)\.svelte$/.test(path))
		.filter((source) => !heads(source, new Set()))
		.map(({ path }) => ({ path, advice: 'has no title: begin it with <PageHead title=…>' }));
}

export const pageRules: readonly Rule[] = [
	each('no sentence stands in a component', sentences),
	each('components have no style of their own', styles),
	each('every form is ours', forms),
	each('no field cuts what is pasted into it', cutting),
	each('nothing is loaded from another host', hosts),
	{ name: 'every page has a title', check: titles }
];
