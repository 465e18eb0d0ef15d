import type { Spoken } from '../people/language.ts';
import { decidimLeavesOut, decidimPlaces } from './decidim.ts';
import { isHeader, placesOf, type Asked, type Substitutes } from './places.ts';
import { readRows, type Reading, type Row } from './row.ts';
import { readSheet, type Sheet } from './sheet.ts';

/** What the file is, as far as the one who imports says so. */
export interface ImportOptions extends Substitutes {
	what: 'contributions' | 'decidim';
	columns: Asked;
	/** Of rows that say nothing of their language; null: German. */
	language: Spoken | null;
	/** As Decidim writes it: whose columns come first. Also one that has no name here (`ca`). */
	firstLanguage?: string;
	encoding: string | null;
	headerLine: number | null;
	worksheet: string | null;
}

/** What an import would take, before anything is written: pure, so that a page can show it as a command does. */
export interface ImportPlan extends Reading {
	sheet: Pick<Sheet, 'encoding' | 'decoded' | 'separator' | 'headerLine'>;
	/** The first rows, to see whether all letters are right. */
	samples: Row[];
	/** How many texts were HTML and are plain text now. */
	html: number;
	/** Somebody has to say which encoding it is before anything is taken. */
	doubtful: boolean;
}

const SAMPLES = 3;

/** Throws `BadSheet` when it is no table, or not with these columns. */
export function planImport(bytes: Uint8Array, options: ImportOptions): ImportPlan {
	const { encoding, headerLine, worksheet } = options;
	const columns = columnsFor(options);
	const sheet = readSheet(bytes, { encoding, headerLine, worksheet, isHeader: columns.fit });
	const { idByLine, titleByWords, language } = options;
	const reading = readRows(sheet, columns.places(sheet.header), {
		...{ language: language ?? 'de', made: { idByLine, titleByWords } },
		leavesOut: decidimLeavesOut(sheet.header)
	});
	return {
		...reading,
		sheet,
		samples: telling(reading.rows),
		html: reading.rows.filter((row) => row.original !== undefined).length,
		doubtful: sheet.decoded?.doubtful ?? false
	};
}

function columnsFor({ what, columns, language, firstLanguage, idByLine, titleByWords }: ImportOptions) {
	const made = { idByLine, titleByWords };
	if (what === 'contributions') {
		return {
			fit: (cells: readonly string[]) => isHeader(cells, columns, made),
			places: (header: readonly string[]) => placesOf(header, columns, made)
		};
	}
	const places = (header: readonly string[]) => decidimPlaces(header, firstLanguage ?? language ?? 'de');
	return {
		fit: (cells: readonly string[]) => cells.some((cell) => /^\uFEFF?(title|body)(\/|$)/.test(cell.trim())),
		places
	};
}

/** Rows with letters beyond ASCII first: they show whether the encoding is right. */
function telling(rows: readonly Row[]): Row[] {
	const beyond = rows.filter(({ title, text }) => /[^\0-\u007F]/.test(title + text)).slice(0, SAMPLES);
	return [...beyond, ...rows.filter((row) => !beyond.includes(row))].slice(0, SAMPLES);
}
