/** Excel takes a file for UTF-8 only with this in front. */
const MARK = '\uFEFF';

/** What a spreadsheet would take for a formula. Somebody who writes `=HYPERLINK(…)` into a title must not run anything. */
const FORMULA = /^[=+\-@\t\r]/;

function cell(value: string | number | null): string {
	// Numbers of ours are numbers; only people's words can be formulas.
	if (typeof value === 'number') return String(value);
	const text = value ?? '';
	const harmless = FORMULA.test(text.trimStart()) || FORMULA.test(text) ? `'${text}` : text;
	return /[",\r\n;]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** RFC 4180 with `;`, as our open data has it: German spreadsheets open it with a double click. */
export function csv(head: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
	return MARK + [head, ...rows].map((row) => `${row.map(cell).join(';')}\r\n`).join('');
}
