import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '#lib/server/config.ts';
import { SECRET } from '../support/machine/secret.ts';
import { serve, type Served } from '../support/machine/served.ts';
import { prepareBallot } from './ballot.ts';

export interface Built {
	built: boolean;
	asked: number;
	/** Answers that were not what they are without a build beside it, by path and status. */
	wrong: string[];
}

/** Pages that the server has not loaded yet, and what they bring with them. */
const PAGES = [
	'/',
	'/beitraege',
	'/punkte',
	'/fassungen',
	'/suche?q=wohnen',
	'/anmelden',
	'/hilfe',
	'/daten',
	'/impressum'
];

async function read(server: Served, path: string, wrong: string[]): Promise<number> {
	const page = await server.ask(path);
	if (page.status !== 200) wrong.push(`${path} ${page.status}`);
	const files = [...page.body.toString().matchAll(/(?:href|src)="([^"]*\/_app\/immutable\/[^"]+)"/g)];
	for (const [, file] of files) {
		const { status } = await server.ask(new URL(file ?? '', new URL(path, server.origin)).pathname);
		if (status !== 200) wrong.push(`${file} ${status}`);
	}
	return 1 + files.length;
}

/** The program is built anew beside the server that runs, while people read page after page. */
export async function buildBeside(): Promise<Built> {
	const folder = mkdtempSync(join(tmpdir(), 'teilhabe-faults-'));
	const config = readConfig({
		DATABASE_URL: `file:${join(folder, 'build.sqlite')}`,
		TEILHABE_SECRET: SECRET
	});
	await prepareBallot(config, { people: 1, points: 3 });
	const server = await serve(config, { LOG_LEVEL: 'info' });
	const build = spawn('npm', ['run', 'build'], { stdio: 'ignore' });
	let code: number | null | undefined;
	build.once('close', (ended) => (code = ended));
	const wrong: string[] = [];
	let asked = 0;
	for (let n = 0; code === undefined || n < PAGES.length; n++) {
		asked += await read(server, `${PAGES[n % PAGES.length]}`, wrong);
	}
	await server.stop();
	rmSync(folder, { recursive: true });
	return { built: code === 0, asked, wrong };
}
