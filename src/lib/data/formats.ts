import { csvHead, csvRows } from '../csv.ts';
import type { Column, Row } from './dataset.ts';

/** As a table for spreadsheets, part by part. */
export async function* csv(columns: readonly Column[], parts: AsyncIterable<readonly Row[]>): AsyncGenerator<string> {
	const names = columns.map(({ name }) => name);
	yield csvHead(names);
	for await (const rows of parts) yield csvRows(rows.map((row) => names.map((name) => row[name])));
}

/** One object: what it is, then its rows, one in a line. */
export async function* json(about: object, parts: AsyncIterable<readonly Row[]>): AsyncGenerator<string> {
	yield `${JSON.stringify(about).slice(0, -1)},"rows":[`;
	let first = true;
	for await (const rows of parts) {
		if (rows.length === 0) continue;
		yield `${first ? '' : ','}\n${rows.map((row) => JSON.stringify(row)).join(',\n')}`;
		first = false;
	}
	yield '\n]}\n';
}
