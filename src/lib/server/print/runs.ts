import type { Token } from 'marked';

/** Words that look alike. `\n` alone is a line end. */
export interface Run {
	text: string;
	strong?: true;
	emph?: true;
	strike?: true;
	code?: true;
	href?: string;
	/** Where it is not German. */
	lang?: string;
}

type Look = Omit<Run, 'text'>;

/** Only where pages would link as well; addresses of ours are written out. */
function target(href: string, origin: string): string | null {
	if (href.startsWith('/') && !href.startsWith('//')) return origin + href;
	return /^(https?:\/\/|mailto:|tel:)/i.test(href) ? href : null;
}

/** The inline part of Markdown as runs. */
export function inline(tokens: readonly Token[], origin: string, look: Look = {}): Run[] {
	return tokens.flatMap((token) => run(token, origin, look));
}

function run(token: Token, origin: string, look: Look): Run[] {
	const inner = (more: Look) => inline('tokens' in token ? (token.tokens ?? []) : [], origin, { ...look, ...more });
	switch (token.type) {
		case 'strong':
			return inner({ strong: true });
		case 'em':
			return inner({ emph: true });
		case 'del':
			return inner({ strike: true });
		case 'link':
			return linked(inner({}), target(String(token.href), origin));
		case 'codespan':
			return [{ text: String(token.text), code: true, ...look }];
		case 'br':
			return [{ text: '\n' }];
		default:
			return 'tokens' in token && token.tokens
				? inner({})
				: lines('text' in token ? String(token.text) : token.raw, look);
	}
}

/** PDF/UA has no words that are both underlined as a link and struck through. */
function linked(runs: Run[], href: string | null): Run[] {
	if (href === null) return runs;
	return runs.map(({ strike: _, ...run }) => (run.text === '\n' ? run : { ...run, href }));
}

/** A single line end in Markdown is a space. */
function lines(text: string, look: Look): Run[] {
	return text === '' ? [] : [{ text: text.replaceAll('\n', ' '), ...look }];
}
