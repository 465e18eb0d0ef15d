import fresh from 'fresh';
import { parse } from 'range-parser';
import { streamOf } from './stream.ts';
import { sha256 } from '../../sha256.ts';

/** Something that is the same for everybody who asks: a file, a feed, an answer to a program. */
export interface Sent {
	headers: Readonly<Record<string, string>>;
	/** Strong: the same tag, the same bytes. */
	etag: string;
	/** ISO-8601; missing: only the tag tells. */
	lastModified?: string | undefined;
	/** In bytes; null: nobody knows before its end, so no part of it can be asked for. */
	size: number | null;
	body(): Uint8Array | AsyncGenerator<string | Uint8Array>;
	/** Where a part can be had without the rest. */
	part?(part: Part): AsyncGenerator<Uint8Array>;
}

/**
 * Whether the one who asks has this state already. A script on a website that asks so says `no-cache`, too, because its
 * browser adds it: that is meant for caches on the way, and no reason to send everything again.
 */
export function hasIt(
	{ 'cache-control': _, ...asked }: Readonly<Record<string, string | string[] | undefined>>,
	validators: Readonly<Record<string, string>>
): boolean {
	return fresh(asked, validators);
}

export const etagOf = (bytes: string | Uint8Array) => `"${sha256(bytes)}"`;

/** Text that is at hand. */
export function sendText(
	request: Request,
	text: string,
	headers: Sent['headers'],
	more: { etag?: string; lastModified?: string } = {}
): Response {
	const bytes = Buffer.from(text);
	return send(request, { headers, etag: etagOf(bytes), ...more, size: bytes.length, body: () => bytes });
}

/**
 * Answers as RFC 9110 wants it: 304 for whoever has it, 206 for who wants a part, 416 for a part there is not, and the
 * whole for everybody else. The body is made only when it is needed. Of several parts at once the whole is sent.
 */
export function send(request: Request, sent: Sent): Response {
	const { etag, lastModified, size } = sent;
	const headers: Record<string, string> = {
		...sent.headers,
		etag,
		...(lastModified && { 'last-modified': new Date(lastModified).toUTCString() }),
		...(size !== null && { 'accept-ranges': 'bytes' })
	};
	if (hasIt(Object.fromEntries(request.headers), headers)) {
		const { 'content-type': _, 'content-disposition': __, ...told } = headers;
		return new Response(null, { status: 304, headers: told });
	}
	const part = size === null ? null : partAsked(request, size, headers);
	if (part === 'none') {
		return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${size}` } });
	}
	if (part === null) {
		const known: Record<string, string> = size === null ? {} : { 'content-length': String(size) };
		return new Response(bodyOf(sent.body()), { headers: { ...headers, ...known } });
	}
	const range = { 'content-range': `bytes ${part.start}-${part.end}/${size}` };
	const length = { 'content-length': String(part.end - part.start + 1) };
	const body = sent.part ? streamOf(sent.part(part)) : partOf(sent.body(), part);
	return new Response(body, { status: 206, headers: { ...headers, ...range, ...length } });
}

export interface Part {
	start: number;
	/** Included. */
	end: number;
}

/** null: the whole. A range we do not understand, or for another state of the file, is as good as none. */
function partAsked(request: Request, size: number, headers: Readonly<Record<string, string>>): Part | 'none' | null {
	const asked = request.headers.get('range');
	if (asked === null || request.method !== 'GET') return null;
	const only = request.headers.get('if-range');
	if (only !== null && only !== headers.etag && only !== headers['last-modified']) return null;
	const { code, type, ranges } = parse(size, asked);
	if (type !== 'bytes' || code === MALFORMED) return null;
	const [first, ...more] = ranges;
	if (!first) return 'none';
	return more.length > 0 ? null : first;
}

const MALFORMED = 1;

const bodyOf = (body: Uint8Array | AsyncGenerator<string | Uint8Array>) =>
	body instanceof Uint8Array ? new Uint8Array(body) : streamOf(body);

function partOf(body: Uint8Array | AsyncGenerator<string | Uint8Array>, { start, end }: Part): BodyInit {
	return body instanceof Uint8Array ? new Uint8Array(body.subarray(start, end + 1)) : streamOf(cut(body, start, end));
}

/** Bytes of a text that is made while it is sent. Signs of several bytes may be cut through the middle. */
async function* cut(
	texts: AsyncGenerator<string | Uint8Array>,
	start: number,
	end: number
): AsyncGenerator<Uint8Array> {
	let at = 0;
	for await (const text of texts) {
		const bytes = Buffer.from(text);
		const piece = bytes.subarray(Math.max(0, start - at), Math.max(0, end + 1 - at));
		at += bytes.length;
		if (piece.length > 0) yield piece;
		if (at > end) return;
	}
}
