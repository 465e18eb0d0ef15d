import { fill, t } from '../texts/texts.ts';
import { columnLetters } from './columnLetters.ts';
import { decode, type Decoded } from './encoding.ts';
import { readOpenDocument } from './openDocument.ts';
import { BadSheet } from './places.ts';
import { lineEnds, readRecords, type BrokenRow, type SheetRecord } from './records.ts';
import { kindOf } from './signature.ts';
import { readExcel, TooLarge, type Worksheet } from './workbook.ts';

/** A table as people save it: a workbook, or text in any usual encoding, with any separator and line end. */
export interface Sheet {
	/** What the file is: a kind of workbook, or the encoding of a text. */
	encoding: string;
	/** Of a text: how sure its encoding is; null for a workbook. */
	decoded: Omit<Decoded, 'text'> | null;
	/** Empty in a workbook. */
	separator: string;
	header: string[];
	headerLine: number;
	records: SheetRecord[];
	/** The first rows as they stand there, with what is above the names of the columns. */
	top: SheetRecord[];
	/** The tables of a workbook. */
	worksheets: string[];
	/** Lines in which a row begins that the format forbids, e.g. with a quotation mark that is never closed. */
	broken: number[];
	/** Lines behind such a beginning that belong to no row. */
	unread: BrokenRow[];
}

export interface Reading {
	encoding: string | null;
	/** In which line the names of the columns stand; 0: in none; null: the first that can be meant. */
	headerLine: number | null;
	/** The worksheet of a workbook; null: the first with anything in it. */
	worksheet: string | null;
	/** The tables of a workbook that was read already (`readApart.server.ts`); null: it is read here. */
	sheets: readonly Worksheet[] | null;
	isHeader: (cells: readonly string[]) => boolean;
}

const ANY: Reading = { encoding: null, headerLine: null, worksheet: null, sheets: null, isHeader: () => true };

/** As many rows show what a table looks like. */
const TOP = 12;
/** So far down somebody puts a title above a table. */
const MOST_ABOVE = 50;

/** Cells come out exactly as they stand in the file. Throws `BadSheet` when it is no table. */
export function readSheet(bytes: Uint8Array, asked: Partial<Reading> = {}): Sheet {
	const reading = { ...ANY, ...asked };
	if (bytes.length === 0) throw new BadSheet(t.imports.kinds.nothing);
	const kind = kindOf(bytes);
	if (kind === 'xlsx' || kind === 'ods') return workbookSheet(bytes, kind, reading);
	// UTF-16 without its mark may begin with anything.
	if (kind !== 'text') throw new BadSheet(t.imports.kinds[kind]);
	const { text, ...decoded } = decode(bytes, reading.encoding);
	const { separator, skipped } = separatorOf(text);
	const body = text.slice(skipped.length).replace(/^\uFEFF/, '');
	const { records, broken } = readRecords(body, separator, 1 + lineEnds(skipped));
	if (records.length === 0 && broken.length === 0) throw new BadSheet(t.imports.kinds.nothing);
	const head = headOf(records, broken, reading);
	return {
		...{ encoding: decoded.encoding, decoded, separator, ...head, worksheets: [], top: records.slice(0, TOP) },
		broken: broken.map(({ line }) => line).filter((line) => line > head.headerLine),
		unread: broken.filter(({ line, until }) => line > head.headerLine && until > line)
	};
}

function workbookSheet(bytes: Uint8Array, kind: 'xlsx' | 'ods', reading: Reading): Sheet {
	const { found, worksheets } = worksheet(bytes, kind, reading);
	const records = found.records.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
	const head = headOf(records, [], reading);
	return {
		...{ encoding: `${kind}: ${found.name}`, decoded: null, separator: '', ...head, broken: [], unread: [] },
		...{ worksheets, top: records.slice(0, TOP) }
	};
}

/** The tables of a workbook. Throws `TooLarge`, and anything where it is none. */
export const readWorkbook = (bytes: Uint8Array, kind: 'xlsx' | 'ods'): Worksheet[] =>
	kind === 'xlsx' ? readExcel(bytes) : readOpenDocument(bytes);

