import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { instruments } from '../metrics/instruments.ts';
import { revision } from '../revision.ts';
import { chooseEncoding } from '../performance/encoding.ts';
import { startPending, type PendingPage } from '../performance/requestCoalescing.ts';
import { localPath } from '../../texts/locales/address.ts';
import type { Locale } from '../../texts/locales/locale.ts';
import { t } from '../../texts/texts.ts';
import { hasIt } from './conditional.ts';
import { isApi, isOpen, PREFLIGHT, READING } from './cors.ts';
import { headersFor } from './headers.ts';
import { plainAddress } from './address/plainAddress.ts';
import type { PageCache } from '../performance/pageCache.ts';
import type { Page, Variant } from '../performance/cachedPage.ts';
import { PROBLEM_TYPE, problemOf, problemText } from './problem.ts';

const LONGEST_ADDRESS = 512;
const METHODS = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);
/** Signed in, or coming back to a form that was not taken: the page is this one's alone. */
const OWN = /(?:^|;\s*)(?:__Host-)?(?:sitzung=|eingabe=[\w.-]*\.1(?:;|$))/;

const HIT = { result: 'hit' };
const MISS = { result: 'miss' };

function pathOf(address: string): string {
	const query = address.indexOf('?');
	return query === -1 ? address : address.slice(0, query);
}

interface Uploads {
	/** As the address is in German: every language has it. */
	path: string | RegExp;
	most: number;
	/** Looked up when it is said: in the language of whoever reads it. */
	sentence(): string;
}

export interface ServerParts {
	pages: PageCache;
	/** SvelteKit: pages, actions, static files. */
	handler: RequestListener;
	/** Is this path a file that needs no rendering? */
	isFile(path: string): boolean;
	https: boolean;
	/** Bytes a form may have. */
	mostBytes: number;
	/** Where a form may bring files, how many bytes it may have then, and what is said of more. */
	uploads?: readonly Uploads[];
	/** Says something in a language. */
	say?(locale: Locale, sentence: () => string): string;
}

/** What every request meets first: kept pages for everybody who is not signed in, and SvelteKit behind them. */
export function httpHandler(behind: ServerParts): RequestListener {
	const headers = headersFor(behind.https);
	const say = behind.say ?? ((_: Locale, sentence: () => string) => sentence());
	const pendingPages = new Map<string, PendingPage>();
	const cache = instruments()?.pageCache;
	const count = cache && ((labels: { result: string }) => cache.inc(labels));

	function pass(req: IncomingMessage, res: ServerResponse): void {
		const path = pathOf(req.url ?? '/');
		for (const [name, value] of headers(path, behind.isFile(path))) res.setHeader(name, value);
		if (isPreflight(req, path)) return void res.writeHead(204, PREFLIGHT).end();
		const problem = refusal(req, behind.mostBytes, behind.uploads);
		if (problem) refuse(req, res, problem, { path, text: say(localPath(path).locale, problem.sentence) });
		else behind.handler(req, res);
	}

	/** Renders, and keeps what comes if it is for everybody. */
	function render(req: IncomingMessage, res: ServerResponse, address: string): PendingPage {
		const before = revision();
		const always = headers(pathOf(address), false);
		const pending = startPending(req, always, (page) => behind.pages.keep(address, page, before));
		// Not everything goes through the hooks that settle it: redirects to the right spelling do not.
		res.once('close', () => pending.settle(null));
		// Node has noted that a HEAD gets no body; rendering it as GET gives it the same headers and keeps the page.
		if (req.method === 'HEAD') req.method = 'GET';
		pass(req, res);
		return pending;
	}

	async function wait(req: IncomingMessage, res: ServerResponse, address: string, first: PendingPage): Promise<void> {
		await first.settled;
		if (res.destroyed) return;
		const page = behind.pages.find(address, revision());
		if (page) send(req, res, page);
		// It was not for everybody, or is old already: no second queue, everybody renders their own.
		else render(req, res, address);
	}

	return (req, res) => {
		const address = plainAddress(req.url ?? '/');
		req.url = address;
		if (!isForAll(req, address) || behind.isFile(address)) return pass(req, res);
		const page = behind.pages.find(address, revision());
		count?.(page ? HIT : MISS);
		if (page) return send(req, res, page);
		const first = pendingPages.get(address);
		if (first) return void wait(req, res, address, first);
		const pending = render(req, res, address);
		pendingPages.set(address, pending);
		void pending.settled.then(() => pendingPages.delete(address));
	};
}

