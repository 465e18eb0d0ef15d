import { LRUCache } from 'lru-cache';
import { sha256 } from '../../sha256.ts';
import type { Job } from './job.ts';
import { openPdfWorker, type Requester } from './pdfWorker.server.ts';

/**
 * What was printed lately, for papers that are not frozen: the same words give the same file, so it is found by what
 * stands in it and can never be out of date. Ten who ask at once get one job, also while it is being printed.
 */
const printed = new LRUCache<string, Uint8Array, { job: Job; requester: Requester }>({
	maxSize: 8 * 1024 * 1024,
	sizeCalculation: ({ length }) => length,
	// Somebody waits for it, even if it has no room any more.
	ignoreFetchAbort: true,
	fetchMethod: (_key, _before, { context: { job, requester } }) => openPdfWorker.print(job, requester)
});

/** Refused: print…. */
export async function cachedPdf(job: Job, requester: Requester = 'public'): Promise<Uint8Array> {
	return printed.forceFetch(sha256(JSON.stringify(job), 'base64url'), { context: { job, requester } });
}
