import { strToU8, zipSync } from 'fflate';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const cell = (text: string) =>
	text === '' ? '<table:table-cell/>' : `<table:table-cell><text:p>${escaped(text)}</text:p></table:table-cell>`;

/** A LibreOffice file with these rows. */
export function openDocument(rows: readonly (readonly string[])[], name = 'Tabelle1'): Uint8Array {
	const lines = rows.map((cells) => `<table:table-row>${cells.map(cell).join('')}</table:table-row>`).join('');
	return zipSync({
		mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
		'content.xml': strToU8(`<office:body><table:table table:name="${name}">${lines}</table:table></office:body>`)
	});
}
