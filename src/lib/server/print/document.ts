import { ui } from '../../texts/de/site.ts';
import type { Block } from './blocks.ts';
import type { Run } from './runs.ts';

/** A paper of headings, text and tables, before it is a file: the same for PDF and Word. */
export interface Document {
	title: string;
	/** What it is and of when, below the title. */
	lines: string[];
	/** The heading of the contents; null: it is too short for contents. */
	contents: string | null;
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
export function forPress({ at: _, ...document }: Document) {
	return { ...document, pageWords: ui.pageOf, lackingNote: ui.lackingSigns };
}
