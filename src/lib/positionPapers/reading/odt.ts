import { readXml } from '../../import/workbook.ts';
import type { Dropped } from '../positionPaper.ts';
import type { Archive } from './archive.ts';
import { PaperProblem, type Block, type PaperText } from './blocks.ts';

/** A text of LibreOffice: paragraphs and headings as they read when all tracked changes are taken, tables row by row, notes in brackets. */
export function readOdt(archive: Archive): PaperText {
	if (archive.text('META-INF/manifest.xml').includes('encryption-data')) throw new PaperProblem('locked');
	const reader = new Reader();
	readXml(archive.text('content.xml'), reader, true);
	const has = (part: RegExp) => archive.names.some((name) => part.test(name));
	const beside: [Dropped, boolean][] = [
		['macros', has(/^(?:Basic|Scripts)\//)],
		['objects', has(/^Object/)],
		['links', reader.linked],
		['changes', reader.changed],
		['remarks', reader.remarked],
		['pictures', has(/^Pictures\/./)]
	];
	return { blocks: reader.blocks, dropped: beside.filter(([, there]) => there).map(([name]) => name) };
}

/** What stands in the file and is not read where it stands. */
const ASIDE = [
	'office:annotation',
	'text:tracked-changes',
	'text:note-citation',
	'office:forms',
	'text:table-of-content'
];
const PARAGRAPH = /^text:(?:p|h)$/;

class Reader {
	readonly blocks: Block[] = [];
	changed = false;
	linked = false;
	remarked = false;
	#aside = 0;
	/** `from`: where its words begin among those of the outermost, which are put together once, at its end. */
	#open: { level: number; from: number }[] = [];
	#words: string[] = [];
	#cells: string[] | null = null;
	#tables = 0;

	open(name: string, attributes: Readonly<Record<string, string>>): void {
		if (name === 'office:annotation') this.remarked = true;
		if (name === 'text:tracked-changes') this.changed = true;
		if (/^https?:/.test(attributes['xlink:href'] ?? '')) this.linked = true;
		if (ASIDE.includes(name)) this.#aside++;
		if (this.#aside > 0) return;
		if (name === 'text:note') this.#add(' [');
		// A note's own paragraphs stand inside of the one it belongs to.
		if (PARAGRAPH.test(name)) {
			const level = name === 'text:h' ? Number(attributes['text:outline-level'] ?? 1) || 1 : 0;
			this.#open.push({ level, from: this.#words.length });
		}
		if (name === 'text:s' || name === 'text:tab') this.#add(' ');
		if (name === 'text:line-break') this.#add('\n');
		if (name === 'table:table') this.#tables++;
		if (name === 'table:table-row' && this.#tables === 1) this.#cells = [];
		if (name === 'table:table-cell' && this.#tables === 1) this.#cells?.push('');
	}

	text(words: string): void {
		this.#add(words);
	}

	#add(words: string): void {
		if (this.#aside === 0 && this.#open.length > 0) this.#words.push(words);
	}

	close(name: string): void {
		if (ASIDE.includes(name)) this.#aside--;
		else if (this.#aside > 0) return;
		else if (PARAGRAPH.test(name)) this.#endParagraph();
		else if (name === 'text:note') this.#add('] ');
		else if (name === 'table:table') this.#tables--;
		else if (name === 'table:table-row' && this.#tables === 1 && this.#cells) {
			this.blocks.push({ level: 0, text: this.#cells.filter((cell) => cell !== '').join(' | ') });
			this.#cells = null;
		}
	}

	#endParagraph(): void {
		const done = this.#open.pop();
		if (!done) return;
		if (this.#open.length > 0) return this.#trim(done.from);
		const text = this.#words.splice(0).join('').trim();
		if (this.#cells !== null && this.#cells.length > 0) {
			const last = this.#cells.at(-1) ?? '';
			// Not `join`: that copies all of a cell for each of its paragraphs.
			if (text !== '') this.#cells[this.#cells.length - 1] = last === '' ? text : `${last} ${text}`;
		} else this.blocks.push({ level: done.level, text });
	}
	/** Nothing but space at the beginning and at the end of what stands inside of another paragraph is left out. */
	#trim(from: number): void {
		while (this.#words.length > from && this.#words.at(-1)?.trim() === '') this.#words.pop();
		const last = this.#words.length - 1;
		if (last >= from) this.#words[last] = (this.#words[last] ?? '').trimEnd();
		if (last >= from) this.#words[from] = (this.#words[from] ?? '').trimStart();
	}
}
