import { chooseEncoding, compressFast } from './encoding.ts';
import type { PendingPage } from './requestCoalescing.ts';
import { mayBeKept, Page, tooLarge } from './cachedPage.ts';

const TEXTUAL = /^(text\/(html|csv|calendar)|application\/(json|ld\+json|atom\+xml|xml))(;|$)/;
/** Below this the compressed form is hardly smaller than one network packet. */
const WORTH_IT = 1_000;

/**
 * Makes an answer ready for the wire: compressed, and if it is the same for everybody, kept for the next ones.
 * Compressing what one person gets is safe against BREACH only because our pages hold no secret: there is no token in
 * a form (`http/address/origin.ts` checks where a form comes from), and the session stands in a cookie that no page repeats.
 */
export async function compressAndCache(
	request: Request,
	response: Response,
	pending: PendingPage | undefined
): Promise<Response> {
	if (pending && mayBeKept(response.status, response.headers)) return packForAll(request, response, pending);
	pending?.settle(null);
	const type = response.headers.get('content-type') ?? '';
	// A part of a file is counted in its bytes as they are.
	if (response.status === 206) return response;
	if (!response.body || !TEXTUAL.test(type) || response.headers.has('content-encoding')) return response;
	response.headers.append('vary', 'accept-encoding');
	if (chooseEncoding(request.headers.get('accept-encoding') ?? undefined) === 'identity') return response;
	if (isPage(response.headers)) return packOnce(response, Buffer.from(await response.arrayBuffer()));
	// Feeds and exports may be long: never wait for their end.
	return zipped(response, response.body.pipeThrough(new CompressionStream('gzip')));
}

async function packForAll(request: Request, response: Response, pending: PendingPage): Promise<Response> {
	const body = Buffer.from(await response.arrayBuffer());
	if (tooLarge(body)) {
		pending.settle(null);
		return packOnce(response, body);
	}
	const page = new Page(body, new Map([...pending.headers, ...response.headers]));
	pending.settle(page);
	const variant = await page.variant(chooseEncoding(request.headers.get('accept-encoding') ?? undefined));
	return new Response(new Uint8Array(variant.body), { status: 200, headers: variant.headers });
}

async function packOnce(response: Response, body: Buffer): Promise<Response> {
	if (body.length < WORTH_IT) return new Response(new Uint8Array(body), response);
	return zipped(response, new Uint8Array(await compressFast(body)));
}

const isPage = (headers: Headers) => headers.get('content-type')?.startsWith('text/html') ?? false;

function zipped(response: Response, body: BodyInit): Response {
	const { status } = response;
	const headers = new Headers(response.headers);
	headers.set('content-encoding', 'gzip');
	headers.delete('content-length');
	// It named the uncompressed form. A page is not asked for by its tag anyway; of a file it says that it means the same.
	const etag = headers.get('etag');
	headers.delete('etag');
	if (etag && !isPage(headers)) headers.set('etag', `W/${etag.replace(/^W\//, '')}`);
	return new Response(body, { status, headers });
}
