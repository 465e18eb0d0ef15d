import { strToU8, zipSync } from 'fflate';
import { escapeXml } from './xml.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const KINDS = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Excel shows no more signs in one cell. */
const MOST = 32_767;
/** Excel's limit for the name of a sheet, and signs it forbids there. */
const sheetName = (title: string) => escapeXml(title.replace(/[\][*?:/\\]/g, ' ').slice(0, 31));

type Cell = string | number;

/** Texts stand in the cell as texts: nothing is ever a formula. Style 1 wraps, 2 is the head. */
function cell(value: Cell, style: 1 | 2): string {
	if (typeof value === 'number') return `<c s="${style}"><v>${value}</v></c>`;
	return `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(value.slice(0, MOST))}</t></is></c>`;
}

const row = (cells: readonly Cell[], style: 1 | 2) => `<row>${cells.map((one) => cell(one, style)).join('')}</row>`;

/** One table as an Excel workbook: its head stays in sight and filters. */
export function workbookFile(title: string, head: readonly string[], rows: readonly (readonly Cell[])[]): Uint8Array {
	const widths = head.map((name, at) => {
		const longest = Math.max(name.length, ...rows.slice(0, 200).map((one) => String(one[at] ?? '').length));
		return `<col min="${at + 1}" max="${at + 1}" width="${Math.min(60, Math.max(10, longest + 2))}" customWidth="1"/>`;
	});
	const last = `${String.fromCharCode(64 + head.length)}${rows.length + 1}`;
	const sheet =
		`<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>` +
		`</sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>${row(head, 2)}${rows
			.map((one) => row(one, 1))
			.join('')}</sheetData><autoFilter ref="A1:${last}"/>`;
	const wrap = '<alignment vertical="top" wrapText="1"/>';
	const styles =
		'<fonts count="2"><font><sz val="11"/><name val="Arial"/></font><font><b/><sz val="11"/><name val="Arial"/></font></fonts>' +
		'<fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>' +
		`<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf applyAlignment="1">${wrap}</xf>` +
		`<xf fontId="1" applyFont="1" applyAlignment="1">${wrap}</xf></cellXfs>`;
	const files = {
		'[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${KINDS}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${KINDS}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${KINDS}.styles+xml"/></Types>`,
		'_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${sheetName(title)}" sheetId="1" r:id="r1"/></sheets></workbook>`,
		'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
		'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}">${sheet}</worksheet>`,
		'xl/styles.xml': `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`
	};
	return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(HEAD + text)])));
}
