/** Excel takes a file for UTF-8 only with this in front. */
const MARK = '\uFEFF';

/** What a spreadsheet would take for a formula. Somebody who writes `=HYPERLINK(…)` into a title must not run anything. */
const FORMULA = /^(\s*[=+\-@]|[\t\r])/;

type Cell = string | number | null | undefined;

function cell(value: Cell): string {
	// Numbers of ours are numbers; only people's words can be formulas.
	if (typeof value === 'number') return String(value);
	const text = value ?? '';
	const harmless = FORMULA.test(text) ? `'${text}` : text;
	return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

const line = (cells: readonly Cell[]) => `${cells.map(cell).join(';')}\r\n`;

/** The beginning of a table: RFC 4180 with `;`, so that German spreadsheets open it with a double click. */
export function csvHead(names: readonly string[]): string {
	return MARK + line(names);
}

/** The next rows of it: as many as are at hand. */
export function csvRows(rows: readonly (readonly Cell[])[]): string {
	return rows.map(line).join('');
}

/** A whole table. */
export function csv(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
	return csvHead(head) + csvRows(rows);
}
