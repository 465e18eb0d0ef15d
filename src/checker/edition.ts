import { unzipSync } from 'fflate';
import { isObject, parse, text, type Json, type JsonObject } from './values.ts';

/** What is in a folder: the path of each file in it, and its bytes. */
type Files = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

/** Files as somebody handed them in. */
export interface Taken {
	files: Files;
	/** Names that came more than once. */
	doubled: readonly string[];
}

/** The files in an archive; null: it is no archive, or damaged. */
export function unpacked(bytes: Uint8Array): Taken | null {
	const seen = new Set<string>();
	const doubled = new Set<string>();
	try {
		const entries = unzipSync(bytes, {
			filter: ({ name }) => {
				if (seen.has(name)) doubled.add(name);
				seen.add(name);
				return !name.endsWith('/');
			}
		});
		const files = Object.entries(entries).map(([name, content]) => [name, new Uint8Array(content)] as const);
		return { files: new Map(files), doubled: [...doubled] };
	} catch {
		return null;
	}
}

/** Many archives and files as one. */
export function together(all: readonly Taken[]): Taken {
	const files = new Map<string, Uint8Array<ArrayBuffer>>();
	const doubled = new Set(all.flatMap((one) => one.doubled));
	for (const one of all)
		for (const [name, bytes] of one.files) {
			if (files.has(name)) doubled.add(name);
			files.set(name, bytes);
		}
	return { files, doubled: [...doubled] };
}

/** Without the one folder in which all of them lie, if there is one. */
function withoutFolder(files: Files): Files {
	const [first = ''] = files.keys();
	const folder = first.slice(0, first.indexOf('/') + 1);
	if (folder === '' || ![...files.keys()].every((name) => name.startsWith(folder))) return files;
	return withoutFolder(new Map([...files].map(([name, bytes]) => [name.slice(folder.length), bytes])));
}

interface Table {
	/** As its file says it. */
	dataset: string;
	/** Of the object around the rows. */
	keys: readonly string[];
	rows: readonly Json[];
	source: string;
}

export interface Edition extends Taken {
	/** `datapackage.json`; null: it is missing or cannot be read. */
	description: JsonObject | null;
	/** By the name of their file, those whose JSON file is there and can be read. */
	tables: ReadonlyMap<string, Table>;
	/** JSON files that cannot be read. */
	unreadable: string[];
}

const DESCRIPTION = 'datapackage.json';

export function readEdition(taken: Taken): Edition {
	const tables = new Map<string, Table>();
	const unreadable: string[] = [];
	const files = withoutFolder(taken.files);
	for (const [name, bytes] of files) {
		if (!name.endsWith('.json') || name === DESCRIPTION) continue;
		const source = decode(bytes);
		const value = parse(source);
		if (isObject(value) && Array.isArray(value.rows)) {
			const facts = { dataset: text(value.dataset), keys: Object.keys(value), rows: value.rows, source };
			tables.set(name.slice(0, -'.json'.length), facts);
		} else unreadable.push(name);
	}
	const package_ = files.get(DESCRIPTION);
	const description = package_ ? parse(decode(package_)) : undefined;
	return {
		files,
		doubled: taken.doubled,
		description: isObject(description) ? description : null,
		tables,
		unreadable
	};
}

export const decode = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

const rowsRead = new WeakMap<Table, readonly JsonObject[]>();

export function rowsOf(edition: Edition, name: string): readonly JsonObject[] {
	const table = edition.tables.get(name);
	if (!table) return [];
	const known = rowsRead.get(table) ?? table.rows.filter(isObject);
	rowsRead.set(table, known);
	return known;
}

/** What stands between two signs that mean something. */
const PLAIN = /[^";\r\n]+/y;

/** Semicolons between cells, quotation marks around what needs them, doubled inside; a byte order mark may come first. */
export function parseCsv(source: string): string[][] {
	const rows: string[][] = [];
	let row: string[] = [];
	let cell = '';
	const end = () => {
		row.push(cell);
		cell = '';
	};
	for (let at = source.charCodeAt(0) === 0xfeff ? 1 : 0; at < source.length;) {
		const sign = source.charAt(at);
		if (sign === '"') {
			const [words, behind] = quoted(source, at + 1);
			cell += words;
			at = behind;
			continue;
		}
		// In pieces as long as they can be: a cell made of single signs costs a hundred times its room.
		PLAIN.lastIndex = at;
		const plain = PLAIN.exec(source)?.[0] ?? '';
		cell += plain;
		at += plain.length || 1;
		if (sign === ';') end();
		else if (sign === '\n') {
			end();
			rows.push(row);
			row = [];
		}
	}
	if (cell !== '' || row.length > 0) {
		end();
		rows.push(row);
	}
	return rows;
}

/** What stands from here to the closing quotation mark, and where it goes on behind that. */
function quoted(source: string, from: number): [string, number] {
	let at = from;
	let doubled = false;
	for (;;) {
		const mark = source.indexOf('"', at);
		const end = mark < 0 ? source.length : mark;
		if (source.charAt(end + 1) === '"') {
			doubled = true;
			at = end + 2;
			continue;
		}
		const words = source.slice(from, end);
		return [doubled ? words.replaceAll('""', '"') : words, end + 1];
	}
}

/** The one way in which these cells are written. */
export function writeCsvRow(row: readonly string[]): string {
	const cell = (value: string) => (/[";\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
	return `${row.map(cell).join(';')}\r\n`;
}

/** Whether a text is made of these parts, one after the other, and of nothing else. */
export function isMadeOf(source: string, parts: Iterable<string>): boolean {
	let at = 0;
	for (const part of parts) {
		if (!source.startsWith(part, at)) return false;
		at += part.length;
	}
	return at === source.length;
}

/** As a table of signs shows a value. */
export function cellOf(value: Json | undefined): string {
	if (value === null || value === undefined) return '';
	return typeof value === 'string' ? value : JSON.stringify(value);
}
