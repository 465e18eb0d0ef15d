import { setTimeout as sleep } from 'node:timers/promises';
import type { Ctx } from '../server/ctx.ts';
import { elapsed } from '../time.ts';
import type { ImportWorker } from './worker.server.ts';

/** The longest rest after a piece of work. */
const REST_MAX = 500;

/**
 * A chore: works until nothing is left, or so long, and rests after each piece for as long as it took: pages are asked for
 * meanwhile. `now`: a ctx of its own for every piece.
 */
export async function workOnImports(worker: ImportWorker, now: () => Ctx, most: number): Promise<void> {
	const began = now().now;
	for (let ctx = now(); elapsed(began, ctx.now) < most;) {
		if (!(await worker.step(ctx))) return;
		await sleep(Math.min(REST_MAX, elapsed(ctx.now, now().now)));
		ctx = now();
	}
}
