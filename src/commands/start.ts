import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { join } from 'node:path';
import { UPLOAD_MAX } from '#lib/importJobs/importJob.ts';
import { UPLOAD_MAX as SCANS_MAX } from '#lib/votes/scans/scan.ts';
import { fill, t } from '#lib/texts/texts.ts';
import { MOST_FORM_BYTES } from '#lib/server/http/forms/formLimits.ts';
import { shutDown, onShutdown } from '#lib/server/shutdownHooks.ts';
import { readConfig, type Config } from '#lib/server/config.ts';
import { builtFiles, loadHandler } from '#lib/server/http/built.ts';
import { gracefulShutdown } from '#lib/server/http/gracefulShutdown.ts';
import { httpHandler } from '#lib/server/http/httpServer.ts';
import { PageCache } from '#lib/server/performance/pageCache.ts';
import { openLog } from '#lib/server/log.ts';
import { FILE_MAX as PAPER_MAX } from '#lib/positionPapers/positionPaper.ts';
import { FILE_MAX as PHOTO_MAX } from '#lib/recording/photos/photo.ts';
import { openInstruments } from '#lib/server/metrics/instruments.ts';
import { serveMetrics } from '#lib/server/metrics/scrape.ts';
import { currentBuild, useBuild } from './process/buildFolders.ts';
import { bringUpToDate, expectOwnFolders } from './process/upToDate.ts';
import { withShippedWords } from '#lib/wording/wording.server.ts';
import { exitWithParent } from './process/exitWithParent.ts';
import { OperatorError, reportOperatorError } from './process/reportOperatorError.ts';
import { keepWorking } from './process/workerThread.ts';

/** Where files come in, and what is said of too many bytes. */
const UPLOADS = [
	{
		path: '/werkstatt/importe',
		most: UPLOAD_MAX + MOST_FORM_BYTES,
		sentence: () => fill(t.importJobs.upload.tooLarge, { most: UPLOAD_MAX / 1024 / 1024 })
	},
	{
		path: '/werkstatt/importe/gespraech',
		most: UPLOAD_MAX + MOST_FORM_BYTES,
		sentence: () => fill(t.importJobs.conversation.tooLarge, { most: UPLOAD_MAX / 1024 / 1024 })
	},
	{
		path: '/stellungnahmen',
		most: PAPER_MAX + MOST_FORM_BYTES,
		sentence: () => fill(t.positionPapers.upload.tooLarge, { most: PAPER_MAX / 1024 / 1024 })
	},
	{
		path: '/werkstatt/erfassen/stimmen/einlesen',
		most: SCANS_MAX + MOST_FORM_BYTES,
		sentence: () => fill(t.votes.scans.tooLarge, { most: SCANS_MAX / 1024 / 1024 })
	},
	{
		path: /^\/werkstatt\/treffen\/\d+\/fotos$/,
		most: PHOTO_MAX + MOST_FORM_BYTES,
		sentence: () => fill(t.workshops.desk.photos.problems.tooLarge, { file: PHOTO_MAX / 1024 / 1024 })
	}
];
const PATIENCE = 10_000;

/** `npm start`: migrates, serves the production build, works through the chores in a thread of its own. */
await reportOperatorError(async () => {
	const config = readConfig(process.env);
	const folder = currentBuild();
	if (folder === null) throw new OperatorError('There is no build yet. Run "npm run build" first.');
	const log = openLog(config.logLevel);
	await bringUpToDate(config, (sentence) => log.info(sentence));
	await expectOwnFolders(config, log);
	// Before the application is loaded: what it opens is counted from the beginning.
	const counting = config.metrics && (await openInstruments({ process: true }));
	const server = await serve(config, folder).catch(async (error: unknown) => {
		await shutDown();
		throw error;
	});
	const worker = keepWorking(log);
	const metrics = config.metrics && counting && (await serveMetrics(config.metrics, counting, worker.counted));

	let stopping = false;
	const stop = async () => {
		// A terminal and npm may both pass the same signal on.
		if (stopping) return;
		stopping = true;
		log.info('stopping');
		metrics?.close();
		metrics?.closeAllConnections();
		await Promise.all([gracefulShutdown(server, PATIENCE), worker.stop()]);
		// The hooks close their connections; then nothing is left to do and the process ends by itself, or is ended.
		await shutDown();
		setTimeout(() => process.exit(), 2_000).unref();
	};
	process.on('SIGTERM', stop);
	process.on('SIGINT', stop);
	exitWithParent(stop);
	// Said last: whoever hears it may stop the server at once.
	log.info({ origin: config.origin, port: config.port }, 'listening');
});

async function serve(config: Config, folder: string): Promise<Server> {
	const leave = useBuild(folder);
	onShutdown(async () => leave());
	// SvelteKit's handler reads these when it is loaded. Addresses in pages and mails come from ORIGIN only, never from
	// what a request says about its host.
	process.env.ORIGIN = config.origin;
	process.env.BODY_SIZE_LIMIT = String(Math.max(...UPLOADS.map(({ most }) => most)));
	const listener = httpHandler({
		pages: new PageCache(),
		handler: await loadHandler(join(folder, 'handler.js')),
		isFile: builtFiles(folder),
		https: config.origin.startsWith('https:'),
		mostBytes: MOST_FORM_BYTES,
		uploads: UPLOADS,
		say: (locale, sentence) => withShippedWords({ locale }, sentence)
	});
	// A file of twenty megabytes takes its time on a line as villages have it.
	const server = createServer({ headersTimeout: 15_000, requestTimeout: 120_000 }, listener);
	// Longer than a proxy keeps an unused connection (nginx: 60 s), or it sends a request into a closing one.
	server.keepAliveTimeout = 65_000;
	server.listen(config.port, config.host);
	await once(server, 'listening');
	return server;
}
