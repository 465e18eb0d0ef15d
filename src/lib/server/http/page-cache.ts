import type { Page } from './page.ts';

/**
 * A page is kept for one revision of the house, and at most this long: votes and the mere passing of time (a phase ends
 * at midnight, a word like "today") change pages without advancing the revision.
 */
const LONGEST = 30_000;
const MOST_BYTES = 32 * 1024 * 1024;

interface Kept {
	page: Page;
	revision: number;
	at: number;
}

/** Public pages by address. What was asked for longest ago goes first when there is no room. */
export class PageCache {
	readonly #pages = new Map<string, Kept>();
	readonly #most: number;
	#bytes = 0;

	constructor(most = MOST_BYTES) {
		this.#most = most;
	}

	get bytes(): number {
		return this.#bytes;
	}

	find(address: string, revision: number, now: number): Page | undefined {
		const kept = this.#pages.get(address);
		if (kept === undefined) return undefined;
		if (kept.revision !== revision || now - kept.at >= LONGEST) {
			this.#drop(address, kept);
			return undefined;
		}
		this.#pages.delete(address);
		this.#pages.set(address, kept);
		return kept.page;
	}

	/**
	 * `revision` is the one from before the page was rendered: had it advanced meanwhile, the page may show the old
	 * state, and `find` will not give it out.
	 */
	keep(address: string, page: Page, revision: number, now: number): void {
		const before = this.#pages.get(address);
		if (before) this.#drop(address, before);
		if (page.bytes > this.#most) return;
		this.#pages.set(address, { page, revision, at: now });
		this.#bytes += page.bytes;
		for (const [oldest, kept] of this.#pages) {
			if (this.#bytes <= this.#most) break;
			this.#drop(oldest, kept);
		}
	}

	#drop(address: string, kept: Kept): void {
		this.#pages.delete(address);
		this.#bytes -= kept.page.bytes;
	}
}
