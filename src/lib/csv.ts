/** Excel takes a file for UTF-8 only with this in front. */
const MARK = '\uFEFF';

/**
 * What a spreadsheet would take for a formula: the signs a calculation begins with, wide, small, raised and lowered ones,
 * and the real minus, too, because programs take one for the other. What nobody sees in front of them (blanks of every
 * kind, line breaks, signs without width, marks of direction, accents) is skipped by some programs, so it is here.
 * Somebody who writes `=HYPERLINK(…)` into a title must not run anything.
 */
const UNSEEN = String.raw`[\s\p{Z}\p{C}\p{M}\p{Default_Ignorable_Code_Point}]`;
const CALCULATES = '[=+\\-@＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋−]';
/** Apostrophes in front count, too: one more goes in front of them, so that taking one off always gives the text back. */
const FORMULA = new RegExp(`^'*(?:${UNSEEN}*${CALCULATES}|[\\t\\r\\n])`, 'u');

/** Text as it may stand in a cell. `unprotected` gives back what it was, whatever it was. */
export function protectedCell(text: string): string {
	return FORMULA.test(text) ? `'${text}` : text;
}

/** What a cell of ours says: without the apostrophe that kept it from being a formula. */
export function unprotected(cell: string): string {
	return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}

type Cell = string | number | boolean | null | undefined;

function cell(value: Cell): string {
	// Numbers of ours are numbers; only people's words can be formulas.
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	const harmless = protectedCell(value ?? '');
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
