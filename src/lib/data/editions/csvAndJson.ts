import { csvHead, csvRows } from '../../csv.ts';
import type { Column } from '../sets/columns/columns.ts';
import type { Format, Row } from '../dataset.ts';
import { startSha256 } from '../../sha256.ts';

type Piece = readonly Row[];

const csvOf = (names: readonly string[], rows: Piece) => csvRows(rows.map((row) => names.map((name) => row[name])));

/** As a table for spreadsheets, part by part. */
export async function* csv(columns: readonly Column[], parts: AsyncIterable<Piece>): AsyncGenerator<string> {
	const names = columns.map(({ name }) => name);
	yield csvHead(names);
	for await (const rows of parts) yield csvOf(names, rows);
}

const jsonHead = (about: object) => `${JSON.stringify(about).slice(0, -1)},"rows":[`;
const jsonOf = (rows: Piece, first: boolean) =>
	rows.length === 0 ? '' : `${first ? '' : ','}\n${rows.map((row) => JSON.stringify(row)).join(',\n')}`;
const JSON_END = '\n]}\n';

/** One object: what it is, then its rows, one in a line. */
export async function* json(about: object, parts: AsyncIterable<Piece>): AsyncGenerator<string> {
	yield jsonHead(about);
	let first = true;
	for await (const rows of parts) {
		yield jsonOf(rows, first);
		first = first && rows.length === 0;
	}
	yield JSON_END;
}

class Counted {
	readonly #hash = startSha256();
	#bytes = 0;

	add(text: string): void {
		this.#hash.update(text);
		this.#bytes += Buffer.byteLength(text);
	}

	end() {
		return { bytes: this.#bytes, digest: this.#hash.digest('hex') };
	}
}

/** How many bytes the files of these rows have, and their digests, in one go through them. */
export class Measure {
	readonly #names: readonly string[];
	readonly #files = { csv: new Counted(), json: new Counted() };
	#rows = 0;
	#ended: Readonly<Record<Format, { bytes: number; digest: string }>> | null = null;

	constructor(about: object, columns: readonly Column[]) {
		this.#names = columns.map(({ name }) => name);
		this.#files.csv.add(csvHead(this.#names));
		this.#files.json.add(jsonHead(about));
	}

	add(rows: Piece): void {
		this.#files.csv.add(csvOf(this.#names, rows));
		this.#files.json.add(jsonOf(rows, this.#rows === 0));
		this.#rows += rows.length;
	}

	/** Of the whole; nothing is added any more. */
	of(format: Format): { rows: number; bytes: number; digest: string } {
		if (this.#ended === null) this.#files.json.add(JSON_END);
		this.#ended ??= { csv: this.#files.csv.end(), json: this.#files.json.end() };
		return { rows: this.#rows, ...this.#ended[format] };
	}
}
