import { isListed, isQuoted, isSetOff } from './markdownMarkers.ts';
import { aside, inlineSigns } from './markdownSigns.ts';

/**
 * What a line begins with. "1. Januar", "- 5 %", "+ mehr", "# 3", "> 50 %" and a line of "===" are words to German
 * readers; only lists, headings and quotations that look like some are. What is none keeps its signs and its line.
 */
export function plainLines(source: string): string {
	const lines = source.split(/\r\n?|\n/);
	const out: string[] = [];
	let text: string[] = [];
	const flush = () => {
		if (text.length > 0) out.push(inlineSigns(new Lines(text).read().join('\n')));
		text = [];
	};
	const lastFence = lines.findLastIndex((line) => CLOSING.test(line));
	for (let at = 0; at < lines.length; at++) {
		const line = lines[at] ?? '';
		if (OPENING.test(line) && at < lastFence) {
			flush();
			const end = firstFrom(lines, at + 1, (one) => CLOSING.test(one));
			out.push(...lines.slice(at, end + 1));
			at = end;
		} else text.push(line);
	}
	flush();
	return out.join('\n');
}

/** Code between two lines of three back ticks. One that never ends is none. */
const OPENING = /^ {0,3}```[^`]*$/;
const CLOSING = /^ {0,3}```\s*$/;

const DELIMITERS = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;
const HEADING = /^ {0,3}#{1,6}[\t ]+(?=.*\p{L})/u;
const RULE = /^ {0,3}-{3,}\s*$/;
const INDENTED = /^(?: {4,}| {0,3}\t)[\t ]*/;
const NESTED = /^([\t ]*)(\d+[.)]|[-*+](?=[\t ]|$)|>|#{1,6}(?=[\t ]|$))/;

class Lines {
	readonly #lines: readonly string[];
	readonly #out: string[] = [];
	#inList = false;

	constructor(lines: readonly string[]) {
		this.#lines = lines;
	}

	read(): string[] {
		for (let at = 0; at < this.#lines.length;) at += this.#one(at);
		return this.#out;
	}

	/** Answers with how many lines were read. */
	#one(at: number): number {
		const line = this.#lines[at] ?? '';
		const tableRows = this.#table(at);
		if (tableRows > 0) return tableRows;
		const quoted = this.#quotation(at);
		if (quoted > 0) return quoted;
		if (RULE.test(line)) this.#apart('---');
		else if (HEADING.test(line)) this.#apart(line);
		else if (isListed(this.#lines, at)) this.#item(line);
		else if (isSetOff(line)) this.#words(line);
		else this.#out.push(this.#continued(line));
		return 1;
	}

	/** Begins anew, whatever stood before. */
	#apart(...lines: string[]): void {
		if ((this.#out.at(-1) ?? '') !== '') this.#out.push('');
		this.#out.push(...lines);
		this.#inList = false;
	}

	#item(line: string): void {
		const [marker = '', indent = '', sign = ''] = /^([\t ]*)(\d+\.|[-*])/.exec(line) ?? [];
		// What follows the mark on its line is words: "- 1. Januar" is no list in a list.
		const rest = line.slice(marker.length).replace(NESTED, (_, space: string, nested: string) => space + aside(nested));
		this.#out.push(`${indent}${sign === '*' ? '-' : sign} ${rest.trimStart()}`);
		this.#inList = true;
	}

	/** Looks like the beginning of something and is not: it stays a line of its own, with all its signs. */
	#words(line: string): void {
		const before = this.#out.at(-1) ?? '';
		if (this.#inList && before !== '') this.#out.push('');
		else if (before !== '') this.#out[this.#out.length - 1] = `${before.trimEnd()}  `;
		this.#inList = false;
		this.#out.push(line.trimStart().replace(/^(?:\d+[.)]|[-+*#=>`~]+)/, aside));
	}

	/** Indented lines are no code: somebody has moved them in. In a list they belong to it. */
	#continued(line: string): string {
		if (line.trim() === '') return '';
		if (!INDENTED.test(line)) {
			if ((this.#out.at(-1) ?? '') === '' && !/^ {2}/.test(line)) this.#inList = false;
			return line;
		}
		return this.#inList ? line.replace(/^[\t ]+/, '    ') : line.replace(INDENTED, '');
	}

	#quotation(at: number): number {
		const quoted = this.#lines.slice(
			at,
			firstFrom(this.#lines, at, (line) => !isQuoted(line))
		);
		if (quoted.length === 0) return 0;
		const inner = new Lines(quoted.map((line) => line.replace(/^ {0,3}> ?/, ''))).read();
		this.#apart(...inner.map((line) => `> ${line}`), '');
		return quoted.length;
	}

	/** A row with more cells than the head would lose them: the head gets empty ones. */
	#table(at: number): number {
		const [head = '', below = ''] = [this.#lines[at], this.#lines[at + 1]];
		if (!head.includes('|') || !below.includes('|') || !DELIMITERS.test(below)) return 0;
		if (cells(head) !== cells(below)) return 0;
		const rows = this.#lines.slice(
			at + 2,
			firstFrom(this.#lines, at + 2, (line) => !line.includes('|'))
		);
		const more = rows.reduce((most, row) => Math.max(most, cells(row)), 0) - cells(head);
		const widened = (line: string, cell: string) => `| ${inner(line)} |${cell.repeat(Math.max(0, more))}`;
		this.#apart(widened(head, '   |'), widened(below, '---|'), ...rows.map((row) => `| ${inner(row)} |`), '');
		return rows.length + 2;
	}
}

/** Where the first such line is, or where the text ends. */
function firstFrom(lines: readonly string[], from: number, is: (line: string) => boolean): number {
	let at = from;
	while (at < lines.length && !is(lines[at] ?? '')) at++;
	return at;
}

const inner = (row: string) =>
	row
		.trim()
		.replace(/^\|/, '')
		.replace(/(?<!\\)\|$/, '')
		.trim();
const cells = (row: string) => inner(row).split(/(?<!\\)\|/).length;