function readHere(bytes: Uint8Array, kind: 'xlsx' | 'ods'): Worksheet[] {
	try {
		return readWorkbook(bytes, kind);
	} catch (error) {
		throw new BadSheet(error instanceof TooLarge ? t.imports.kinds.tooLarge : t.imports.kinds.damaged);
	}
}

function worksheet(bytes: Uint8Array, kind: 'xlsx' | 'ods', { worksheet: asked, sheets: before }: Reading) {
	const sheets = before ?? readHere(bytes, kind);
	const worksheets = sheets.map(({ name }) => name);
	if (worksheets.length === 0) throw new BadSheet(t.imports.kinds.damaged);
	const [first] = sheets
		.filter(({ name }) => asked === null || name === asked)
		.filter(({ records }) => records.some(({ cells }) => cells.some((cell) => cell !== '')));
	if (!first)
		throw new BadSheet(asked === null ? t.imports.kinds.empty : fill(t.imports.kinds.noSheet, { name: asked }));
	return { found: first, worksheets };
}

function headOf(records: readonly SheetRecord[], broken: readonly BrokenRow[], { headerLine, isHeader }: Reading) {
	if (headerLine === 0) return { header: lettersFor(records), headerLine: 0, records: [...records] };
	const likely = records.slice(0, MOST_ABOVE).find(({ cells }) => isHeader(cells));
	const head = headerLine === null ? (likely ?? firstWide(records)) : records.find(({ line }) => line === headerLine);
	if (headerLine !== null && !head) throw new BadSheet(fill(t.imports.sheet.noHeader, { line: headerLine }));
	// What cannot be read before anything else can be is the line with the names.
	if (!head && broken[0]) throw new BadSheet(fill(t.imports.sheet.headerBroken, { line: broken[0].line }));
	const line = head?.line ?? 0;
	return { header: head?.cells ?? [], headerLine: line, records: records.filter((one) => one.line > line) };
}

const filled = ({ cells }: SheetRecord) => cells.filter((cell) => cell.trim() !== '').length;

/** A title above a table fills one cell or two; the names of the columns fill nearly as many as the rows below. */
function firstWide(records: readonly SheetRecord[]): SheetRecord | undefined {
	const some = records.slice(0, MOST_ABOVE);
	const widths = some.map(filled).sort((a, b) => a - b);
	const usual = widths[Math.floor(widths.length / 2)] ?? 0;
	return some.find((record) => filled(record) >= usual * 0.6) ?? records[0];
}

function lettersFor(records: readonly SheetRecord[]): string[] {
	const width = records.reduce((most, { cells }) => Math.max(most, cells.length), 0);
	return Array.from({ length: width }, (_, place) => columnLetters(place));
}

const SEPARATORS = [',', ';', '\t', '|'] as const;
/** Enough lines to see how a table is parted. */
const SOME = 40;
const SOME_SIGNS = 50_000;

/** The separator that Excel names in a first line of its own, or the one with which most rows are of one width. */
function separatorOf(text: string): { separator: string; skipped: string } {
	const named = /^\uFEFF?"?sep=([,;\t|])"?(\r\n|\r|\n)/i.exec(text);
	if (named?.[1]) return { separator: named[1], skipped: named[0] };
	const lines = text
		.slice(0, SOME_SIGNS)
		.split(/\r\n|\r|\n/)
		.slice(0, SOME)
		.join('\n');
	const tried = SEPARATORS.map((separator) => ({ separator, ...evenness(lines, separator) }));
	tried.sort((a, b) => b.share - a.share || b.width - a.width);
	return { separator: tried[0]?.separator ?? ',', skipped: '' };
}

/** How many of the rows have the same number of cells, more than one. */
function evenness(lines: string, separator: string): { share: number; width: number } {
	const { records, broken } = readRecords(lines, separator);
	const widths = new Map<number, number>();
	for (const { cells } of records) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
	widths.delete(1);
	const [most] = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
	if (!most) return { share: 0, width: 0 };
	return { share: most[1] / (records.length + broken.length), width: most[0] };
}
