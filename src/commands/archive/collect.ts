import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { sha256 } from '#lib/sha256.ts';
import { OperatorError } from '../process/reportOperatorError.ts';
import { plainAddress, standInFor } from './address.ts';
import { linksInStyles, readMarkup } from './markup.ts';

/** What came from one address. */
const Fetched = z.object({
	address: z.string(),
	status: z.number(),
	/** Without its parameters, e.g. `text/html`. */
	type: z.string(),
	/** For a redirect: the address it leads to. */
	leadsTo: z.string().nullable(),
	sha256: z.string(),
	bytes: z.number(),
	/** The first page that points at it. */
	from: z.string()
});
export type Fetched = z.infer<typeof Fetched>;

export interface Collection {
	/** By address. */
	all: ReadonlyMap<string, Fetched>;
	/** What of it an earlier run had fetched already. */
	resumed: number;
	body(one: Fetched): Buffer;
}

const AT_ONCE = 4;
/** Papers are made one after the other; whoever asks for many waits. */
const PATIENCE = { tries: 60, pause: 1_000 };
export const LEAST_FREE = 200 * 1024 * 1024;

/** Throws `Plain` before the disk of the archive is full: whatever else writes there goes on. */
export function expectDiskSpace(folder: string, bytes: number): void {
	const { bavail, bsize } = statfsSync(folder);
	if (bavail * bsize >= bytes) return;
	const mb = (amount: number) => Math.ceil(amount / 1_048_576);
	throw new OperatorError(
		`There is too little room for the archive: ${mb(bavail * bsize)} MB are free, ${mb(bytes)} MB are needed. Nothing was taken away.`
	);
}

/** Keeps what was fetched, so that a run that was cut off goes on where it was: `state` names what it was fetched of. */
class Store {
	readonly #folder: string;
	readonly all = new Map<string, Fetched>();
	readonly resumed: number;

	constructor(folder: string, state: string) {
		this.#folder = folder;
		const mark = join(folder, 'state');
		if (existsSync(mark) && readFileSync(mark, 'utf8') === state) this.#read();
		else rmSync(folder, { recursive: true, force: true });
		mkdirSync(join(folder, 'bodies'), { recursive: true });
		writeFileSync(mark, state);
		this.resumed = this.all.size;
	}

	#read(): void {
		const log = join(this.#folder, 'log');
		const lines = existsSync(log) ? readFileSync(log, 'utf8').split('\n') : [];
		for (const line of lines) {
			// The last line may be cut off, and a file not be whole: that one is fetched again.
			const one = Fetched.safeParse(parsed(line)).data;
			if (one && existsSync(this.file(one)) && sha256(this.body(one)) === one.sha256) this.all.set(one.address, one);
		}
	}

	file({ sha256 }: Fetched): string {
		return join(this.#folder, 'bodies', sha256);
	}

	body(one: Fetched): Buffer {
		return readFileSync(this.file(one));
	}

	add(one: Fetched, body: Buffer): void {
		writeFileSync(this.file(one), body);
		appendFileSync(join(this.#folder, 'log'), `${JSON.stringify(one)}\n`);
		this.all.set(one.address, one);
		if (this.all.size % 50 === 0) expectDiskSpace(this.#folder, LEAST_FREE / 4);
	}
}

function parsed(line: string): unknown {
	try {
		return JSON.parse(line);
	} catch {
		return null;
	}
}

/**
 * Asks for every address that anything points at, beginning with `starts`. `origin`: where the site answers; `own`: how
 * it calls itself in its links.
 */
export async function collect(
	site: { origin: string; own: string },
	starts: readonly string[],
	folder: string,
	state: string
): Promise<Collection> {
	const store = new Store(folder, state);
	const seen = new Map<string, string>();
	const waiting: string[] = [];
	const see = (address: string, from: string) => {
		if (seen.has(address) || standInFor(address) !== null) return;
		seen.set(address, from);
		waiting.push(address);
	};
	for (const start of starts) see(start, 'the beginning');
	while (waiting.length > 0) {
		await Promise.all(
			waiting.splice(0, AT_ONCE).map(async (address) => {
				const known = store.all.get(address);
				const one = known ?? (await fetchOne(site, address, seen.get(address) ?? '', store));
				for (const next of pointedAt(one, () => store.body(one), site.own)) see(next, address);
			})
		);
	}
	return { all: store.all, resumed: store.resumed, body: (one) => store.body(one) };
}

async function fetchOne(
	site: { origin: string; own: string },
	address: string,
	from: string,
	store: Store
): Promise<Fetched> {
	for (let tries = 1; ; tries++) {
		const response = await fetch(site.origin + address, { redirect: 'manual', headers: { accept: '*/*' } });
		const body = Buffer.from(await response.arrayBuffer());
		if (response.status === 503 && tries < PATIENCE.tries) {
			await sleep(PATIENCE.pause);
			continue;
		}
		const location = response.headers.get('location');
		const one = {
			...{ address, from, status: response.status, sha256: sha256(body), bytes: body.length },
			type: response.headers.get('content-type')?.split(';')[0]?.trim() ?? '',
			leadsTo: location === null ? null : plainAddress(new URL(location, site.own + address))
		};
		expectDigest(one, response.headers.get('repr-digest'));
		store.add(one, body);
		return one;
	}
}

/** Open data say with each file what its digest is on record. */
function expectDigest({ address, sha256 }: Fetched, said: string | null): void {
	const digest = said && /^sha-256=:([^:]+):$/.exec(said)?.[1];
	if (!digest || Buffer.from(digest, 'base64').toString('hex') === sha256) return;
	throw new OperatorError(`${address} is not what its digest says. Run "npm run verify".`);
}

function pointedAt(one: Fetched, body: () => Buffer, own: string): string[] {
	if (one.leadsTo !== null) return [one.leadsTo];
	const links =
		one.status >= 400
			? []
			: one.type === 'text/html'
				? readMarkup(body().toString('utf8')).links
				: one.type === 'text/css'
					? linksInStyles(body().toString('utf8'))
					: [];
	return links.flatMap((written) => {
		const url = ownUrl(written, own + one.address, own);
		return url ? [plainAddress(url)] : [];
	});
}

/** null: it leads away from the site, or to no page at all (mail, telephone, a picture in the text). */
export function ownUrl(written: string, base: string, own: string): URL | null {
	if (!URL.canParse(written, base)) return null;
	const url = new URL(written, base);
	return url.origin === new URL(own).origin ? url : null;
}
