import { decodeString, type Thing } from './pdf.ts';

/** Two bytes of a font to what they stand for. */
type Letters = ReadonlyMap<number, string>;

const utf16 = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le');

function lettersOf(cmap: string): Letters {
	const letters = new Map<number, string>();
	for (const [, body = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
		for (const [, code = '', text = ''] of body.matchAll(/<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>/g))
			letters.set(Number.parseInt(code, 16), utf16(text));
	}
	for (const [, body = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
		for (const [, first = '', last = '', text = ''] of body.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
			const start = Number.parseInt(first, 16);
			for (let code = start; code <= Number.parseInt(last, 16); code++)
				letters.set(code, String.fromCodePoint((utf16(text).codePointAt(0) ?? 0) + code - start));
		}
	}
	return letters;
}

function resolved(found: ReadonlyMap<number, Thing>, head: string, key: string): string {
	const reference = new RegExp(`/${key} (\\d+) 0 R`).exec(head);
	return reference ? (found.get(Number(reference[1]))?.head ?? '') : head.slice(Math.max(0, head.indexOf(`/${key}`)));
}

function fontsOf(found: ReadonlyMap<number, Thing>, page: string): Map<string, Letters> {
	const fonts =
		/\/Font ?<<([\s\S]*?)>>/.exec(resolved(found, page, 'Resources'))?.[1] ??
		resolved(found, resolved(found, page, 'Resources'), 'Font');
	return new Map(
		[...fonts.matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name = '', id]) => {
			const unicode = /\/ToUnicode (\d+) 0 R/.exec(found.get(Number(id))?.head ?? '');
			return [name, lettersOf(found.get(Number(unicode?.[1]))?.stream?.toString('latin1') ?? '')];
		})
	);
}

const SIGN = String.raw`\\[\s\S]|[^\\()]`;
/** A string may hold pairs of brackets as they are; glyph numbers happen to look like them. */
const string = [1, 2, 3].reduce((inner) => String.raw`\((?:${SIGN}|${inner})*\)`, String.raw`\((?:${SIGN})*\)`);
const TOKEN = new RegExp(String.raw`${string}|<<|>>|<[0-9a-fA-F\s]*>|\[|\]|/[^\s/<>[\]()]+|[^\s/<>[\]()]+`, 'g');

/** What one page says: shown text, `ActualText` where the file has it, artifacts left out. */
function said(content: string, fonts: ReadonlyMap<string, Letters>): string {
	let [text, font, name] = ['', '', ''];
	const marks: { artifact: boolean; actual: boolean }[] = [];
	let actual: string | null = null;
	let operands: string[] = [];
	const hidden = () => marks.some((mark) => mark.artifact || mark.actual);
	for (const [token] of content.matchAll(TOKEN)) {
		if (!/^[A-Za-z'"*]+$/.test(token)) {
			operands.push(token);
			continue;
		}
		if (token === 'Tf') font = operands.at(-2)?.slice(1) ?? '';
		if (token === 'BDC' || token === 'BMC') {
			name = operands.find((one) => one.startsWith('/')) ?? '';
			const at = operands.indexOf('/ActualText');
			actual = at >= 0 ? decodeString(operands[at + 1] ?? '') : null;
			if (actual !== null && !hidden()) text += actual;
			marks.push({ artifact: name === '/Artifact', actual: actual !== null });
		}
		if (token === 'EMC') marks.pop();
		if ((token === 'TJ' || token === 'Tj') && !hidden()) text += shown(operands, fonts.get(font));
		// A new line or a new place on it: what stands apart is not one word.
		if (token === 'ET' || token === 'Tm' || token === 'Td') text += ' ';
		operands = [];
	}
	return text;
}

function shown(operands: readonly string[], letters: Letters | undefined): string {
	return operands
		.filter((one) => one.startsWith('(') || (one.startsWith('<') && one !== '<<'))
		.map((one) => {
			const bytes = one.startsWith('<') ? Buffer.from(one.replace(/[<>\s]/g, ''), 'hex') : literal(one);
			return Array.from(
				{ length: bytes.length / 2 },
				(_, index) => letters?.get(bytes.readUInt16BE(index * 2)) ?? ''
			).join('');
		})
		.join('');
}

/** Glyph numbers written as a string: bytes, not text, so a mark for UTF-16 means nothing here. */
function literal(raw: string): Buffer {
	return Buffer.from(decodeString(`(x${raw.slice(1)}`).slice(1), 'latin1');
}

export function textOf(found: ReadonlyMap<number, Thing>): string {
	const order = [...found.values()].filter(({ head }) => /\/Type ?\/Page\b/.test(head));
	return order
		.map(({ head }) => {
			const ids = [
				...(/\/Contents (?:\[([^\]]*)\]|(\d+ 0 R))/.exec(head)?.slice(1).join('') ?? '').matchAll(/(\d+) 0 R/g)
			];
			const content = ids.map(([, id]) => found.get(Number(id))?.stream?.toString('latin1') ?? '').join('\n');
			return said(content, fontsOf(found, head));
		})
		.join('\n');
}
