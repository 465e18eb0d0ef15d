import { parseDocument } from 'htmlparser2';

type Node = ReturnType<typeof parseDocument>['children'][number];

const TAGS =
	'p|br|ul|ol|li|strong|b|em|i|u|s|del|ins|a|div|span|h[1-6]|blockquote|table|thead|tbody|tfoot|tr|td|th|hr|img|pre|code|sub|sup|small|font|center|dl|dt|dd|figure|figcaption|iframe|script|style|section|article|o:p';
const TAG = new RegExp(`</?(?:${TAGS})(?:\\s[^<>]*)?/?>`, 'i');
/** `<Name>` and `5 < 6` are words. */
const NO_TAG = new RegExp(`<(?!/?(?:${TAGS})(?:[\\s/>]|$)|!--)`, 'gi');
const ENTITY = /&(?:[a-z]{2,8}|#\d{2,6}|#x[\da-f]{2,5});/i;
const BLOCKS = /<(?:p|br|li|div|h[1-6]|tr|blockquote|hr)\b/i;

/** Whether another platform has kept this text as HTML: tags it knows, or signs written by name. */
export function holdsHtml(text: string): boolean {
	return TAG.test(text) || ENTITY.test(text);
}

/** The words of HTML as plain text: paragraphs, lists with dashes and numbers, links with their address, signs as they are. */
export function htmlToText(html: string): string {
	let text = html;
	// Some platforms have escaped what was escaped already: `&lt;p&gt;`.
	for (let round = 0; round < 3 && holdsHtml(text); round++) {
		const plain = once(text);
		if (plain === text) break;
		text = plain;
		if (!TAG.test(text) && !/&(?:amp|lt|gt|quot|nbsp|[aou]uml|szlig|#\d+);/i.test(text)) break;
	}
	return text;
}

function once(html: string): string {
	const safe = html.replace(NO_TAG, '&lt;');
	// Without one block, line ends were meant.
	const source = BLOCKS.test(safe) ? safe : safe.replace(/\r\n|\r|\n/g, '<br>');
	try {
		return tidy(written(parseDocument(source).children, 0));
	} catch {
		// Nested deeper than one can follow: the words without the tags.
		return tidy(source.replace(/<[^<>]*>/g, ' '));
	}
}

function tidy(text: string): string {
	return text
		.replace(/\u00a0/g, ' ')
		.split('\n')
		.map((line) => line.trimEnd())
		.join('\n')
		.replace(/\n{3,}/g, '\n\n')
		.trim();
}

function written(nodes: readonly Node[], depth: number): string {
	return nodes.map((node) => one(node, depth)).join('');
}

const SILENT: ReadonlySet<string> = new Set(['script', 'style', 'head', 'title']);
const APART = /^(?:p|div|h[1-6]|blockquote|table|figure|figcaption|pre|dl|section|article|center|hr|ul|ol)$/;

function one(node: Node, depth: number): string {
	if (node.type === 'text') return node.data.replace(/[ \t\r\n]+/g, ' ');
	if (!('attribs' in node) || SILENT.has(node.name)) return '';
	const { name, attribs, children } = node;
	if (name === 'br') return '\n';
	if (name === 'ul' || name === 'ol') return list(children, name === 'ol', depth, Number(attribs.start) || 1);
	if (name === 'a') return link(written(children, depth), attribs.href ?? '');
	if (name === 'img') return attribs.alt ?? '';
	if (name === 'iframe') return isAddress(attribs.src ?? '') ? `\n${attribs.src}\n` : '';
	if (name === 'tr') return `${row(children, depth)}\n`;
	const inner = written(children, depth);
	if (name === 'dt' || name === 'dd') return `${inner.trim()}\n`;
	return APART.test(name) ? `\n\n${inner.trim()}\n\n` : inner;
}

function list(nodes: readonly Node[], numbered: boolean, depth: number, first: number): string {
	const items = nodes.filter((node) => 'attribs' in node && node.name === 'li');
	const lines = items.map((item, place) => {
		const mark = numbered ? `${first + place}. ` : '- ';
		const inner = tidy('children' in item ? written(item.children, depth + 1) : '').replace(/\n{2,}/g, '\n');
		return '  '.repeat(depth) + mark + inner.trim();
	});
	return depth === 0 ? `\n\n${lines.join('\n')}\n\n` : `\n${lines.join('\n')}\n`;
}

function row(cells: readonly Node[], depth: number): string {
	return cells
		.flatMap((cell) => ('children' in cell ? [tidy(written(cell.children, depth)).replace(/\n+/g, ' ')] : []))
		.join(' | ');
}

const isAddress = (text: string) => /^(?:https?:\/\/|mailto:|tel:)/i.test(text);

function link(words: string, address: string): string {
	const plain = address.replace(/^(?:mailto|tel):/i, '');
	if (!isAddress(address) || words.includes(plain) || words.trim() === address.replace(/^https?:\/\//i, ''))
		return words;
	return words.trim() === '' ? plain : `${words} (${plain})`;
}
