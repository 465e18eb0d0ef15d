import { compressOnce, type Encoding } from './encoding.ts';
import { sha256 } from '../../sha256.ts';

/** One way to send a page: everything is made beforehand, so that a hit costs two writes. */
export interface Variant {
	/** By which somebody knows whether they have it: `etag`, perhaps `last-modified`. */
	validators: Record<string, string>;
	body: Buffer;
	headers: [string, string][];
	/** `headers`, flat as `writeHead` takes them fastest. */
	flat: string[];
	/** What of them a 304 says, flat. */
	unchanged: string[];
}

const SUFFIX = { br: '-br', gzip: '-gz', identity: '' } as const;

/** Headers that are not cached: they belong to one request or connection, or are set on every response anyway. */
const NOT_KEPT = new Set([
	'cache-control',
	'connection',
	'content-encoding',
	'content-length',
	'date',
	'etag',
	'keep-alive',
	'transfer-encoding',
	'vary',
	'x-request-id',
	'x-sveltekit-page'
]);

const OF_THE_BODY = new Set(['content-type', 'link']);

/** A public page as it was rendered once, to be sent to everybody who is not signed in. */
export class Page {
	readonly #body: Buffer;
	readonly #headers: readonly [string, string][];
	readonly #digest: string;
	readonly #ready = new Map<Encoding, Variant>();
	readonly #making = new Map<Encoding, Promise<Variant>>();

	constructor(body: Buffer, headers: Iterable<[string, string]>) {
		this.#body = body;
		this.#headers = [...headers].filter(([name]) => !NOT_KEPT.has(name.toLowerCase()));
		this.#digest = sha256(body, 'base64url').slice(0, 27);
	}

	/** Roughly what it takes in memory, with both compressed forms and headers. */
	get bytes(): number {
		return Math.round(this.#body.length * 1.5) + 4_096;
	}

	/** The variant if it is made already: the way of nearly every hit. */
	ready(encoding: Encoding): Variant | undefined {
		return this.#ready.get(encoding);
	}

	/** Makes the variant once, however many ask for it at the same time. */
	async variant(encoding: Encoding): Promise<Variant> {
		const making = this.#making.get(encoding) ?? this.#make(encoding);
		this.#making.set(encoding, making);
		return making;
	}

	async #make(encoding: Encoding): Promise<Variant> {
		const body = await compressOnce(this.#body, encoding);
		const etag = `"${this.#digest}${SUFFIX[encoding]}"`;
		const kept: [string, string][] = [
			...this.#headers.filter(([name]) => !OF_THE_BODY.has(name)),
			['etag', etag],
			// Browsers ask every time; the answer is mostly 304. A page changed by moderation is gone at once.
			['cache-control', 'no-cache'],
			['vary', 'accept-encoding, cookie']
		];
		const described = this.#headers.filter(([name]) => OF_THE_BODY.has(name));
		if (encoding !== 'identity') described.push(['content-encoding', encoding]);
		described.push(['content-length', String(body.length)]);
		const headers = [...described, ...kept];
		const variant = {
			validators: Object.fromEntries(kept.filter(([name]) => name === 'etag' || name === 'last-modified')),
			body,
			headers,
			flat: headers.flat(),
			unchanged: kept.flat()
		};
		this.#ready.set(encoding, variant);
		return variant;
	}
}

const KEPT_TYPES = /^(text\/html|application\/atom\+xml|application\/json)(;|$)/;
const VARIES_BY = new Set(['', 'accept-encoding', 'cookie']);
const MOST_BYTES = 2 * 1024 * 1024;

/** May this answer be given to others? Nothing personal, nothing used only once, and of a kind we know. */
export function mayBeKept(status: number, headers: Headers): boolean {
	if (status !== 200) return false;
	if (!KEPT_TYPES.test(headers.get('content-type') ?? '')) return false;
	if (headers.has('set-cookie') || headers.has('content-encoding') || headers.has('content-disposition')) return false;
	if (/no-store|private/.test(headers.get('cache-control') ?? '')) return false;
	// Its content depends on something that is not part of our key.
	if ((headers.get('vary') ?? '').split(',').some((name) => !VARIES_BY.has(name.trim().toLowerCase()))) return false;
	return !(headers.get('content-security-policy') ?? '').includes("'nonce-");
}

export function tooLarge(body: Buffer): boolean {
	return body.length > MOST_BYTES;
}
