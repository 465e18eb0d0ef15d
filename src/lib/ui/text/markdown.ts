import { Marked, Parser, Renderer, type Token, type Tokens } from 'marked';
import sanitizeHtml from 'sanitize-html';
import { fill, t } from '../../texts/texts.ts';
import { plainLines } from './markdownLines.ts';
import { aside, restored } from './markdownSigns.ts';

/** Longest text we typeset; whatever is longer is shown as plain text rather than holding up the server. */
const longest = 200_000;

/** Nobody quotes or lists deeper than this, and the parser recurses once a level. */
const deepest = 8;

/** Signs of emphasis in one paragraph or list. */
const emphasised = 1_000;

const allowed = {
	allowedTags: [
		...['p', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'strong', 'em', 'del', 'blockquote', 'a', 'code', 'pre'],
		...['hr', 'br', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'div']
	],
	// No HTML of an author's is ever seen as such: a box is always ours.
	allowedAttributes: {
		a: ['href', 'rel'],
		ol: ['start'],
		th: ['scope'],
		div: ['class', 'role', 'tabindex', 'aria-label']
	},
	allowedSchemes: ['https', 'http', 'mailto', 'tel'],
	// `//host` would leave the site while looking like a path of ours.
	allowProtocolRelative: false,
	disallowedTagsMode: 'discard' as const,
	transformTags: {
		a: (tagName: string, attribs: Record<string, string>) => ({
			tagName,
			// Also within the site: who follows links by program can tell what we point at from what somebody wrote.
			attribs: { ...attribs, rel: /^[a-z][a-z0-9+.-]*:/i.test(attribs.href ?? '') ? 'nofollow noopener' : 'nofollow' }
		}),
		th: (tagName: string) => ({ tagName, attribs: { scope: 'col' } })
	}
};

function escape(text: string): string {
	return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function plain(source: string): string {
	return `<p>${escape(source).replaceAll('\n', '<br>')}</p>`;
}

/** Cuts the markers a line opens with to the deepest level allowed: ten thousand `>` would exhaust the stack. */
function flatten(source: string): string {
	const marker = /^(?:[\t ]*(?:>|[-*+](?=[\t >*+-])|\d{1,9}[.)](?=[\t ])))+/;
	return source
		.split(/\r\n?|\n/)
		.map((line) => line.replace(marker, (run) => (run.replace(/\s/g, '').length > deepest ? '> ' : run)))
		.map((line) => line.replace(/^[\t ]{32,}/, ' '.repeat(32)))
		.join('\n');
}

/** A paragraph with more signs of emphasis than any author sets costs the parser seconds: there they are only signs. */
function calm(source: string): string {
	return source
		.split('\n\n')
		.map((block) => ((block.match(/[*_~]/g) ?? []).length > emphasised ? block.replace(/[*_~]/g, aside) : block))
		.join('\n\n');
}

const lexer = new Marked({ gfm: true, async: false });
// Footnotes ("[1]: Quelle"), indented lines and underlined ones are words.
lexer.use({ tokenizer: { def: () => undefined, code: () => undefined, lheading: () => undefined } });

/**
 * What the text is made of, for the page, the PDF and the Word file alike. `null`: too long to be typeset, or nested
 * beyond what the parser can take; the words are still worth reading.
 */
export function tokensOf(source: string): Token[] | null {
	if (source.length > longest) return null;
	try {
		const tokens = lexer.lexer(calm(plainLines(flatten(source))));
		restoreIn(tokens);
		return tokens;
	} catch {
		return null;
	}
}

const WORDS = ['raw', 'text', 'href', 'title'] as const;

/** Signs that were put aside come back where the parser has put the words. */
function restoreIn(tokens: readonly Partial<Tokens.Generic>[]): void {
	for (const token of tokens) {
		for (const name of WORDS) if (typeof token[name] === 'string') token[name] = restored(token[name]);
		// A cell has a `header`, too: whether it stands in one.
		const cells = Array.isArray(token.header) ? [...token.header, ...(token.rows ?? []).flat()] : [];
		restoreIn([...(token.tokens ?? []), ...(token.items ?? []), ...cells]);
	}
}

/** Names the box a table scrolls in by its columns. */
function scrollBox(table: string, header: readonly Tokens.TableCell[]): string {
	const columns = header.map(({ text }) => text).filter((text) => text !== '');
	const label = fill(t.ui.tableOf, { columns: columns.join(', ') });
	return `<div class="scroll" role="region" tabindex="0" aria-label="${escape(label)}">${table}</div>\n`;
}

class PageRenderer extends Renderer {
	readonly #base: number;

	constructor(base: number) {
		super();
		this.#base = base;
	}

	override heading({ tokens, depth }: Tokens.Heading): string {
		const level = Math.min(this.#base + depth - 1, 6);
		return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>\n`;
	}

	// Every sign is shown: `&copy;` is what somebody wrote.
	override text(token: Tokens.Text | Tokens.Escape): string {
		return 'tokens' in token && token.tokens ? this.parser.parseInline(token.tokens) : escape(token.text);
	}

	/** Pictures leave their words. */
	override image({ text }: Tokens.Image): string {
		return escape(text);
	}

	override table(token: Tokens.Table): string {
		return scrollBox(super.table(token), token.header);
	}
}

/** Markdown to harmless HTML. `base` is the level a top heading gets, so that it fits under the headings of the page. */
export function render(source: string, { base = 3 }: { base?: 2 | 3 | 4 } = {}): string {
	const tokens = tokensOf(source);
	if (!tokens) return plain(source);
	return sanitizeHtml(Parser.parse(tokens, { renderer: new PageRenderer(base) }), allowed);
}
