import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { join } from 'node:path';
import { closeAll, whenClosing } from '#lib/server/closing.ts';
import { readConfig, type Config } from '#lib/server/config.ts';
import { builtFiles, loadHandler } from '#lib/server/http/built.ts';
import { finish } from '#lib/server/http/finish.ts';
import { front } from '#lib/server/http/front.ts';
import { PageCache } from '#lib/server/http/page-cache.ts';
import { openLog } from '#lib/server/log.ts';
import { openInstruments } from '#lib/server/metrics/instruments.ts';
import { serveMetrics } from '#lib/server/metrics/scrape.ts';
import { currentBuild, useBuild } from './build-folders.ts';
import { bringUpToDate, expectOwnFolders } from './up-to-date.ts';
import { whenLeftBehind } from './left-behind.ts';
import { Plain, plainly } from './plainly.ts';
import { keepWorking } from './thread.ts';

/** A page of Cyrillic needs six bytes a letter; a text that is too long comes back with how much, not with an empty page. */
const MOST_FORM_BYTES = 2 * 1024 * 1024;
const PATIENCE = 10_000;

/** `npm start`: migrates, serves the production build, works through the chores in a thread of its own. */
await plainly(async () => {
	const config = readConfig(process.env);
	const folder = currentBuild();
	if (folder === null) throw new Plain('There is no build yet. Run "npm run build" first.');
	const log = openLog(config.logLevel);
	await bringUpToDate(config, (sentence) => log.info(sentence));
	await expectOwnFolders(config, log);
	// Before the application is loaded: what it opens is counted from the beginning.
	const counting = config.metrics && (await openInstruments({ process: true }));
	const server = await serve(config, folder).catch(async (error: unknown) => {
		await closeAll();
		throw error;
	});
	const worker = keepWorking(log);
	const metrics = config.metrics && counting && (await serveMetrics(config.metrics, counting, worker.counted));
	log.info({ origin: config.origin, port: config.port }, 'listening');

	let stopping = false;
	const stop = async () => {
		// A terminal and npm may both pass the same signal on.
		if (stopping) return;
		stopping = true;
		log.info('stopping');
		metrics?.close();
		metrics?.closeAllConnections();
		await Promise.all([finish(server, PATIENCE), worker.stop()]);
		// The hooks close their connections; then nothing is left to do and the process ends by itself, or is ended.
		await closeAll();
		setTimeout(() => process.exit(), 2_000).unref();
	};
	process.on('SIGTERM', stop);
	process.on('SIGINT', stop);
	whenLeftBehind(stop);
});

async function serve(config: Config, folder: string): Promise<Server> {
	const leave = useBuild(folder);
	whenClosing(async () => leave());
	// SvelteKit's handler reads these when it is loaded. Addresses in pages and mails come from ORIGIN only, never from
	// what a request says about its host.
	process.env.ORIGIN = config.origin;
	process.env.BODY_SIZE_LIMIT = String(MOST_FORM_BYTES);
	const listener = front({
		pages: new PageCache(),
		handler: await loadHandler(join(folder, 'handler.js')),
		isFile: builtFiles(folder),
		https: config.origin.startsWith('https:'),
		mostBytes: MOST_FORM_BYTES
	});
	const server = createServer({ headersTimeout: 15_000, requestTimeout: 30_000 }, listener);
	// Longer than a proxy keeps an unused connection (nginx: 60 s), or it sends a request into a closing one.
	server.keepAliveTimeout = 65_000;
	server.listen(config.port, config.host);
	await once(server, 'listening');
	return server;
}
