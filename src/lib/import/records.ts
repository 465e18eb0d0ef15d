/** A row of a table. */
export interface SheetRecord {
	/** Where it begins in the file, counted from 1, as an editor counts; in a workbook the number of its row. */
	line: number;
	cells: string[];
}

/** Lines of one row that breaks the rules of quotation: where it begins, and up to where nothing could be read. */
export interface BrokenRow {
	line: number;
	until: number;
}

export interface Records {
	records: SheetRecord[];
	broken: BrokenRow[];
}

interface Position {
	at: number;
	line: number;
}

/** What is read at one place: a row, or null where a quotation mark stands wrongly. `end` is behind its line end. */
interface Attempt {
	cells: string[] | null;
	end: Position;
}

/**
 * RFC 4180 with any separator, and with line ends of every kind, also mixed. A row with a wrong quotation mark is left
 * out alone: reading goes on at the next line that is a whole row with as many cells as the first one.
 */
export function readRecords(text: string, separator: string, firstLine = 1): Records {
	return new Reader(text, separator, firstLine).read();
}

class Reader {
	readonly #text: string;
	readonly #separator: string;
	readonly #records: SheetRecord[] = [];
	readonly #broken: BrokenRow[] = [];
	#position: Position;
	/** Cells of the widest row so far, which is mostly the header. */
	#width = 0;
	#noneWhole = false;

	constructor(text: string, separator: string, line: number) {
		[this.#text, this.#separator, this.#position] = [text, separator, { at: 0, line }];
	}

	read(): Records {
		while (this.#position.at < this.#text.length) this.#row();
		return { records: this.#records, broken: this.#broken };
	}

	#row(): void {
		const begun = this.#position;
		const { cells, end } = this.#attempt(begun);
		if (cells === null || this.#swallows(begun, end, cells)) return this.#goOn(begun);
		this.#position = end;
		if (cells.length === 1 && cells[0]?.trim() === '') return;
		this.#width = Math.max(this.#width, cells.length);
		this.#records.push({ line: begun.line, cells });
	}

	/** The next line that is a whole row by itself; what lies before it belonged to the broken one. */
	#goOn(begun: Position): void {
		const first = this.#nextLine(begun);
		let next = first;
		while (!this.#noneWhole && next.at < this.#text.length && !this.#isWhole(next)) next = this.#nextLine(next);
		// None is whole up to the end, which is looked for once: each line speaks for itself.
		if (next.at >= this.#text.length) this.#noneWhole = true;
		if (this.#noneWhole) next = first;
		this.#broken.push({ line: begun.line, until: Math.max(begun.line, next.line - 1) });
		this.#position = next;
	}

	#isWhole(begun: Position): boolean {
		const { cells } = this.#attempt(begun);
		return cells !== null && cells.length > 1 && (cells.length === this.#width || this.#width === 0);
	}

	/** Every line within a quotation looks like a row of its own: its mark was never closed, another one's has closed it. */
	#swallows(begun: Position, end: Position, cells: readonly string[]): boolean {
		if (end.line - begun.line < 3 || this.#width < 2 || cells.length > this.#width) return false;
		let within = this.#nextLine(begun);
		let [rows, others] = [0, 0];
		for (; within.line < end.line - 1 && rows + others < 50; within = this.#nextLine(within)) {
			const found = this.#attempt(within);
			const [id = ''] = found.cells ?? [];
			if (found.cells?.length === this.#width && /^\S{1,40}$/.test(id.trim())) rows++;
			else others++;
		}
		return rows > 1 && others === 0;
	}

	#attempt(begun: Position): Attempt {
		const cells: string[] = [];
		let here = begun;
		for (;;) {
			const quoted = this.#text.charAt(here.at) === '"';
			const cell = quoted ? this.#quoted(here) : this.#plain(here);
			if (cell === null) return { cells: null, end: this.#nextLine(begun) };
			cells.push(cell.text);
			here = cell.end;
			if (this.#text.charAt(here.at) !== this.#separator) return { cells, end: this.#behindLineEnd(here) };
			here = { at: here.at + 1, line: here.line };
		}
	}

	#plain({ at, line }: Position): { text: string; end: Position } | null {
		let end = at;
		for (; end < this.#text.length; end++) {
			const sign = this.#text.charAt(end);
			if (sign === this.#separator || sign === '\n' || sign === '\r') break;
			if (sign === '"') return null;
		}
		return { text: this.#text.slice(at, end), end: { at: end, line } };
	}

	#quoted({ at, line }: Position): { text: string; end: Position } | null {
		let close = at + 1;
		for (;;) {
			close = this.#text.indexOf('"', close);
			if (close < 0) return null;
			if (this.#text.charAt(close + 1) !== '"') break;
			close += 2;
		}
		const after = this.#text.charAt(close + 1);
		if (after !== '' && after !== this.#separator && after !== '\n' && after !== '\r') return null;
		const inside = this.#text.slice(at + 1, close);
		const text = inside.replaceAll('""', '"');
		return { text, end: { at: close + 1, line: line + lineEnds(inside) } };
	}

	#behindLineEnd({ at, line }: Position): Position {
		if (at >= this.#text.length) return { at, line: line + 1 };
		return { at: at + (this.#text.startsWith('\r\n', at) ? 2 : 1), line: line + 1 };
	}

	#nextLine({ at, line }: Position): Position {
		let end = at;
		while (end < this.#text.length && this.#text.charAt(end) !== '\n' && this.#text.charAt(end) !== '\r') end++;
		return this.#behindLineEnd({ at: end, line });
	}
}

export const lineEnds = (text: string) => text.match(/\r\n|\r|\n/g)?.length ?? 0;
