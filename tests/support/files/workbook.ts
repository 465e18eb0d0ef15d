import { strToU8, zipSync } from 'fflate';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const column = (place: number) => String.fromCharCode(65 + place);

function cell(text: string, place: number, line: number): string {
	const at = `${column(place)}${line}`;
	if (/^\d+$/.test(text)) return `<c r="${at}"><v>${text}</v></c>`;
	return `<c r="${at}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`;
}

/** An Excel file with these rows; numbers are numbers, as a day is one. */
export function workbook(rows: readonly (readonly string[])[], name = 'Tabelle1'): Uint8Array {
	const lines = rows.map((cells, at) => {
		const line = at + 1;
		return `<row r="${line}">${cells.map((text, place) => cell(text, place, line)).join('')}</row>`;
	});
	return zipSync({
		'xl/workbook.xml': strToU8(`<workbook><sheets><sheet name="${name}" r:id="r1"/></sheets></workbook>`),
		'xl/_rels/workbook.xml.rels': strToU8(
			'<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>'
		),
		'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${lines.join('')}</sheetData></worksheet>`)
	});
}
