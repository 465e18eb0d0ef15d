import { unzipSync } from 'fflate';

/** What a file is, by its first bytes. `text`: a table as text, as far as one can tell. */
export type FileKind =
	'text' | 'xlsx' | 'ods' | 'xls' | 'pdf' | 'docx' | 'zip' | 'packed' | 'image' | 'json' | 'html' | 'xml' | 'database';

const startsWith = (bytes: Uint8Array, ...signs: number[]) => signs.every((sign, at) => bytes[at] === sign);
const ascii = (text: string) => [...text].map((sign) => sign.charCodeAt(0));

const SIGNATURES: readonly (readonly [FileKind, readonly number[]])[] = [
	['pdf', ascii('%PDF')],
	['xls', [0xd0, 0xcf, 0x11, 0xe0]],
	['packed', [0x1f, 0x8b]],
	['packed', ascii('7z\xbc\xaf')],
	['packed', ascii('Rar!')],
	['image', ascii('\x89PNG')],
	['image', ascii('GIF8')],
	['image', [0xff, 0xd8, 0xff]],
	['image', ascii('RIFF')],
	['image', ascii('II*\0')],
	['database', ascii('SQLite format 3')]
];

export function kindOf(bytes: Uint8Array): FileKind {
	if (startsWith(bytes, 0x50, 0x4b, 3, 4) || startsWith(bytes, 0x50, 0x4b, 5, 6)) return zipKind(bytes);
	const found = SIGNATURES.find(([, signs]) => startsWith(bytes, ...signs));
	return found ? found[0] : textKind(bytes);
}

/** Names of files stand readable in a zip archive; what kind of OpenDocument it is, a file of its own says. */
function zipKind(bytes: Uint8Array): FileKind {
	const names = new TextDecoder('latin1').decode(bytes);
	if (names.includes('xl/workbook.xml')) return 'xlsx';
	if (names.includes('word/document.xml')) return 'docx';
	if (!names.includes('content.xml')) return 'zip';
	try {
		const { mimetype } = unzipSync(bytes, {
			filter: ({ name, originalSize }) => name === 'mimetype' && originalSize < 200
		});
		return new TextDecoder().decode(mimetype).includes('spreadsheet') ? 'ods' : 'docx';
	} catch {
		return 'zip';
	}
}

function textKind(bytes: Uint8Array): FileKind {
	const head = new TextDecoder('utf-8')
		.decode(bytes.subarray(0, 1_000))
		.replace(/^\uFEFF/, '')
		.trimStart();
	if (/^(?:\{\s*"|\[\s*[{["\]])/.test(head)) return 'json';
	if (/^(?:<!doctype html|<html|<head|<body)/i.test(head)) return 'html';
	return /^<\?xml|^<[a-z]+[\s>]/i.test(head) ? 'xml' : 'text';
}
