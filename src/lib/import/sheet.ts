import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';

/** A table as people save it from a spreadsheet: any usual encoding, separator and line end. */
export interface Sheet {
	encoding: string;
	separator: string;
	header: string[];
	records: SheetRecord[];
	/** Lines the format itself forbids, e.g. with a quotation mark that is never closed. */
	broken: number[];
}

export interface SheetRecord {
	/** Where the record begins in the file, counted from 1, as an editor counts. */
	line: number;
	cells: string[];
}

const SEPARATORS = [',', ';', '\t'] as const;
const lineEnds = (text: string) => text.split(/\r\n|\r|\n/).length - 1;

/** UTF-8 and UTF-16 say so or prove it; what is not valid UTF-8 was saved by an older Windows program. */
export function decode(bytes: Uint8Array): { text: string; encoding: string } {
	const as = (encoding: string, fatal = false) => ({
		text: new TextDecoder(encoding, { fatal }).decode(bytes),
		encoding
	});
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return as('utf-16le');
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return as('utf-16be');
	try {
		return as('utf-8', true);
	} catch {
		return as('windows-1252');
	}
}

/** The separator that Excel names in a first line of its own, or the one the header uses most. */
export function separatorOf(text: string): { separator: string; skipped: string } {
	const named = /^"?sep=([,;\t])"?(\r\n|\r|\n)/i.exec(text);
	if (named?.[1]) return { separator: named[1], skipped: named[0] };
	const [header = ''] = text.replace(/"[^"]*"/g, '').split(/\r\n|\r|\n/);
	const uses = (separator: string) => header.split(separator).length;
	return { separator: [...SEPARATORS].sort((a, b) => uses(b) - uses(a))[0] ?? ',', skipped: '' };
}

/** What the parser gives with `info`; its types do not say so. */
const Parsed = z.array(z.object({ record: z.array(z.string()), info: z.object({ bytes: z.number() }) }));

/** Texts come out exactly as they stand in the file: nothing is trimmed, line ends inside a cell stay. */
export function readSheet(bytes: Uint8Array): Sheet {
	const { text, encoding } = decode(bytes);
	const { separator, skipped } = separatorOf(text);
	const body = Buffer.from(text.slice(skipped.length));
	const count = lineCounter(body, 1 + lineEnds(skipped));
	const broken: Sheet['broken'] = [];
	const parsed: unknown = parse(body, {
		delimiter: separator,
		info: true,
		relax_column_count: true,
		skip_empty_lines: true,
		skip_records_with_error: true,
		on_skip: (error) => {
			broken.push(count(positionOf(error)));
		}
	});
	const placed = Parsed.parse(parsed).map(({ record, info }) => ({
		// The parser's own count is off where a cell holds CRLF; the bytes are exact, and say where the record ends.
		line: count(info.bytes) - lineEnds(record.join('')),
		cells: record
	}));
	const [header, ...records] = placed;
	return { encoding, separator, header: header?.cells ?? [], records, broken };
}

function positionOf(error: CsvError | undefined): number {
	const bytes: unknown = error?.bytes;
	return typeof bytes === 'number' ? bytes : 0;
}

/** The line in which a byte stands. Asked in ascending order, it reads the file once. */
function lineCounter(body: Buffer, first: number): (position: number) => number {
	const NEWLINE = 0x0a;
	let [read, line] = [0, first];
	return (position) => {
		if (position < read) [read, line] = [0, first];
		// A record's last byte is its line end, which still belongs to it.
		for (; read < position - 1; read++) if (body[read] === NEWLINE) line++;
		return line;
	};
}
