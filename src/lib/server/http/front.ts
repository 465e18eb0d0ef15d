import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { instruments } from '../metrics/instruments.ts';
import { revision } from '../revision.ts';
import { chooseEncoding } from './encoding.ts';
import { takeOff, type Flight } from './flight.ts';
import { FILE_CSP, securityHeaders } from './headers.ts';
import { isApi, isOpen, OPEN_HEADERS, READING } from './open.ts';
import type { PageCache } from './page-cache.ts';
import { isKnown, isUnchanged, type Page, type Variant } from './page.ts';
import { PROBLEM_TYPE, problemOf, problemText } from './problem.ts';

const LONGEST_ADDRESS = 512;
const METHODS = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);
const OPEN = Object.entries(OPEN_HEADERS);
/** Signed in, or coming back to a form that was not taken: the page is this one's alone. */
const OWN = /(?:^|;\s*)(?:__Host-)?(?:sitzung=|eingabe=[\w.-]*\.1(?:;|$))/;

const HIT = { result: 'hit' };
const MISS = { result: 'miss' };

function pathOf(address: string): string {
	const query = address.indexOf('?');
	return query === -1 ? address : address.slice(0, query);
}

export interface Behind {
	pages: PageCache;
	/** SvelteKit: pages, actions, static files. */
	handler: RequestListener;
	/** Is this path a file that needs no rendering? */
	isFile(path: string): boolean;
	https: boolean;
	/** Bytes a form may have. */
	mostBytes: number;
}

/** What every request meets first: kept pages for everybody who is not signed in, and SvelteKit behind them. */
export function front(behind: Behind): RequestListener {
	const headers = Object.entries({ ...securityHeaders(behind.https), 'content-security-policy': FILE_CSP });
	const flights = new Map<string, Flight>();
	const cache = instruments()?.pageCache;
	const count = cache && ((labels: { result: string }) => cache.inc(labels));

	function pass(req: IncomingMessage, res: ServerResponse): void {
		for (const [name, value] of headers) res.setHeader(name, value);
		const path = pathOf(req.url ?? '/');
		// Also on what never meets the hooks: a redirect to the right spelling.
		if (isOpen(path)) for (const [name, value] of OPEN) res.setHeader(name, value);
		const problem = refusal(req, behind.mostBytes);
		if (problem) refuse(res, problem, path);
		else behind.handler(req, res);
	}

	/** Renders, and keeps what comes if it is for everybody. */
	function fly(req: IncomingMessage, res: ServerResponse, address: string): Flight {
		const before = revision();
		const flight = takeOff(req, (page) => behind.pages.keep(address, page, before, performance.now()));
		// Not everything goes through the hooks that land a flight: redirects to the right spelling do not.
		res.once('close', () => flight.land(null));
		// Node has noted that a HEAD gets no body; rendering it as GET gives it the same headers and keeps the page.
		if (req.method === 'HEAD') req.method = 'GET';
		pass(req, res);
		return flight;
	}

	async function wait(req: IncomingMessage, res: ServerResponse, address: string, first: Flight): Promise<void> {
		await first.landed;
		if (res.destroyed) return;
		const page = behind.pages.find(address, revision(), performance.now());
		if (page) send(req, res, page);
		// It was not for everybody, or is old already: no second queue, everybody renders their own.
		else fly(req, res, address);
	}

	return (req, res) => {
		const address = req.url ?? '/';
		if (!isForAll(req, address) || behind.isFile(address)) return pass(req, res);
		const page = behind.pages.find(address, revision(), performance.now());
		count?.(page ? HIT : MISS);
		if (page) return send(req, res, page);
		const first = flights.get(address);
		if (first) return void wait(req, res, address, first);
		const flight = fly(req, res, address);
		flights.set(address, flight);
		void flight.landed.then(() => flights.delete(address));
	};
}

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
	const { 'if-none-match': tags, 'if-modified-since': since } = req.headers;
	if (isKnown(tags, variant.etag) || (tags === undefined && isUnchanged(since, variant.lastModified)))
		res.writeHead(304, variant.unchanged).end();
	else res.writeHead(200, variant.flat).end(variant.body);
}

interface Refusal {
	status: 405 | 413;
	sentence: string;
	headers: Record<string, string>;
}

function refusal(req: IncomingMessage, mostBytes: number): Refusal | null {
	if (!METHODS.has(req.method ?? '')) {
		return { status: 405, sentence: 'Das geht mit dieser Adresse nicht.', headers: { allow: 'GET, HEAD, POST' } };
	}
	if (Number(req.headers['content-length'] ?? 0) <= mostBytes) return null;
	// Closing says: do not send the rest.
	return {
		status: 413,
		sentence:
			'Das ist zu viel Text auf einmal. Er ist nicht bei uns angekommen und nicht gespeichert. Gehen Sie im Browser zurück: Dort steht er noch. Kürzen Sie ihn dann.',
		headers: { connection: 'close' }
	};
}

function refuse(res: ServerResponse, { status, sentence, headers }: Refusal, path: string): void {
	if (isApi(path)) {
		const type = { 'content-type': `${PROBLEM_TYPE}; charset=utf-8` };
		const allowed = status === 405 ? { allow: READING } : {};
		res.writeHead(status, { ...headers, ...allowed, ...type }).end(problemText(problemOf(status)));
		return;
	}
	res.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...headers }).end(sentence);
}
