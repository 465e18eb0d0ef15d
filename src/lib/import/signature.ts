import { unzipSync } from 'fflate';
import { wideOrder } from './encoding.ts';

/** What a file is, by its first bytes. `text`: a table as text, as far as one can tell. */
export type FileKind =
	| ('text' | 'xlsx' | 'ods' | 'xls' | 'xlsb' | 'numbers' | 'pdf' | 'docx' | 'zip' | 'packed' | 'image')
	| ('json' | 'html' | 'xml' | 'database' | 'locked' | 'foreign');

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
	['database', ascii('SQLite format 3')],
	['docx', ascii('{\\rtf')],
	['foreign', ascii('\x7fELF')],
	['foreign', ascii('MZ\x90')]
];

export function kindOf(bytes: Uint8Array): FileKind {
	if (startsWith(bytes, 0x50, 0x4b, 3, 4) || startsWith(bytes, 0x50, 0x4b, 5, 6)) return zipKind(bytes);
	const found = SIGNATURES.find(([, signs]) => startsWith(bytes, ...signs));
	if (found) return found[0] === 'xls' && isLocked(bytes) ? 'locked' : found[0];
	return isForeign(bytes) ? 'foreign' : textKind(bytes);
}

/** A workbook with a password is no archive any more, but a container with this stream, named in UTF-16. */
const isLocked = (bytes: Uint8Array) => Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));

/** Sound, video, programs: signs nobody types, and no order of zeros that would be UTF-16. */
function isForeign(bytes: Uint8Array): boolean {
	const marked = startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff);
	if (marked || wideOrder(bytes)) return false;
	const some = bytes.subarray(0, 4_096);
	const untyped = some.filter((byte) => byte < 0x20 && byte !== 0 && byte !== 9 && byte !== 10 && byte !== 13).length;
	return untyped > Math.max(2, some.length / 50);
}

/** Names of files stand readable in a zip archive; what kind of OpenDocument it is, a file of its own says. */
function zipKind(bytes: Uint8Array): FileKind {
	const names = Buffer.from(bytes).toString('latin1');
	// The lowest bit of these two bytes says that the first file is encrypted.
	if ((bytes[6] ?? 0) % 2 === 1) return 'locked';
	if (names.includes('xl/workbook.bin')) return 'xlsb';
	if (/Index\/(?:Document|Tables)|\.iwa/.test(names)) return 'numbers';
	if (names.includes('xl/workbook.xml')) return 'xlsx';
	if (names.includes('word/document.xml')) return 'docx';
	if (!names.includes('content.xml')) return 'zip';
	try {
		const { mimetype, 'META-INF/manifest.xml': manifest } = unzipSync(bytes, {
			filter: ({ name, originalSize }) =>
				/^(?:mimetype|META-INF\/manifest\.xml)$/.test(name) && originalSize < 1_000_000
		});
		if (new TextDecoder().decode(manifest).includes(':encryption-data')) return 'locked';
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
