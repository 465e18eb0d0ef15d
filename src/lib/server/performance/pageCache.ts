import { LRUCache } from 'lru-cache';
import type { Page } from './cachedPage.ts';

/**
 * A page is kept for one revision of the data (`server/revision.ts`: `transaction` advances it after what it recorded,
 * `http/watchRevision.server.ts` for other processes), and at most this long: votes and the mere passing of time (a phase ends
 * at midnight, a word like "today") change pages without advancing the revision.
 */
const LONGEST = 30_000;
const MOST_BYTES = 32 * 1024 * 1024;

interface Kept {
	page: Page;
	revision: number;
}

/** Public pages by address. What was asked for longest ago goes first when there is no room. */
export class PageCache {
	readonly #pages: LRUCache<string, Kept>;

	/** `now`: milliseconds, by a clock that nobody sets. */
	constructor(most = MOST_BYTES, now = () => performance.now()) {
		const sizeCalculation = ({ page }: Kept) => page.bytes;
		this.#pages = new LRUCache({ maxSize: most, sizeCalculation, ttl: LONGEST, ttlResolution: 0, perf: { now } });
	}

	get bytes(): number {
		return this.#pages.calculatedSize;
	}

	find(address: string, revision: number): Page | undefined {
		const kept = this.#pages.get(address);
		if (kept?.revision === revision) return kept.page;
		// Of an older state: nobody will ask for it again.
		this.#pages.delete(address);
		return undefined;
	}

	/**
	 * `revision` is the one from before the page was rendered: had it advanced meanwhile, the page may show the old
	 * state, and `find` will not give it out.
	 */
	keep(address: string, page: Page, revision: number): void {
		this.#pages.set(address, { page, revision });
	}
}
