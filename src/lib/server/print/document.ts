import { currentFacts } from '../../texts/locales/current.ts';
import { germanParts, unmarked } from '../../texts/locales/german.ts';
import { t } from '../../texts/texts.ts';
import type { Block } from './blocks.ts';
import type { Run } from './runs.ts';

/** A paper of headings, text and tables, before it is a file: the same for PDF and Word. */
export interface Document {
	title: string;
	/** What it is and of when, below the title. */
	lines: string[];
	/** The heading of the contents; null: it is too short for contents. */
	contents: string | null;
	/** What has to be read first: on the first page, before the contents. */
	front?: Block[];
	blocks: Block[];
	/** On every page. */
	foot: string;
	/** What the file says of its own age. */
	at: string;
}

const words = (text: string): Run[] => [{ text }];

export function heading(level: number, text: string, anchor?: string): Block {
	return { kind: 'heading', level, runs: words(text), listed: true, ...(anchor ? { anchor } : {}) };
}

export function paragraph(text: string): Block {
	return { kind: 'paragraph', runs: words(text) };
}

export function note(...runs: Run[]): Block {
	return { kind: 'paragraph', runs, quiet: true };
}

/** `Beiträge: 12`, one below the other. */
export function facts(items: readonly { term: string; text: string }[]): Block {
	const lines = items.map(({ term, text }): Block[] => [
		{ kind: 'paragraph', runs: [{ text: `${term}: ` }, { text, strong: true }] }
	]);
	return { kind: 'list', items: lines };
}

/** Cells of plain words. `widths`: shares of the width. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], widths?: number[]): Block {
	const cells = (row: readonly string[]) => row.map(words);
	return { kind: 'table', head: cells(head), rows: rows.map(cells), ...(widths ? { widths } : {}) };
}

/** What document.typ reads. */
export function pdfTemplateData({ at: _, ...document }: Document) {
	const { title, lines, contents, foot, front = [], blocks } = document;
	return {
		...{ title: unmarked(title), lines: lines.map(unmarked), contents, foot: unmarked(foot) },
		...{ front: withVoices(front), blocks: withVoices(blocks), lang: currentFacts().lang },
		...{ pageWords: t.ui.pageOf, lackingNote: t.ui.lackingSigns }
	};
}

/** German words in a paper of another language say so, as they do on a page. */
const voiced = (runs: readonly Run[]): Run[] =>
	runs.flatMap((run) =>
		germanParts(run.text).map(({ text, german }) => ({ ...run, text, ...(german && { lang: 'de' }) }))
	);

const withVoices = (blocks: readonly Block[]): Block[] =>
	currentFacts().lang === 'de' ? [...blocks] : withRuns(blocks, voiced);

/** The same blocks with other runs, however deep they stand. */
function withRuns(blocks: readonly Block[], change: (runs: readonly Run[]) => Run[]): Block[] {
	const within = (inner: readonly Block[]) => withRuns(inner, change);
	return blocks.map((block): Block => {
		switch (block.kind) {
			case 'heading':
			case 'paragraph':
				return { ...block, runs: change(block.runs) };
			case 'list':
			case 'numbers':
				return { ...block, items: block.items.map(within) };
			case 'quote':
				return { ...block, blocks: within(block.blocks) };
			case 'table':
				return { ...block, head: block.head.map(change), rows: block.rows.map((row) => row.map(change)) };
			default:
				return block;
		}
	});
}

/** For programs that know nothing of the signs around German words of a page in another language. */
export function withoutSigns(document: Document): Document {
	const { title, lines, foot, blocks } = document;
	const plain = (runs: readonly Run[]) => runs.map((run) => ({ ...run, text: unmarked(run.text) }));
	const words = { title: unmarked(title), lines: lines.map(unmarked), foot: unmarked(foot) };
	return { ...document, ...words, blocks: withRuns(blocks, plain) };
}