/** Answered here, before anything can send it on: a browser takes a redirect for a refusal. */
const isPreflight = ({ method }: IncomingMessage, path: string) => method === 'OPTIONS' && isOpen(localPath(path).path);

/** Could the answer be the same for everybody? A request with a session never gets a kept page and never makes one. */
function isForAll(req: IncomingMessage, address: string): boolean {
	if (req.method !== 'GET' && req.method !== 'HEAD') return false;
	const { cookie, authorization, range } = req.headers;
	// A part of it is cut by whoever makes it.
	if (range !== undefined) return false;
	if (cookie !== undefined && OWN.test(cookie)) return false;
	return authorization === undefined && address.length <= LONGEST_ADDRESS;
}

function send(req: IncomingMessage, res: ServerResponse, page: Page): void {
	const encoding = chooseEncoding(req.headers['accept-encoding']?.toString());
	const ready = page.ready(encoding);
	if (ready) return write(req, res, ready);
	page.variant(encoding).then(
		(variant) => write(req, res, variant),
		() => res.destroy()
	);
}

function write(req: IncomingMessage, res: ServerResponse, variant: Variant): void {
	if (hasIt(req.headers, variant.validators)) res.writeHead(304, variant.unchanged).end();
	else res.writeHead(200, variant.flat).end(variant.body);
}

interface Refusal {
	status: 405 | 413;
	sentence(): string;
	headers: Record<string, string>;
}

function refusal(req: IncomingMessage, mostBytes: number, uploads: readonly Uploads[] = []): Refusal | null {
	if (!METHODS.has(req.method ?? '')) {
		return { status: 405, sentence: () => t.unsent.method, headers: { allow: 'GET, HEAD, POST' } };
	}
	const length = Number(req.headers['content-length'] ?? 0);
	if (length <= mostBytes) return null;
	const upload = uploads.find((one) => isUpload(req, one));
	if (upload) {
		const { sentence, most } = upload;
		return length <= most ? null : { status: 413, sentence, headers: { connection: 'close' } };
	}
	// Closing says: do not send the rest.
	return { status: 413, sentence: () => t.unsent.tooMuch, headers: { connection: 'close' } };
}

function isUpload(req: IncomingMessage, { path }: Uploads): boolean {
	const asked = localPath(pathOf(req.url ?? '')).path;
	const here = typeof path === 'string' ? asked === path : path.test(asked);
	return here && /^multipart\/form-data\b/i.test(req.headers['content-type'] ?? '');
}

/** Said at once and whole; the connection is closed when the rest has been sent, or the sender has fallen silent. */
function refuse(
	req: IncomingMessage,
	res: ServerResponse,
	{ status, headers }: Refusal,
	{ path, text: sentence }: { path: string; text: string }
): void {
	const text = isApi(path) ? problemText(problemOf(status)) : sentence;
	const type = isApi(path) ? PROBLEM_TYPE : 'text/plain';
	const allowed = isApi(path) && status === 405 ? { allow: READING } : {};
	const about = { 'content-type': `${type}; charset=utf-8`, 'content-length': Buffer.byteLength(text) };
	res.writeHead(status, { ...headers, ...allowed, ...about }).write(text);
	afterBody(req, () => res.end());
}

/** So much of a request that is refused is still read, and thrown away. */
const MOST_THROWN_AWAY = 32 * 1024 * 1024;
const SILENT_MS = 5_000;

/** Closing on somebody who still sends breaks the connection before the answer is read. */
function afterBody(req: IncomingMessage, close: () => void): void {
	if (Number(req.headers['content-length'] ?? 0) > MOST_THROWN_AWAY) return close();
	const silence = setTimeout(close, SILENT_MS);
	req.on('data', () => silence.refresh());
	req.once('end', close);
	req.once('close', () => clearTimeout(silence));
}
