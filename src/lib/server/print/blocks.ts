import type { Token, Tokens } from 'marked';
import { tokensOf } from '../../ui/text/markdown.ts';
import { asGerman } from '../../texts/locales/german.ts';
import { inline, type Run } from './runs.ts';

/** A piece of a paper, as layout.typ sets it. Levels are those of the whole document. */
export type Block =
	| { kind: 'heading'; level: number; runs: Run[]; anchor?: string; listed?: true }
	| { kind: 'paragraph'; runs: Run[]; quiet?: true }
	| { kind: 'list'; items: Block[][] }
	| { kind: 'numbers'; start: number; items: Block[][] }
	| { kind: 'quote'; blocks: Block[] }
	| { kind: 'code'; lines: string[] }
	| { kind: 'table'; head: Run[][]; rows: Run[][][]; widths?: number[]; caption?: string }
	/** `file`: below src/lib, ours; nothing that people sent. */
	| { kind: 'picture'; file: string; alt: string }
	| { kind: 'rule' };

export interface Setting {
	/** The level a top heading gets, one below the heading the text stands under. */
	base: number;
	/** `https://…`: addresses within the site are written out, paper knows no site. */
	origin: string;
}

/** Markdown for paper, from the same tokens as on the page: what is words there is words here. */
export function blocksOf(source: string, setting: Setting): Block[] {
	const tokens = tokensOf(source);
	return tokens ? new Setter(setting).set(tokens) : [paragraph(source)];
}

/** The words of Markdown without its marks, in one paragraph. */
export function wordsOf(source: string, setting: Setting): string {
	const texts: string[] = [];
	const collect = (value: unknown): void => {
		if (Array.isArray(value)) return value.forEach(collect);
		if (typeof value !== 'object' || value === null) return;
		if ('text' in value && typeof value.text === 'string') texts.push(value.text);
		else Object.values(value).forEach(collect);
	};
	for (const block of blocksOf(source, setting)) {
		collect(block);
		texts.push(' ');
	}
	return texts.join('').replace(/\s+/g, ' ').trim();
}

/** Blocks of German words, in a paper of whatever language. */
export function inGerman(blocks: readonly Block[]): Block[] {
	const runs = (all: readonly Run[]) =>
		all.map((run) => ({ ...run, text: run.text === '\n' ? run.text : asGerman(run.text) }));
	return blocks.map((block): Block => {
		switch (block.kind) {
			case 'heading':
			case 'paragraph':
				return { ...block, runs: runs(block.runs) };
			case 'list':
			case 'numbers':
				return { ...block, items: block.items.map(inGerman) };
			case 'quote':
				return { ...block, blocks: inGerman(block.blocks) };
			case 'table':
				return { ...block, head: block.head.map(runs), rows: block.rows.map((row) => row.map(runs)) };
			default:
				return block;
		}
	});
}

/** Plain text as people write it in forms: empty lines part paragraphs, line ends stay. */
export function plainBlocks(text: string): Block[] {
	return text
		.split(/\n{2,}/)
		.filter((part) => part.trim() !== '')
		.map(paragraph);
}

function paragraph(text: string): Block {
	const lines = text
		.split('\n')
		.flatMap((line, index) => (index === 0 ? [{ text: line }] : [{ text: '\n' }, { text: line }]));
	return { kind: 'paragraph', runs: lines.filter((run) => run.text !== '') };
}

class Setter {
	readonly #setting: Setting;
	#level: number;

	constructor(setting: Setting) {
		this.#setting = setting;
		this.#level = setting.base - 1;
	}

	set(tokens: readonly Token[]): Block[] {
		return tokens.flatMap((token) => this.#one(token));
	}

	#runs(tokens: readonly Token[] | undefined): Run[] {
		return inline(tokens ?? [], this.#setting.origin);
	}

	#one(token: Token): Block[] {
		if (isList(token)) return [this.#list(token)];
		if (isTable(token)) return [this.#table(token)];
		switch (token.type) {
			case 'heading':
				return [{ kind: 'heading', level: this.#under(token.depth), runs: this.#runs(token.tokens) }];
			case 'paragraph':
			case 'text':
				return [{ kind: 'paragraph', runs: this.#runs(token.tokens ?? [token]) }];
			case 'blockquote':
				return [{ kind: 'quote', blocks: this.set(token.tokens ?? []) }];
			case 'code':
				return [{ kind: 'code', lines: String(token.text).split('\n') }];
			case 'hr':
				return [{ kind: 'rule' }];
			default:
				return [];
		}
	}

	/** PDF/UA knows no skipped levels: a heading is at most one deeper than the one before. */
	#under(depth: number): number {
		this.#level = Math.min(this.#setting.base + depth - 1, this.#level + 1);
		return this.#level;
	}

	#list(token: Tokens.List): Block {
		const items = token.items.map((item) => this.set(item.tokens));
		if (!token.ordered) return { kind: 'list', items };
		return { kind: 'numbers', start: Number(token.start), items };
	}

	#table(token: Tokens.Table): Block {
		const cells = (row: readonly Tokens.TableCell[]) => row.map((cell) => this.#runs(cell.tokens));
		return { kind: 'table', head: cells(token.header), rows: token.rows.map(cells) };
	}
}

function isList(token: Token): token is Tokens.List {
	return token.type === 'list';
}

function isTable(token: Token): token is Tokens.Table {
	return token.type === 'table';
}
