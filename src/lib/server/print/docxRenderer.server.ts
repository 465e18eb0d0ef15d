import type * as docx from 'docx';
import type { Block } from './blocks.ts';
import type { Run } from './runs.ts';

type Heading = Extract<Block, { kind: 'heading' }>;
type Child = docx.ParagraphChild;

/** Fira Sans is not installed with Word; this is, everywhere. */
const FONT = 'Arial';
const TENTH = 144;

/** Blocks to the paragraphs and tables of a Word file. */
export class DocxRenderer {
	readonly #word: typeof docx;
	readonly #starts = new Set<number>();
	#lists = 0;

	constructor(word: typeof docx) {
		this.#word = word;
	}

	styles(): docx.IStylesOptions {
		const run = (size: number) => ({ size, bold: true, font: FONT, color: '1B4B8F' });
		const paragraph = { spacing: { before: 280, after: 120 }, keepNext: true };
		const heading = (size: number) => ({ run: run(size), paragraph });
		return {
			default: {
				document: {
					run: { font: FONT, size: 22, language: { value: 'de-DE' } },
					paragraph: { spacing: { after: 140 } }
				},
				title: heading(44),
				...{ heading1: heading(32), heading2: heading(26), heading3: heading(24), heading4: heading(22) }
			}
		};
	}

	/** For the lists that were written: ask afterwards. */
	numbering(): docx.INumberingOptions {
		return numberingFrom(this.#word, this.#starts);
	}

	footer(left: string, pages: string): docx.Footer {
		const { Footer, Paragraph, TextRun, PageNumber } = this.#word;
		const parts = pages.split(/(\{page\}|\{pages\})/).map((part) => {
			if (part === '{page}') return PageNumber.CURRENT;
			return part === '{pages}' ? PageNumber.TOTAL_PAGES : part;
		});
		return new Footer({
			children: [new Paragraph({ children: [new TextRun({ children: [`${left} · `, ...parts], size: 17 })] })]
		});
	}

	title(text: string): docx.Paragraph {
		return new this.#word.Paragraph({ text, heading: this.#word.HeadingLevel.TITLE });
	}

	line(text: string): docx.Paragraph {
		return new this.#word.Paragraph({ children: this.#runs([{ text }]) });
	}

	heading(level: number, runs: readonly Run[], anchor?: string): docx.Paragraph {
		const { Bookmark, HeadingLevel, Paragraph } = this.#word;
		const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4];
		const inner = this.#runs(runs);
		const children = anchor ? [new Bookmark({ id: anchor, children: inner })] : inner;
		return new Paragraph({ heading: levels[level - 1] ?? HeadingLevel.HEADING_5, children });
	}

	/** A line of the contents. */
	entry({ runs, anchor, level }: Heading): docx.Paragraph {
		const { InternalHyperlink, Paragraph } = this.#word;
		const inner = this.#runs(runs);
		const children = anchor ? [new InternalHyperlink({ anchor, children: inner })] : inner;
		return new Paragraph({ children, indent: { left: 300 * (level - 1) }, spacing: { after: 60 } });
	}

	write(block: Block, depth = 0): (docx.Paragraph | docx.Table)[] {
		const { Paragraph } = this.#word;
		switch (block.kind) {
			case 'heading':
				return [this.heading(block.level, block.runs, block.anchor)];
			case 'paragraph':
				return [new Paragraph({ children: this.#runs(block.runs) })];
			case 'list':
			case 'numbers':
				return this.#list(block, Math.min(depth, 2));
			case 'quote':
				return block.blocks.flatMap((inner) => this.write(inner, depth));
			case 'code':
				return block.lines.map((text) => new Paragraph({ text }));
			case 'table':
				return this.#table(block);
			case 'picture':
				return [this.line(block.alt)];
			case 'rule':
				return [new Paragraph({ thematicBreak: true })];
		}
	}

	#list(block: Extract<Block, { kind: 'list' | 'numbers' }>, level: number): (docx.Paragraph | docx.Table)[] {
		const mark = block.kind === 'list' ? { bullet: { level } } : this.#numbers(block.start, level);
		return block.items.flatMap((item) =>
			item.flatMap((inner, index) =>
				index === 0 && inner.kind === 'paragraph'
					? [new this.#word.Paragraph({ children: this.#runs(inner.runs), ...mark })]
					: this.write(inner, level + 1)
			)
		);
	}

	/** A list of its own, which begins with the number that was written. */
	#numbers(start: number, level: number) {
		this.#starts.add(start);
		return { numbering: { reference: numbersFrom(start), level, instance: ++this.#lists } };
	}

	#table({ head, rows, widths, caption }: Extract<Block, { kind: 'table' }>): (docx.Paragraph | docx.Table)[] {
		const { Paragraph, Table, TableCell, TableRow, WidthType } = this.#word;
		const total = (widths ?? head.map(() => 1)).reduce((sum, width) => sum + width, 0);
		const size = (index: number) => Math.round(((widths?.[index] ?? 1) / total) * TENTH * 66);
		const cell = (runs: readonly Run[], index: number) =>
			new TableCell({
				width: { size: size(index), type: WidthType.DXA },
				children: [new Paragraph({ children: this.#runs(runs) })]
			});
		const bold = head.map((runs) => runs.map((run): Run => ({ ...run, strong: true })));
		const made = new Table({
			columnWidths: head.map((_, index) => size(index)),
			rows: [
				new TableRow({ tableHeader: true, children: bold.map(cell) }),
				...rows.map((row) => new TableRow({ cantSplit: true, children: row.map(cell) }))
			]
		});
		return [...(caption ? [this.line(caption)] : []), made];
	}

	#runs(runs: readonly Run[]): Child[] {
		const { ExternalHyperlink, TextRun } = this.#word;
		return runs.map((run) => {
			const look = { bold: run.strong === true || run.emph === true, strike: run.strike === true };
			if (run.text === '\n') return new TextRun({ break: 1 });
			if (!run.href) return new TextRun({ text: run.text, ...look });
			return new ExternalHyperlink({
				link: run.href,
				children: [new TextRun({ text: run.text, style: 'Hyperlink', ...look })]
			});
		});
	}
}

/** Word counts by itself, from a number that its style says: one style for each number that a list begins with. */
const numbersFrom = (start: number) => `numbers-${start}`;

function numberingFrom(word: typeof docx, starts: ReadonlySet<number>): docx.INumberingOptions {
	const levels = (start: number) =>
		[0, 1, 2].map((level) => ({
			level,
			start,
			format: word.LevelFormat.DECIMAL,
			text: `%${level + 1}.`,
			style: { paragraph: { indent: { left: 400 * (level + 1), hanging: 400 } } }
		}));
	return { config: [...starts].map((start) => ({ reference: numbersFrom(start), levels: levels(start) })) };
}
