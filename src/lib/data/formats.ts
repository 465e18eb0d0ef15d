import type { Column, Row } from './dataset.ts';

/** Spreadsheets take a cell that begins like this for a formula and run it. */
const FORMULA = /^[=+\-@\t\r]/;

function csvCell(value: string | number | null | undefined): string {
	if (value === null || value === undefined) return '';
	if (typeof value === 'number') return String(value);
	const text = FORMULA.test(value) ? `'${value}` : value;
	return /[";\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** RFC 4180 with `;`, CRLF and a byte order mark: German spreadsheets open it with a double click. */
export async function* csv(columns: readonly Column[], parts: AsyncIterable<readonly Row[]>): AsyncGenerator<string> {
	yield `\uFEFF${columns.map(({ name }) => name).join(';')}\r\n`;
	for await (const rows of parts) {
		yield rows.map((row) => `${columns.map(({ name }) => csvCell(row[name])).join(';')}\r\n`).join('');
	}
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
