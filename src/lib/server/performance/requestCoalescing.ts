import type { IncomingMessage } from 'node:http';
import type { Page } from './cachedPage.ts';

/**
 * A public page on its way through SvelteKit. The server outside starts it, the hooks inside settle it: with a
 * page for everybody, or with none. Others who want the same page wait until then instead of rendering it again.
 */
export interface PendingPage {
	/** What every answer at this address says, whoever made it. */
	headers: Iterable<[string, string]>;
	settle(page: Page | null): void;
	settled: Promise<void>;
}

declare global {
	// The built application and the server around it load this module separately, so the list lives here.
	var teilhabePendingPages: WeakMap<IncomingMessage, PendingPage> | undefined;
}

const pendingPages = (globalThis.teilhabePendingPages ??= new WeakMap());

export function startPending(
	request: IncomingMessage,
	headers: PendingPage['headers'],
	keep: (page: Page) => void
): PendingPage {
	let done = () => {};
	const settled = new Promise<void>((resolve) => (done = resolve));
	const pending: PendingPage = {
		headers,
		settled,
		settle(page) {
			if (page) keep(page);
			done();
		}
	};
	pendingPages.set(request, pending);
	return pending;
}

/** The pending page of this request, if its answer could be for everybody. */
export function pendingOf(request: IncomingMessage | undefined): PendingPage | undefined {
	return request && pendingPages.get(request);
}
