import { BODY_MOST, IMPORTED_TITLE_MOST } from '../proposals/proposal.ts';
import type { Sheet, SheetRecord } from './sheet.ts';

/** One contribution as it stands in the file, untouched. */
export interface Row {
	line: number;
	id: string;
	title: string;
	text: string;
	url: string | null;
}

export const ID_MOST = 200;

/** Why a row is not taken. */
export const PROBLEMS = {
	unreadable: 'the line cannot be read as CSV (a quotation mark too many or too few?)',
	columns: 'more cells than columns (a separator inside a text needs quotation marks around the text)',
	signs: 'contains a NUL sign, which no text has',
	idMissing: 'the id is missing',
	titleMissing: 'the title is missing',
	idTooLong: `the id is longer than ${ID_MOST} signs`,
	titleTooLong: `the title is longer than ${IMPORTED_TITLE_MOST} signs`,
	textTooLong: `the text is longer than ${BODY_MOST} signs`,
	urlWrong: 'the url is not an address that begins with http:// or https://',
	idTwice: 'the id stands in the file before'
} as const;
export type Problem = keyof typeof PROBLEMS;

const ALIASES = {
	id: ['id', 'nr', 'nummer', 'kennung', 'number'],
	title: ['title', 'titel', 'überschrift', 'betreff', 'name'],
	text: ['text', 'body', 'beschreibung', 'inhalt', 'beitrag', 'description'],
	url: ['url', 'link', 'adresse', 'quelle']
} as const;
type Column = keyof typeof ALIASES;

/** Thrown when the file as a whole is not what we can read; the message is for the one who imports. */
export class BadSheet extends Error {}

type Columns = Record<'id' | 'title' | 'text', number> & { url: number | null };

/** Where each column stands, by its own name or a usual other one. */
export function columnsOf(header: readonly string[]): Columns {
	const names = header.map((name) =>
		name
			.replace(/^\uFEFF/, '')
			.trim()
			.toLowerCase()
	);
	const find = (column: Column): number | null => {
		const places = names.flatMap((name, place) => (ALIASES[column].some((alias) => alias === name) ? [place] : []));
		if (places.length > 1)
			throw new BadSheet(`Two columns could be "${column}": ${places.map((place) => names[place]).join(', ')}.`);
		return places[0] ?? null;
	};
	const need = (column: Column): number => {
		const place = find(column);
		if (place !== null) return place;
		throw new BadSheet(
			`The column "${column}" is missing (or one of: ${ALIASES[column].join(', ')}). The file has: ${names.join(', ') || 'nothing'}.`
		);
	};
	return { id: need('id'), title: need('title'), text: need('text'), url: find('url') };
}

function isWebAddress(text: string): boolean {
	return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

/** A contribution of a heading alone is one, too: some people say in five words what others say in fifty. */
function problemOf({ id, title, text, url }: Omit<Row, 'line'>): Problem | null {
	const checks: [boolean, Problem][] = [
		[`${id}${title}${text}${url}`.includes('\0'), 'signs'],
		[id.trim() === '', 'idMissing'],
		[title.trim() === '', 'titleMissing'],
		[id.length > ID_MOST, 'idTooLong'],
		[title.length > IMPORTED_TITLE_MOST, 'titleTooLong'],
		[text.length > BODY_MOST, 'textTooLong'],
		[url !== null && !isWebAddress(url), 'urlWrong']
	];
	return checks.find(([wrong]) => wrong)?.[1] ?? null;
}

export interface Reading {
	rows: Row[];
	refused: { line: number; problem: Problem }[];
}

/** Good rows and bad rows of a file; each bad one with the first thing wrong with it. */
export function readRows(sheet: Sheet): Reading {
	const columns = columnsOf(sheet.header);
	const seen = new Set<string>();
	const rows: Row[] = [];
	const refused: Reading['refused'] = sheet.broken.map((line) => ({ line, problem: 'unreadable' }));
	for (const record of sheet.records) {
		const row = rowOf(record, columns);
		const tooWide = record.cells.slice(sheet.header.length).some((cell) => cell !== '');
		const problem = tooWide ? 'columns' : (problemOf(row) ?? (seen.has(row.id) ? 'idTwice' : null));
		seen.add(row.id);
		if (problem) refused.push({ line: row.line, problem });
		else rows.push(row);
	}
	return { rows, refused: refused.sort((a, b) => a.line - b.line) };
}

function rowOf({ line, cells }: SheetRecord, columns: Columns): Row {
	const cell = (place: number | null) => (place === null ? '' : (cells[place] ?? ''));
	return {
		line,
		// Ids and addresses are names, not words: a space around them was never meant.
		id: cell(columns.id).trim(),
		title: cell(columns.title),
		text: cell(columns.text),
		url: cell(columns.url).trim() || null
	};
}
