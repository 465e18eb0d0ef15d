import { Marked } from 'marked';
import sanitizeHtml from 'sanitize-html';

/** Longest text we typeset; whatever is longer is shown as plain text rather than holding up the server. */
const longest = 200_000;

/** Nobody quotes or lists deeper than this, and the parser recurses once a level. */
const deepest = 8;

/** Signs of emphasis in one paragraph or list. */
const emphasised = 1_000;

const allowed = {
	allowedTags: [
		...['p', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'strong', 'em', 'del', 'blockquote', 'a', 'code', 'pre'],
		...['hr', 'br', 'table', 'thead', 'tbody', 'tr', 'th', 'td']
	],
	allowedAttributes: { a: ['href', 'rel'], ol: ['start'], th: ['scope'] },
	allowedSchemes: ['https', 'http', 'mailto', 'tel'],
	// `//host` would leave the site while looking like a path of ours.
	allowProtocolRelative: false,
	disallowedTagsMode: 'discard' as const,
	transformTags: {
		a: (tagName: string, attribs: Record<string, string>) => ({
			tagName,
			attribs: /^[a-z][a-z0-9+.-]*:/i.test(attribs.href ?? '') ? { ...attribs, rel: 'nofollow noopener' } : attribs
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
		.map((block) => ((block.match(/[*_~]/g) ?? []).length > emphasised ? block.replace(/[*_~]/g, '\\$&') : block))
		.join('\n\n');
}

/** Markdown as we are ready to parse it: nobody's text holds up the server. */
export function tame(source: string): string {
	return calm(flatten(source));
}

function typesetter(base: number): Marked {
	return new Marked({
		gfm: true,
		async: false,
		renderer: {
			// Raw HTML is shown, not obeyed; pictures leave their words.
			html: ({ text }) => escape(text),
			image: ({ text }) => escape(text),
			heading({ tokens, depth }) {
				const level = Math.min(base + depth - 1, 6);
				return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>\n`;
			}
		}
	});
}

const typesetters = { 2: typesetter(2), 3: typesetter(3), 4: typesetter(4) };

/** Markdown to harmless HTML. `base` is the level a top heading gets, so that it fits under the headings of the page. */
export function render(source: string, { base = 3 }: { base?: 2 | 3 | 4 } = {}): string {
	if (source.length > longest) return plain(source);
	try {
		return sanitizeHtml(String(typesetters[base].parse(tame(source))), allowed);
	} catch {
		// The parser gave up (nesting inside a line, for instance): the words are still worth reading.
		return plain(source);
	}
}
