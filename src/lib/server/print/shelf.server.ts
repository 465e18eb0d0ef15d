import type { Job } from './job.ts';
import { press, type Customer } from './press.server.ts';
import { sha256 } from '../../sha256.ts';

const MOST_BYTES = 8 * 1024 * 1024;

/**
 * What was printed lately, for papers that are not frozen: the same words give the same file, so it is found by what
 * stands in it and can never be out of date. What was asked for longest ago goes first when there is no room.
 */
const kept = new Map<string, Promise<Uint8Array>>();
const sizes = new Map<string, number>();

/** Refused: print…. */
export async function printed(job: Job, customer: Customer = 'public'): Promise<Uint8Array> {
	const key = sha256(JSON.stringify(job), 'base64url');
	const known = kept.get(key);
	const printing = known ?? press.print(job, customer);
	// Also while it is being printed: ten who ask at once get one job.
	kept.delete(key);
	kept.set(key, printing);
	try {
		const pdf = await printing;
		sizes.set(key, pdf.length);
		makeRoom();
		return pdf;
	} catch (problem) {
		kept.delete(key);
		throw problem;
	}
}

function makeRoom(): void {
	let bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
	for (const key of kept.keys()) {
		if (bytes <= MOST_BYTES) return;
		bytes -= sizes.get(key) ?? 0;
		kept.delete(key);
		sizes.delete(key);
	}
}
