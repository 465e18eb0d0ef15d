import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { currentWords } from '../current.ts';
import { parsePage, type FixedPage, type Pages } from './page.ts';

const ROOT = 'src/lib/texts';

function pagesIn(folder: string): Record<string, FixedPage> {
	if (!existsSync(folder)) return {};
	const files = readdirSync(folder).filter((name) => name.endsWith('.md'));
	return Object.fromEntries(files.map((name) => [basename(name, '.md'), pageIn(join(folder, name))]));
}

function pageIn(file: string): FixedPage {
	try {
		return parsePage(readFileSync(file, 'utf8'));
	} catch (problem) {
		throw new Error(`${file} is no page.`, { cause: problem });
	}
}

/** The pages as they lie in the folder of a language. */
export function readPages(locale: string): Pages {
	const folder = join(ROOT, locale, 'pages');
	const handbook = pagesIn(join(ROOT, locale, 'handbook'));
	return { fixed: pagesIn(folder), easy: pagesIn(join(folder, 'leicht')), handbook };
}

let source: Pages | undefined;

/** The fixed pages in the words of whatever is being done right now. */
export const pages = (): Pages => currentWords().pages ?? (source ??= readPages('de'));

export const fixedPage = (address: string): FixedPage | null => found(pages().fixed, address);

/** The same page in easy words, if there is one. */
export const easyPage = (address: string): FixedPage | null => found(pages().easy, address);

/** A chapter of the handbook. */
export const chapterPage = (address: string): FixedPage | null => found(pages().handbook, address);

const found = (all: Readonly<Record<string, FixedPage>>, address: string): FixedPage | null =>
	Object.hasOwn(all, address) ? (all[address] ?? null) : null;
