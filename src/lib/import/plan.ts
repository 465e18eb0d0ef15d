import type { Spoken } from '../people/details/language.ts';
import { fill, t } from '../texts/texts.ts';
import { dayReader, orderIn, type DayOrder } from './days.ts';
import { decidimPlaces, isDecidim, leavesOut } from './decidim.ts';
import { BadSheet, countNamed, guessPlaces, isHeader, placesOf, type Asked, type Places } from './places.ts';
import type { Substitutes } from './places.ts';
import { withoutImportIds } from './qualtrics.ts';
import { readRows, type Reading, type Row } from './row.ts';
import { readSheet, type Sheet } from './sheet.ts';
import type { Worksheet } from './workbook.ts';

/** What the file is, as far as the one who imports says so. */
export interface ImportOptions extends Substitutes {
	/** `any`: whatever it is, and what it does not say is found out. */
	what: 'contributions' | 'decidim' | 'any';
	columns: Asked;
	/** Of rows that say nothing of their language; null: German. */
	language: Spoken | null;
	/** As Decidim writes it: whose columns come first. Also one that has no name here (`ca`). */
	firstLanguage?: string;
	/** Where the file does not show it; null: a date that could be two days is none. */
	dayOrder?: DayOrder | null;
	encoding: string | null;
	headerLine: number | null;
	worksheet: string | null;
	/** The tables of a workbook, where they were read before: in a thread of its own. */
	sheets?: readonly Worksheet[] | null;
}

/** What an import would take, before anything is written: pure, so that a page can show it as a command does. */
export interface ImportPlan extends Reading {
	sheet: Pick<Sheet, 'encoding' | 'decoded' | 'separator' | 'headerLine' | 'worksheets' | 'top'>;
	/** What the columns are called, as people know them. */
	names: string[];
	places: Places;
	/** The first rows, to see whether all letters are right. */
	samples: Row[];
	/** How many texts were HTML and are plain text now. */
	html: number;
	/** Somebody has to say which encoding it is before anything is taken. */
	doubtful: boolean;
}

const SAMPLES = 3;
/** Far more than any process has had; reading more would hold up everybody else. */
const MOST_ROWS = 100_000;

/** Throws `BadSheet` when it is no table, or not with these columns. */
export function planImport(bytes: Uint8Array, options: ImportOptions): ImportPlan {
	const { encoding, headerLine, worksheet, sheets = null } = options;
	const columns = columnsFor(options);
	const read = readSheet(bytes, { encoding, headerLine, worksheet, sheets, isHeader: columns.fit });
	const { sheet, names } = withoutImportIds(read);
	if (sheet.records.length > MOST_ROWS) throw new BadSheet(fill(t.imports.sheet.tooManyRows, { most: MOST_ROWS }));
	const places = columns.places(sheet);
	const reading = readRows(sheet, places, rulesFor(options, sheet, places));
	return {
		...{ ...reading, sheet, names, places },
		samples: telling(reading.rows),
		html: reading.rows.filter((row) => row.original !== undefined).length,
		doubtful: sheet.decoded?.doubtful ?? false
	};
}

function rulesFor({ what, idByLine, titleByWords, language, dayOrder }: ImportOptions, sheet: Sheet, places: Places) {
	const lacks = what === 'any' ? { idByLine: places.id.length === 0, titleByWords: true } : null;
	const cells = sheet.records.map(({ cells }) => cells[places.date[0] ?? -1] ?? '');
	const order = dayOrder ?? orderIn(cells);
	return {
		language: language ?? 'de',
		made: lacks ?? { idByLine, titleByWords },
		leavesOut: leavesOut(sheet.header),
		day: dayReader({ order, isWorkbook: sheet.decoded === null })
	};
}

interface Columns {
	fit: (cells: readonly string[]) => boolean;
	places: (sheet: Sheet) => Places;
}

function columnsFor(options: ImportOptions): Columns {
	const { what, columns, language, firstLanguage, idByLine, titleByWords } = options;
	const made = { idByLine, titleByWords };
	const decidim = ({ header }: Sheet) => decidimPlaces(header, firstLanguage ?? language ?? 'de', columns);
	if (what === 'any') {
		return {
			// One name alone may be a title above the table: "Stellungnahme".
			fit: (cells) => isDecidim(cells) || countNamed(cells) > 1,
			places: (sheet) => (isDecidim(sheet.header) ? decidim(sheet) : guessPlaces(sheet.header, lengths(sheet), columns))
		};
	}
	if (what === 'contributions') {
		return {
			fit: (cells) => isHeader(cells, columns, made),
			places: ({ header }) => placesOf(header, columns, made)
		};
	}
	return { fit: (cells) => cells.some((cell) => /^\uFEFF?(title|body)(\/|$)/.test(cell.trim())), places: decidim };
}

/** Enough rows to see which column holds the texts. */
const SOME = 200;

function lengths({ header, records }: Sheet): number[] {
	const some = records.slice(0, SOME);
	return header.map(
		(_, place) => some.reduce((sum, { cells }) => sum + (cells[place] ?? '').trim().length, 0) / (some.length || 1)
	);
}

/** Rows with letters beyond ASCII first: they show whether the encoding is right. */
function telling(rows: readonly Row[]): Row[] {
	const beyond = rows.filter(({ title, text }) => /[^\0-\u007F]/.test(title + text)).slice(0, SAMPLES);
	return [...beyond, ...rows.filter((row) => !beyond.includes(row))].slice(0, SAMPLES);
}
