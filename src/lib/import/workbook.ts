import { unzipSync } from 'fflate';
import { Parser } from 'htmlparser2';
import type { SheetRecord } from './records.ts';

/** Far more than a table of contributions; an archive made to fill the memory stops here. */
const MOST_BYTES = 200 * 1024 * 1024;
const MOST_COLUMNS = 1_000;
const MOST_ROWS = 1_048_576;

/** So deep no program nests what people write; an XML file made to keep its reader busy for hours does. */
const MOST_LEVELS = 400;

/** More than anybody writes by hand: an archive made to fill the memory, or not a table of contributions. */
export class TooLarge extends Error {}

export interface Worksheet {
	name: string;
	records: SheetRecord[];
}

/** The parts of an archive whose names are wanted. Throws when it is none or too large. */
export function filesIn(bytes: Uint8Array, isWanted: (name: string) => boolean): Record<string, Uint8Array> {
	let left = MOST_BYTES;
	return unzipSync(bytes, {
		filter: ({ name, originalSize }) => {
			if (!isWanted(name)) return false;
			left -= originalSize;
			if (left < 0) throw new TooLarge('the archive is too large');
			return true;
		}
	});
}

/** The same as text. */
export function partsOf(bytes: Uint8Array, wanted: RegExp): Map<string, string> {
	const parts = filesIn(bytes, (name) => wanted.test(name));
	const reader = new TextDecoder();
	return new Map(Object.entries(parts).map(([name, part]) => [name, reader.decode(part)]));
}

export interface XmlReader {
	open?(name: string, attributes: Readonly<Record<string, string>>): void;
	text?(words: string): void;
	close?(name: string): void;
}

const local = (name: string) => name.slice(name.indexOf(':') + 1);

/** XML from beginning to end, without entities of its own. Names come without their prefix, unless they are needed. Throws `TooLarge`. */
export function readXml(xml: string, reader: XmlReader, prefixed = false): void {
	const named = prefixed ? (name: string) => name : local;
	let level = 0;
	const parser = new Parser(
		{
			onopentag(name, attributes) {
				// The parser itself takes longer for each element the more are open.
				if (++level > MOST_LEVELS) throw new TooLarge('nested too deeply');
				reader.open?.(named(name), attributes);
			},
			ontext: (words) => reader.text?.(words),
			onclosetag(name) {
				level--;
				reader.close?.(named(name));
			}
		},
		{ xmlMode: true, decodeEntities: true }
	);
	parser.end(xml);
}

/** The worksheets of an Excel file. */
export function readExcel(bytes: Uint8Array): Worksheet[] {
	const parts = partsOf(
		bytes,
		/^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|worksheets\/[^/]+\.xml)$/i
	);
	const strings = sharedStrings(parts.get('xl/sharedStrings.xml') ?? '');
	return sheetsIn(parts).map(({ name, xml }) => ({ name, records: excelRows(xml, strings) }));
}

function sheetsIn(parts: ReadonlyMap<string, string>): { name: string; xml: string }[] {
	const targets = new Map<string, string>();
	readXml(parts.get('xl/_rels/workbook.xml.rels') ?? '', {
		open: (_, { Id = '', Target = '' }) => targets.set(Id, Target.replace(/^\/?(?:xl\/)?/, 'xl/'))
	});
	const sheets: { name: string; xml: string }[] = [];
	readXml(parts.get('xl/workbook.xml') ?? '', {
		open: (tag, attributes) => {
			const xml = parts.get(targets.get(attributes['r:id'] ?? '') ?? '');
			if (tag === 'sheet' && xml !== undefined) sheets.push({ name: attributes.name ?? '', xml });
		}
	});
	return sheets;
}

/** Texts are kept once for the whole workbook; how Japanese is pronounced stands beside and is left out. */
function sharedStrings(xml: string): string[] {
	const strings: string[] = [];
	let [within, spoken] = [false, false];
	readXml(xml, {
		open: (name) => {
			if (name === 'si') strings.push('');
			if (name === 't') within = true;
			if (name === 'rPh') spoken = true;
		},
		text: (words) => {
			if (within && !spoken) strings[strings.length - 1] += words;
		},
		close: (name) => {
			if (name === 't') within = false;
			if (name === 'rPh') spoken = false;
		}
	});
	return strings.map(unescaped);
}

/** `_x000D_` is how Excel writes a sign that XML has none for. */
const unescaped = (text: string) =>
	text.replace(/_x([\dA-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

function excelRows(xml: string, strings: readonly string[]): SheetRecord[] {
	const records: SheetRecord[] = [];
	let [kind, value, column, within] = ['', '', 0, false];
	readXml(xml, {
		open: (name, { r, t = '' }) => {
			if (records.length > MOST_ROWS) throw new TooLarge('more rows than a worksheet has');
			if (name === 'row') records.push({ line: Number(r) || (records.at(-1)?.line ?? 0) + 1, cells: [] });
			if (name === 'c') [kind, value, column] = [t, '', r ? columnOf(r) : (records.at(-1)?.cells.length ?? 0)];
			within = name === 'v' || name === 't';
		},
		text: (words) => {
			if (within) value += words;
		},
		close: (name) => {
			within = false;
			const cells = records.at(-1)?.cells;
			if (name !== 'c' || !cells || column >= MOST_COLUMNS) return;
			while (cells.length < column) cells.push('');
			cells[column] = excelValue(kind, value, strings);
		}
	});
	return records;
}

function excelValue(kind: string, value: string, strings: readonly string[]): string {
	if (kind === 's') return strings[Number(value)] ?? '';
	if (kind === 'b') return value === '1' ? 'TRUE' : 'FALSE';
	if (kind === '' || kind === 'n') return value === '' ? '' : String(Number(value));
	return unescaped(value);
}

/** `AB12` is the 28th column: counted from 0, 27. */
function columnOf(reference: string): number {
	let column = 0;
	for (const letter of /^[A-Z]+/.exec(reference)?.[0] ?? 'A') column = column * 26 + letter.charCodeAt(0) - 64;
	return column - 1;
}
