import { readXml } from '../../import/workbook.ts';
import type { Dropped } from '../positionPaper.ts';
import type { Archive } from './archive.ts';
import { PaperProblem, type Block, type PaperText } from './blocks.ts';

/** A Word file: paragraphs and headings as they read when all tracked changes are taken, tables row by row, footnotes in brackets. */
export function readDocx(archive: Archive): PaperText {
	const styles = headingStyles(archive.text('word/styles.xml'));
	const footnotes = footnotesIn(archive.text('word/footnotes.xml'));
	const reader = new Reader(styles, footnotes);
	readXml(archive.text('word/document.xml'), reader);
	const links = archive.text('word/_rels/document.xml.rels').includes('TargetMode="External"');
	const has = (part: RegExp) => archive.names.some((name) => part.test(name));
	const beside: [Dropped, boolean][] = [
		['macros', has(/vbaProject\.bin$/)],
		['objects', has(/^word\/(?:embeddings|activeX)\//)],
		['links', links],
		['changes', reader.changed],
		['remarks', has(/^word\/comments\.xml$/)],
		['pictures', has(/^word\/media\//)]
	];
	return { blocks: reader.blocks, dropped: beside.filter(([, there]) => there).map(([name]) => name) };
}

/** Styles by id with their level: their names are English in every language of Word, their ids are not. */
function headingStyles(xml: string): Map<string, number> {
	const levels = new Map<string, number>();
	let style = '';
	readXml(xml, {
		open: (name, attributes) => {
			if (name === 'style') style = attributes['w:styleId'] ?? '';
			const level = /^heading (\d)$/i.exec(attributes['w:val'] ?? '')?.[1];
			if (name === 'name' && level) levels.set(style, Number(level));
			if (name === 'name' && /^title$/i.test(attributes['w:val'] ?? '')) levels.set(style, 1);
			if (name === 'outlineLvl' && !levels.has(style)) levels.set(style, Number(attributes['w:val'] ?? 0) + 1);
		}
	});
	return new Map([...levels].filter(([, level]) => level > 0 && level < 10));
}

function footnotesIn(xml: string): Map<string, string> {
	const found = new Map<string, string>();
	let [id, within] = ['', false];
	readXml(xml, {
		open: (name, attributes) => {
			if (name === 'footnote') id = attributes['w:id'] ?? '';
			if (name === 't') within = true;
		},
		text: (words) => {
			if (within) found.set(id, (found.get(id) ?? '') + words);
		},
		close: (name) => {
			if (name === 't') within = false;
		}
	});
	return found;
}

/** Longer than that, or with a full stop at its end, a bold line is no heading. */
const BOLD_MAX = 110;

/** Of all text together: a footnote can be named a million times. */
const MOST_LETTERS = 20_000_000;

interface Paragraph {
	level: number;
	/** All of it. */
	bold: boolean;
	/** Where its words begin among those of the outermost, and whether there are any. */
	from: number;
	said: boolean;
}

class Reader {
	readonly blocks: Block[] = [];
	changed = false;
	readonly #styles: ReadonlyMap<string, number>;
	readonly #footnotes: ReadonlyMap<string, string>;
	/** A text box stands inside of a paragraph and has its own: what stood before it goes on when it is over. */
	#open: Paragraph[] = [];
	/** Of the outermost with all that stands in it; null: here another one begins or ends. Put together once, at its end. */
	#words: (string | null)[] = [];
	#letters = 0;
	#boldRun = false;
	#within = false;
	#removed = 0;
	#fallback = 0;
	#cells: string[] | null = null;
	#tables = 0;

	constructor(styles: ReadonlyMap<string, number>, footnotes: ReadonlyMap<string, string>) {
		this.#styles = styles;
		this.#footnotes = footnotes;
	}

	open(name: string, attributes: Readonly<Record<string, string>>): void {
		if (name === 'del' || name === 'moveFrom') this.#removed++;
		if (name === 'del' || name === 'ins' || name === 'moveFrom' || name === 'moveTo') this.changed = true;
		// The same once more, for programs that do not know the first.
		if (name === 'Fallback') this.#fallback++;
		if (name === 'p') this.#begin();
		const last = this.#open.at(-1);
		if (name === 'pStyle' && last) last.level = this.#styles.get(attributes['w:val'] ?? '') ?? 0;
		if (name === 'r') this.#boldRun = false;
		if (name === 'b') this.#boldRun = !/^(?:0|false)$/.test(attributes['w:val'] ?? '');
		if (name === 't') this.#within = true;
		if (name === 'tab') this.#add(' ');
		if (name === 'br' || name === 'cr') this.#add('\n');
		if (name === 'footnoteReference') this.#add(` [${this.#footnotes.get(attributes['w:id'] ?? '')?.trim() ?? ''}] `);
		if (name === 'tbl') this.#tables++;
		if (name === 'tr' && this.#tables === 1) this.#cells = [];
		if (name === 'tc' && this.#tables === 1) this.#cells?.push('');
	}

	text(words: string): void {
		if (!this.#within) return;
		const last = this.#open.at(-1);
		if (words.trim() !== '' && !this.#boldRun && last) last.bold = false;
		this.#add(words);
	}

	#begin(): void {
		const from = this.#words.length;
		if (this.#open.length > 0) this.#words.push(null);
		this.#open.push({ level: 0, bold: true, from, said: false });
	}

	#add(words: string): void {
		const last = this.#open.at(-1);
		if (this.#removed > 0 || this.#fallback > 0 || !last) return;
		this.#letters += words.length;
		if (this.#letters > MOST_LETTERS) throw new PaperProblem('bomb');
		if (words.trim() !== '') last.said = true;
		this.#words.push(words);
	}

	close(name: string): void {
		if (name === 't') this.#within = false;
		if (name === 'del' || name === 'moveFrom') this.#removed--;
		if (name === 'Fallback') this.#fallback--;
		if (name === 'p') this.#endParagraph();
		if (name === 'tbl') this.#tables--;
		if (name !== 'tr' || this.#tables > 1 || this.#cells === null) return;
		this.blocks.push({ level: 0, text: this.#cells.filter((cell) => cell !== '').join(' | ') });
		this.#cells = null;
	}

	#endParagraph(): void {
		const done = this.#open.pop();
		if (!done) return;
		const around = this.#open.at(-1);
		// Not a block of its own: its place is where it hangs.
		if (around) {
			if (done.said) this.#words.push(null);
			else this.#words.length = done.from;
			around.said ||= done.said;
			return;
		}
		const text = lines(this.#words.splice(0));
		if (this.#cells !== null && this.#cells.length > 0) {
			const last = this.#cells.at(-1) ?? '';
			// Not `join`: that copies all of a cell for each of its paragraphs.
			if (text !== '') this.#cells[this.#cells.length - 1] = last === '' ? text : `${last} ${text}`;
			return;
		}
		const bold = done.bold && text !== '' && text.length <= BOLD_MAX && !/[.,;:]$/.test(text);
		this.blocks.push({ level: done.level || (bold ? 6 : 0), text });
	}
}

/** Words that belong together in a line, and a new line where another paragraph began or ended. */
function lines(words: readonly (string | null)[]): string {
	const found: string[][] = [[]];
	for (const word of words) {
		if (word === null) found.push([]);
		else found.at(-1)?.push(word);
	}
	return found
		.map((line) => line.join('').trim())
		.filter((line) => line !== '')
		.join('\n');
}
