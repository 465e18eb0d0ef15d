import type { Sheet } from './sheet.ts';

/** In its third row Qualtrics says of each column how it would be imported there. */
const IMPORT_ID = /^\{\s*"ImportId"\s*:/;

/**
 * A survey exported from Qualtrics has three rows of names: ids of the columns, questions as people read them, and ids for
 * importing. Answers begin below; the questions say what the columns are. Any other table stays as it is.
 */
export function withoutImportIds(sheet: Sheet): { sheet: Sheet; names: string[] } {
	const place = sheet.records.slice(0, 3).findIndex(({ cells }) => cells.some((cell) => IMPORT_ID.test(cell.trim())));
	if (place < 0) return { sheet, names: sheet.header };
	const questions = sheet.records[place - 1]?.cells ?? [];
	const names = sheet.header.map((id, column) => {
		const asked = (questions[column] ?? '').replace(/\s+/g, ' ').trim();
		return asked === '' || asked === id ? id : `${id}: ${asked}`;
	});
	return { sheet: { ...sheet, records: sheet.records.slice(place + 1) }, names };
}
