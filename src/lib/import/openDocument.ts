import type { SheetRecord } from './records.ts';
import { partsOf, readXml, type Worksheet } from './workbook.ts';

const MOST_COLUMNS = 1_000;

/** The tables of an OpenDocument file (LibreOffice). Comments on cells are no part of them. */
export function readOpenDocument(bytes: Uint8Array): Worksheet[] {
	const xml = partsOf(bytes, /^content\.xml$/).get('content.xml') ?? '';
	const reader = new TableReader();
	readXml(xml, reader, true);
	return reader.sheets;
}

class TableReader {
	readonly sheets: Worksheet[] = [];
	#row = 0;
	#repeatsRow = 1;
	#record: SheetRecord | null = null;
	#cell: { words: string; kind: string; repeats: number; paragraphs: number } | null = null;
	#commented = 0;
	#inParagraph = 0;

	open(name: string, attributes: Readonly<Record<string, string>>): void {
		if (name === 'office:annotation') this.#commented++;
		if (this.#commented > 0) return;
		if (name === 'table:table') this.#begin(attributes['table:name'] ?? '');
		if (name === 'table:table-row') {
			this.#repeatsRow = Number(attributes['table:number-rows-repeated']) || 1;
			this.#record = { line: this.#row + 1, cells: [] };
		}
		if (name === 'table:table-cell' || name === 'table:covered-table-cell') {
			const repeats = Math.min(Number(attributes['table:number-columns-repeated']) || 1, MOST_COLUMNS);
			// A date is shown in any of a hundred ways; what it is stands beside.
			const kind = attributes['office:boolean-value'] ?? attributes['office:date-value'] ?? '';
			this.#cell = { words: '', kind, repeats, paragraphs: 0 };
		}
		this.#within(name, attributes);
	}

	#begin(name: string): void {
		this.sheets.push({ name, records: [] });
		this.#row = 0;
	}

	#within(name: string, attributes: Readonly<Record<string, string>>): void {
		if (!this.#cell) return;
		if (name === 'text:p') {
			this.#inParagraph++;
			if (this.#cell.paragraphs++ > 0) this.#cell.words += '\n';
		}
		if (name === 'text:s') this.#cell.words += ' '.repeat(Math.min(Number(attributes['text:c']) || 1, 1_000));
		if (name === 'text:tab') this.#cell.words += '\t';
		if (name === 'text:line-break') this.#cell.words += '\n';
	}

	text(words: string): void {
		if (this.#cell && this.#commented === 0 && this.#inParagraph > 0) this.#cell.words += words;
	}

	close(name: string): void {
		if (name === 'office:annotation') this.#commented--;
		if (this.#commented > 0) return;
		if (name === 'text:p' && this.#inParagraph > 0) this.#inParagraph--;
		if (name === 'table:table-row') this.#endRow();
		if (!/^table:(?:covered-)?table-cell$/.test(name) || !this.#cell || !this.#record) return;
		const value = this.#cell.kind === '' ? this.#cell.words : this.#cell.kind.toUpperCase();
		const repeats = Math.min(this.#cell.repeats, MOST_COLUMNS - this.#record.cells.length);
		for (let left = repeats; left > 0; left--) this.#record.cells.push(value);
		this.#cell = null;
	}

	#endRow(): void {
		const record = this.#record;
		this.#row += this.#repeatsRow;
		while (record && record.cells.length > 0 && record.cells.at(-1) === '') record.cells.pop();
		if (record && record.cells.length > 0) this.sheets.at(-1)?.records.push(record);
		this.#record = null;
	}
}
