import type { Block } from './blocks.ts';

/** "2.1 Wohnen", "III. Wohnen", "A. Wohnen", "## Wohnen", "Kapitel 4". */
const NUMBERED = /^(?:(\d{1,2}(?:\.\d{1,2}){0,4})\.?|[IVX]{1,5}\.|[A-H][.)]|(#{1,6}))\s+(?=["„»]?\p{Lu}|#)/u;
const CHAPTER = /^(?:Kapitel|Abschnitt|Teil)\s+(?:\d+|[IVX]+)\b/;
const HEADING_MAX = 110;

/** The level of a line that reads like a heading; 0: it does not. */
export function levelOf(line: string): number {
	if (CHAPTER.test(line) && line.length <= HEADING_MAX && !/\.{4,}/.test(line)) return 1;
	if (line.length > HEADING_MAX || /[.;,]$/.test(line.replace(/\d\.$/, '')) || /\.{4,}|\s\d+$/.test(line)) return 0;
	const found = NUMBERED.exec(line);
	if (!found) return 0;
	const [, number, marks] = found;
	return marks?.length ?? (number ? number.split('.').length : 1);
}

/** Text as people type it: a blank line ends a paragraph; a short line between two of them, without a full stop, is a heading. */
export function blocksOfText(text: string): Block[] {
	return text
		.replace(/\r\n?/g, '\n')
		.split(/\n[^\S\n]*\n+/)
		.flatMap((piece) => {
			const words = piece.trim();
			const [first = '', ...rest] = words.split('\n');
			const level = levelOf(first.trim());
			if (level > 0) return [heading(first, level), { level: 0, text: rest.join('\n') }];
			const alone = rest.length === 0 && first.length <= HEADING_MAX && !/[.!?;:,]$/.test(first);
			return [alone ? heading(first, 2) : { level: 0, text: words }];
		});
}

const heading = (line: string, level: number): Block => ({ level, text: line.trim().replace(/^#+\s*/, '') });

/** Lines at the head and at the foot of a page. */
const ENDS = 2;

/** Lines that stand on most pages, but for their numbers: the head and the foot of a paper. */
function running(pages: readonly (readonly string[])[]): Set<string> {
	const seen = new Map<string, number>();
	for (const lines of pages) {
		for (const line of new Set([...lines.slice(0, ENDS), ...lines.slice(-ENDS)].map(plain))) {
			seen.set(line, (seen.get(line) ?? 0) + 1);
		}
	}
	const many = Math.max(3, pages.length / 2);
	return new Set([...seen].filter(([, count]) => count >= many).map(([line]) => line));
}

/** The number of a heading makes it another one; that of a page does not. */
const plain = (line: string) => (levelOf(line) > 0 ? line : line.replace(/\d+/g, '#').trim());

/**
 * Pages of lines, as a PDF has them, as paragraphs: a word that is parted at the end of a line becomes one again, and a line
 * that ends a sentence long before the others ends its paragraph. Without a single heading every page is a section.
 */
export function blocksOfPages(pages: readonly string[], pageName: (page: number) => string): Block[] {
	const lines = pages.map((page) =>
		page
			.split(/\r?\n/)
			.map((line) => line.trim())
			.filter((line) => line !== '')
	);
	const always = running(lines);
	const atEnd = (at: number, all: readonly string[]) => at < ENDS || at >= all.length - ENDS;
	const kept = lines.map((page) =>
		page.filter((line, at, all) => line !== '' && !(atEnd(at, all) && always.has(plain(line))))
	);
	const width = kept.flat().reduce((most, line) => Math.max(most, Math.min(line.length, 120)), 40);
	const titled = kept.some((page) => page.some((line) => levelOf(line) > 0));
	const blocks: Block[] = [];
	let text: string[] = [];
	const end = () => {
		if (text.length > 0) blocks.push({ level: 0, text: text.join('') });
		text = [];
	};
	for (const [at, page] of kept.entries()) {
		if (!titled) {
			end();
			blocks.push({ level: 1, text: pageName(at + 1) });
		}
		for (const line of page) {
			const level = levelOf(line);
			if (level > 0) {
				end();
				blocks.push(heading(line, level));
				continue;
			}
			addLine(text, line);
			if (/[.!?:]["“»)]?$/.test(line) && line.length < width * 0.75) end();
		}
	}
	end();
	return blocks;
}

/** Only the last line is looked at: a text without a full stop can be as long as its file. */
function addLine(text: string[], line: string): void {
	const last = text.at(-1);
	const parted = last !== undefined && /\p{L}-$/u.test(last) && /^\p{Ll}/u.test(line);
	if (parted) text[text.length - 1] = last.slice(0, -1);
	text.push(last === undefined || parted ? line : ` ${line}`);
}
