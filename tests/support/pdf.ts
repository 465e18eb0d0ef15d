import { inflateSync } from 'node:zlib';
import { textOf } from './pdf-text.ts';

/** What a screen reader and an archive ask of a PDF, read from the file itself. No viewer is installed with npm. */
export interface Pdf {
	title: string;
	lang: string;
	/** `1` when the file says that it is PDF/UA-1. */
	universal: string | null;
	tagged: boolean;
	/** Of every font, whether the file carries it. */
	fonts: { name: string; embedded: boolean }[];
	/** How often each structure element occurs, e.g. `{ H1: 1, P: 12 }`. */
	roles: Record<string, number>;
	/** What is said of pictures. */
	alts: string[];
	/** Addresses that links lead to. */
	links: string[];
	/** Names that an address may end with, after #. */
	places: string[];
	/** Bookmarks. */
	outline: string[];
	pages: number;
	/** What is written, in the order of the file, without headers and footers. */
	text: string;
}

export interface Thing {
	/** The dictionary, as text. */
	head: string;
	/** The stream, unpacked. */
	stream: Buffer | null;
}

export function things(file: Uint8Array): Map<number, Thing> {
	const bytes = Buffer.from(file);
	const text = bytes.toString('latin1');
	const found = new Map<number, Thing>();
	const begin = /(?:^|\n)(\d+) 0 obj\s/g;
	for (let match = begin.exec(text); match; match = begin.exec(text)) {
		const from = begin.lastIndex;
		const end = text.indexOf('endobj', from);
		const stream = text.indexOf('stream\n', from);
		const packed = stream >= 0 && stream < end;
		const head = text.slice(from, packed ? stream : end);
		const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
		const raw = bytes.subarray(stream + 7, stream + 7 + length);
		found.set(Number(match[1]), {
			head,
			stream: packed ? (head.includes('FlateDecode') ? inflateSync(raw) : raw) : null
		});
		if (packed) begin.lastIndex = stream + 7 + length;
	}
	return found;
}

/** A text string of PDF: UTF-16 with a mark, or plain. */
export function decodeString(raw: string): string {
	const bytes = raw.startsWith('<')
		? Buffer.from(raw.replace(/[<>\s]/g, ''), 'hex')
		: Buffer.from(unescaped(raw.slice(1, -1)), 'latin1');
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return Buffer.from(bytes.subarray(2)).swap16().toString('utf16le');
	return bytes.toString('latin1');
}

const SIGNS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function unescaped(text: string): string {
	return text.replace(/\\([0-7]{1,3}|\r\n|[\s\S])/g, (_, sign: string) =>
		/^[0-7]/.test(sign) ? String.fromCharCode(Number.parseInt(sign, 8)) : (SIGNS[sign] ?? sign.replace(/^[\r\n]+$/, ''))
	);
}

const STRING = String.raw`(\((?:\\[\s\S]|[^\\()])*\)|<[0-9a-fA-F\s]*>)`;

function strings(all: readonly Thing[], key: string): string[] {
	return all.flatMap(({ head }) =>
		[...head.matchAll(new RegExp(`/${key} ?${STRING}`, 'g'))].map((m) => decodeString(m[1] ?? ''))
	);
}

function fontsOf(found: ReadonlyMap<number, Thing>): Pdf['fonts'] {
	return [...found.values()]
		.filter(({ head }) => head.includes('/FontDescriptor') && /\/Type ?\/FontDescriptor/.test(head))
		.map(({ head }) => ({
			name: /\/FontName ?\/([^\s/]+)/.exec(head)?.[1] ?? '',
			embedded: /\/FontFile[23]?\b/.test(head)
		}));
}

export function readPdf(file: Uint8Array): Pdf {
	const found = things(file);
	const all = [...found.values()];
	const xmp =
		all.find(({ head }) => head.includes('/Metadata') && head.includes('/XML'))?.stream?.toString('utf8') ?? '';
	const catalog = all.find(({ head }) => /\/Type ?\/Catalog/.test(head))?.head ?? '';
	const roles: Record<string, number> = {};
	const structure = all.filter(({ head }) => /\/Type ?\/StructElem/.test(head));
	for (const { head } of structure) {
		const role = /\/S ?\/(\w+)/.exec(head)?.[1] ?? '';
		roles[role] = (roles[role] ?? 0) + 1;
	}
	return {
		title: /<dc:title>.*?<rdf:li[^>]*>([^<]*)</s.exec(xmp)?.[1] ?? '',
		lang: /\/Lang ?\(([^)]*)\)/.exec(catalog)?.[1] ?? '',
		universal: /<pdfuaid:part>(\d+)</.exec(xmp)?.[1] ?? null,
		tagged: /\/StructTreeRoot \d/.test(catalog) && /\/Marked true/.test(catalog),
		fonts: fontsOf(found),
		roles,
		alts: strings(structure, 'Alt'),
		links: strings(all, 'URI'),
		places: all.flatMap(({ head }) =>
			(/\/Names|\/Dests/.test(head) ? [...head.matchAll(/\(((?:\\[\s\S]|[^\\()])*)\) \d+ 0 R/g)] : []).map((found) =>
				decodeString(`(${found[1] ?? ''})`)
			)
		),
		outline: strings(
			all.filter(({ head }) => head.includes('/Parent') && head.includes('/Title')),
			'Title'
		),
		pages: all.filter(({ head }) => /\/Type ?\/Page\b/.test(head)).length,
		text: textOf(found)
	};
}
