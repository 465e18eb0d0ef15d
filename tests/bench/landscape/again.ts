import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isMainThread, Worker } from 'node:worker_threads';
import { pino } from 'pino';
import * as opinion from '#lib/opinion/opinion.server.ts';
import { readConfig } from '#lib/server/config.ts';
import { makeCtx } from '#lib/server/ctx.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import { openApp } from '#lib/server/openApp.ts';
import { lowerThreadPriority } from '#lib/server/threadPriority.ts';

/**
 * Loaded into the built application before it starts: as long as a certain file is there, a thread beside the worker
 * draws the landscape again and again, from reading the votes to writing it down. While it does, `FILE.busy` is there.
 */
const file = process.env.BENCH_DRAWING;
const itself = process.env.BENCH_DRAWING_THREAD === '1';
if (file && isMainThread) {
	// A thread loads what its parent was told to load: it would start itself for ever without a word that it is the one.
	new Worker(new URL(import.meta.url), { env: { ...process.env, BENCH_DRAWING_THREAD: '1' } }).unref();
} else if (file && itself) {
	void draw(file);
}

async function draw(file: string): Promise<void> {
	lowerThreadPriority();
	const app = openApp(readConfig(process.env), pino({ level: 'silent' }));
	for (;;) {
		while (!existsSync(file)) await sleep(20);
		writeFileSync(`${file}.busy`, '');
		while (existsSync(file)) {
			// Both wait while the server's own worker writes.
			const ctx = makeCtx(app, 'worker');
			await transaction(ctx, ({ db }) => db.deleteFrom('landscapes').execute());
			await opinion.drawLandscapes(ctx);
		}
		rmSync(`${file}.busy`);
	}
}
