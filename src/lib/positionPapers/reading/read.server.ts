import { PDFiumLibrary } from '@hyzyla/pdfium';
import { TooLarge } from '../../import/workbook.ts';
import { fill } from '../../texts/texts.ts';
import { FILE_MAX, type Dropped, type Section } from '../positionPaper.ts';
import { Archive } from './archive.ts';
import { fewSectionsOf, PaperProblem, type PaperText } from './blocks.ts';
import { readDocx } from './docx.ts';
import type { PaperWords } from './job.ts';
import { blocksOfPages, blocksOfText } from './lines.ts';
import { readOdt } from './odt.ts';

/** Fewer letters a page are no text: a picture of it, with a number below. */
const LETTERS_A_PAGE = 25;

export interface PaperRead {
	sections: Section[];
	dropped: Dropped[];
}

/**
 * The sections of a paper, by what the file is, whatever its name says. Throws PaperProblem. Whoever has anything else to do
 * reads in a thread of its own: `readApart.server.ts`.
 */
export async function readPaper(bytes: Uint8Array, words: PaperWords): Promise<PaperRead> {
	if (bytes.length > FILE_MAX) throw new PaperProblem('tooLarge');
	if (bytes.length === 0) throw new PaperProblem('empty');
	const { blocks, dropped } = await textOf(bytes, words);
	const sections = fewSectionsOf(blocks, words.untitled);
	if (!sections.some(({ body }) => /\p{L}{3}/u.test(body))) throw new PaperProblem('empty');
	return { sections, dropped };
}

const begins = (bytes: Uint8Array, ...signs: number[]) => signs.every((sign, at) => bytes[at] === sign);

async function textOf(bytes: Uint8Array, words: PaperWords): Promise<PaperText> {
	if (begins(bytes, 0x25, 0x50, 0x44, 0x46)) return readPdf(bytes, words);
	if (begins(bytes, 0x50, 0x4b)) return readArchive(bytes);
	// Word of before 2007, and every Office file with a password, which then is a container with this stream.
	if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
		const locked = Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));
		throw new PaperProblem(locked ? 'locked' : 'oldWord');
	}
	return { blocks: blocksOfText(plainText(bytes)), dropped: [] };
}

function readArchive(bytes: Uint8Array): PaperText {
	const archive = new Archive(bytes);
	try {
		if (archive.names.includes('word/document.xml')) return readDocx(archive);
		if (archive.text('mimetype').startsWith('application/vnd.oasis.opendocument.text')) return readOdt(archive);
	} catch (problem) {
		throw problem instanceof TooLarge ? new PaperProblem('tooHard') : problem;
	}
	throw new PaperProblem('foreign');
}

/** UTF-8, or what Windows wrote before. Signs nobody types are of no text. */
function plainText(bytes: Uint8Array): string {
	let text: string;
	try {
		text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		text = new TextDecoder('windows-1252').decode(bytes);
	}
	if (/[\u0000-\u0008\u000e-\u001f]/.test(text) || text.startsWith('{\\rtf')) throw new PaperProblem('foreign');
	return text;
}

async function readPdf(bytes: Uint8Array, words: PaperWords): Promise<PaperText> {
	const raw = Buffer.from(bytes).toString('latin1');
	// Its memory only grows: every file gets a new one.
	const library = await PDFiumLibrary.init();
	try {
		const document = await library.loadDocument(bytes).catch(() => {
			throw new PaperProblem(/\/Encrypt\b/.test(raw) ? 'locked' : 'damaged');
		});
		const pages = Array.from({ length: document.getPageCount() }, (_, at) => document.getPage(at).getText());
		document.destroy();
		const letters = pages.join('').replace(/\P{L}/gu, '').length;
		if (letters < LETTERS_A_PAGE * Math.max(1, pages.length))
			throw new PaperProblem(letters === 0 && pages.length === 0 ? 'empty' : 'scanned');
		const beside: [Dropped, boolean][] = [
			['macros', /\/JavaScript\b/.test(raw)],
			['objects', /\/EmbeddedFile/.test(raw)],
			['links', /\/URI\b/.test(raw)],
			['pictures', /\/Subtype\s*\/Image\b/.test(raw)]
		];
		const blocks = blocksOfPages(pages, (page) => fill(words.page, { page }));
		return { blocks, dropped: beside.filter(([, there]) => there).map(([name]) => name) };
	} finally {
		library.destroy();
	}
}
