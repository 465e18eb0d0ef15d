import type { ImportPlan } from '#lib/import/plan.ts';
import { sentenceOf } from '#lib/import/row.ts';
import { excerpt } from '#lib/texts/excerpt.ts';
import { fill, t } from '#lib/texts/texts.ts';

const SEPARATORS: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'pipe' };
const SHOWN = 70;

/** What the file was taken for, with rows to see whether that is right. */
export function tellFile({ sheet, samples, html }: ImportPlan, origin: string): void {
	const { encoding, decoded, separator, headerLine } = sheet;
	const guessed = decoded && !decoded.sure ? ' (guessed; --encoding says it)' : '';
	const parted = separator === '' ? '' : `, separator: ${SEPARATORS[separator] ?? separator}`;
	console.log(`Read as ${encoding}${guessed}${parted}, names of columns in line ${headerLine}, origin "${origin}".`);
	if (decoded && decoded.mended > 0) {
		console.log(`${decoded.mended} places were UTF-8 saved twice ("Ã¼" for "ü"); they are read as they were meant.`);
	}
	for (const { line, id, title, text, language } of samples) {
		const words = excerpt(text.replace(/\s+/g, ' '), SHOWN);
		console.log(`  line ${line}: ${id} | ${excerpt(title, SHOWN)} | ${words} | ${language ?? ''}`);
	}
	if (html > 0) {
		console.log(`${html} texts held HTML; they become plain text with lists and links, and the originals are kept.`);
	}
}

export function tellPlan({ rows, refused }: ImportPlan, fresh: number): void {
	for (const one of refused) console.error(fill(t.imports.line, { line: one.line, problem: sentenceOf(one) }));
	const lost = refused.filter(({ problem }) => problem !== 'unread').length;
	console.log(
		`${rows.length + lost} rows: ${fresh} to import, ${rows.length - fresh} known already, ${lost} not taken.`
	);
}
