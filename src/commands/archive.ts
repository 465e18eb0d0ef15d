import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, join, resolve } from 'node:path';
import * as closure from '#lib/closure/closure.server.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { shutDown } from '#lib/server/shutdownHooks.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { loadHandler } from '#lib/server/http/built.ts';
import { latestEntries } from '#lib/server/journal/journal.server.ts';
import { faultsIn } from './archive/check.ts';
import { collect, expectDiskSpace, LEAST_FREE, type Collection } from './archive/collect.ts';
import { FRAME, writeSite } from './archive/write.ts';
import { currentBuild } from './process/buildFolders.ts';
import { OperatorError } from './process/reportOperatorError.ts';
import { options, run, Wrong } from './run.ts';

const usage = `npm run archive -- DIR
npm run archive -- DIR --preview

Writes every public page with all its files (papers, open data, feeds, styles, fonts, pictures) into the new folder DIR,
as pages that need no server: from a disk, from any web server. Forms are replaced by a sentence, the search by a list of
all pages. In people's texts the words of a link stay where what it led to is gone. Afterwards every link is followed and
every digest recomputed; when one is wrong, all of them are named and there is no archive. DIR must not exist, or be empty. A run that was cut off goes on where it was.

--preview  also while the process still goes on; the archive says so.

Exit code: 0 the archive is there, 1 it is not.`;

interface Asked {
	folder: string;
	preview: boolean;
}

function read(args: string[]): Asked {
	const { values, positionals } = options({
		...{ args, allowPositionals: true },
		options: { preview: { type: 'boolean' } }
	});
	const [folder, ...more] = positionals;
	if (folder === undefined || more.length > 0) throw new Wrong('Say one folder.');
	return { folder: resolve(folder), preview: values.preview ?? false };
}

function expectEmpty(folder: string): void {
	if (!existsSync(folder)) return;
	if (!statSync(folder).isDirectory() || readdirSync(folder).length > 0) {
		throw new OperatorError(`${folder} is not empty. Say a folder that is not there yet.`);
	}
}

/** What must be the same for a run to go on with what an earlier one has fetched. */
async function stateOf(ctx: Ctx, build: string): Promise<string> {
	return JSON.stringify({ build, origin: ctx.app.config.origin, newest: await latestEntries(ctx) });
}

/** The built application on an address of this machine that nobody else is told. */
async function answering(build: string, own: string) {
	process.env.ORIGIN = own;
	process.env.LOG_LEVEL = 'warn';
	const server = createServer(await loadHandler(join(build, 'handler.js')));
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('the server has no port');
	return {
		origin: `http://127.0.0.1:${address.port}`,
		async close() {
			server.closeAllConnections();
			server.close();
			await shutDown();
		}
	};
}

/** Whatever a list of the site does not lead to would be lost without anybody noticing. */
async function missing(ctx: Ctx, { all }: Collection): Promise<string[]> {
	const faults: string[] = [];
	for (const { id } of await consultations.all(ctx)) {
		const known = Object.values(await proposals.countByGroup(ctx, id)).reduce((sum, one) => sum + one, 0);
		const there = [...all.values()].filter((one) => /^\/beitraege\/\d+$/.test(one.address) && one.status === 200);
		if (there.length < known) faults.push(`${known} contributions are public, ${there.length} are in the archive`);
	}
	return faults;
}

const STARTS = ['/', FRAME, '/robots.txt', '/icon.svg'];

async function work(ctx: Ctx, { folder, preview }: Asked): Promise<number> {
	const build = currentBuild();
	if (build === null) throw new OperatorError('There is no build yet. Run "npm run build" first.');
	const closedAt = await closure.since(ctx);
	if (closedAt === null && !preview) {
		throw new OperatorError(
			'The process is not closed yet. Two admins close it at /werkstatt/abschluss; --preview does without.'
		);
	}
	expectEmpty(folder);
	const { file, config } = ctx.app;
	mkdirSync(dirname(folder), { recursive: true });
	expectDiskSpace(dirname(folder), LEAST_FREE + 2 * (file === null ? 0 : statSync(file).size));
	const unfinished = `${folder}.unfinished`;
	const site = await answering(build, config.origin);
	try {
		const where = { origin: site.origin, own: config.origin };
		const collection = await collect(where, STARTS, join(unfinished, 'fetched'), await stateOf(ctx, build));
		const target = join(unfinished, 'site');
		rmSync(target, { recursive: true, force: true });
		const files = writeSite(collection, target, { at: ctx.now, closedAt, origin: config.origin });
		const faults = [...(await missing(ctx, collection)), ...faultsIn(target, config.origin)];
		if (faults.length > 0) {
			console.error(
				`${faults.join('\n')}\n\n${faults.length} faults: there is no archive. It lies in ${target} for looking.`
			);
			return 1;
		}
		if (existsSync(folder)) rmdirSync(folder);
		renameSync(target, folder);
		rmSync(unfinished, { recursive: true, force: true });
		const again = collection.resumed > 0 ? `, ${collection.resumed} of them from an earlier run` : '';
		console.log(`${folder}: ${files} files from ${collection.all.size} addresses${again}. Every link leads somewhere.`);
		return 0;
	} finally {
		await site.close();
	}
}

await run<Asked>({ usage, evenWhenClosed: true, read, work });
