import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '#lib/server/config.ts';
import { ensureBuilt } from '../../src/commands/process/built.ts';
import { RELEASED } from '../support/upgrade/filled.ts';
import { SECRET } from '../support/machine/secret.ts';
import { startPostgres, type Postgres } from '../support/machine/postgres.ts';
import { prepareBallot } from './ballot.ts';
import { backUpAndRestore } from './backup.ts';
import { buildBeside } from './build.ts';
import { jumpClock, JUMPS } from './clock.ts';
import { killServers } from './crashes.ts';
import { fillDisk } from './disk.ts';
import { backUpAndImport } from './file.ts';
import { killImports } from './imports.ts';
import { killMigrations } from './kills.ts';
import { withoutLog } from './log.ts';
import { restartPostgres } from './restarts.ts';
import { counted } from './voters.ts';

/**
 * `npm run faults`: breaks the program on purpose, on both databases, and prints what came of it. Takes minutes;
 * `npm run faults -- --quick` takes a tenth of the kills. Exit code 1 when a figure is not what it must be.
 */
const quick = process.argv.includes('--quick');
const rows: { fault: string; figure: string; holds: boolean }[] = [];

function row(fault: string, figure: string, holds: boolean): void {
	rows.push({ fault, figure, holds });
	console.log(`${holds ? 'holds ' : 'BROKEN'} | ${fault} | ${figure}`);
}

async function migrations(postgres: Postgres | null): Promise<void> {
	const where = postgres ? 'PostgreSQL' : 'SQLite';
	for (const level of [null, ...RELEASED]) {
		const { tried, inTheMiddle, dead } = await killMigrations(quick ? 10 : 100, level, postgres);
		const what = level ? `upgrade of a filled ${level}` : 'set-up of an empty database';
		row(
			`kill -9 in the ${what}, ${where}`,
			`${dead} of ${tried} dead (${inTheMiddle} cut off while running)`,
			dead === 0
		);
	}
}

async function restarts(postgres: Postgres): Promise<void> {
	const { restarts, exits, acknowledged, lost, statuses, away, recovery } = await restartPostgres(
		postgres,
		quick ? 2 : 10
	);
	const figure = `${exits} exits, ${lost} of ${acknowledged} acknowledged votes lost (${counted(statuses)})`;
	row(`PostgreSQL restarted ${restarts} times under two processes`, figure, exits === 0 && lost === 0);
	const told = away.page === 503 && away.retryAfter !== undefined && away.health === 200 && away.ready === 503;
	row(
		'asked meanwhile',
		`page ${away.page}, retry after ${away.retryAfter} s, health ${away.health}, ready ${away.ready}`,
		told
	);
	row('first vote after it was back', `${Math.round(recovery)} ms at most`, recovery < 15_000);
}

async function files(): Promise<void> {
	const tried = await backUpAndImport(quick ? 2 : 6);
	row(
		'lock held on the SQLite file',
		`${tried.moments - tried.unlocked.length} of ${tried.moments} moments`,
		tried.unlocked.length === 0
	);
	const figure = `${tried.backups} backups, ${tried.imported} imports, ${tried.lost} of ${tried.acknowledged} votes lost, ${String(tried.integrity)}`;
	row(
		'backup, import and votes at once',
		figure,
		tried.lost === 0 && tried.integrity === 'ok' && tried.imported !== null
	);
}

async function logs(folder: string): Promise<void> {
	const config = readConfig({ DATABASE_URL: `file:${join(folder, 'log.sqlite')}`, TEILHABE_SECRET: SECRET });
	await prepareBallot(config, { people: 1, points: 1 });
	for (const kind of ['unread', 'full'] as const) {
		const { healthy, asked, stopped } = await withoutLog(config, kind, quick ? 100 : 600);
		const figure = `${healthy} of ${asked} health checks answered, SIGTERM ${stopped ? 'works' : 'IGNORED'}`;
		row(kind === 'full' ? 'log on a full disk' : 'log that nobody reads', figure, stopped && healthy === asked);
	}
}

async function crashes(server?: string): Promise<void> {
	const { crashes, dead, acknowledged, lost } = await killServers(quick ? 3 : 20, server);
	const figure = `${dead} not started again, ${lost} of ${acknowledged} acknowledged votes lost`;
	row(`server killed ${crashes} times under votes, ${nameOf(server)}`, figure, dead === 0 && lost === 0);
}

async function imports(server?: string): Promise<void> {
	const { kills, at, seen, left, whole } = await killImports(quick ? 1 : 5, quick ? 10_000 : 50_000, server);
	const figure = `${seen} seen, ${left} left behind of those cut off at ${at.join(', ')} rows; the last one ${whole ? 'went on' : 'is NOT WHOLE'}`;
	row(`worker killed ${kills} times in an import, ${nameOf(server)}`, figure, seen === 0 && left === 0 && whole);
}

async function backups(server?: string): Promise<void> {
	const { missing, acknowledged, verified, cards, goesOn, dry, refusedTwice } = await backUpAndRestore(server);
	const figure = `${missing} of ${acknowledged} votes missing, ${cards.opened} of ${cards.tried} cards open, verify ${verified ? 'as before' : 'OTHER'}, votes ${goesOn ? 'go on' : 'STOP'}`;
	const holds = missing === 0 && verified && cards.opened === cards.tried && goesOn && dry && refusedTwice;
	row(`backup while 64 vote, put back elsewhere, ${nameOf(server)}`, figure, holds);
}

async function disks(): Promise<void> {
	for (const kind of ['sqlite', 'postgres'] as const) {
		const what = `full disk of the database, ${kind === 'sqlite' ? 'SQLite' : 'PostgreSQL'}`;
		const full = await fillDisk(kind);
		if (full === null) {
			console.log(`not here | ${what} | only root on Linux can mount a small disk`);
			continue;
		}
		const { lost, acknowledged, health, ready, recovery, refused } = full;
		const figure = `${lost} of ${acknowledged} votes lost (${counted(refused)}), health ${health}, ready ${ready.status}, next vote after ${Math.round(recovery)} ms, ${String(full.integrity ?? 'log names it')}`;
		const whole = full.integrity === null || full.integrity === 'ok';
		const told = health === 200 && ready.status === 503 && full.logged;
		row(what, figure, lost === 0 && !full.exited && whole && told && recovery < 15_000);
	}
}

async function clocks(server?: string): Promise<void> {
	const jumped = await jumpClock(quick ? JUMPS.slice(0, 1) : JUMPS, server);
	const { jumps, destroyed, exits, lost, acknowledged, recovery, logged } = jumped;
	const figure = `${destroyed.length === 0 ? 'nothing' : destroyed.join(', ')} destroyed, ${lost} of ${acknowledged} votes lost, signed in again and voted after ${Math.round(recovery)} ms`;
	const holds = destroyed.length === 0 && lost === 0 && exits === 0 && logged && recovery < 15_000;
	row(`clock set ${jumps} times by up to ten years, ${nameOf(server)}`, figure, holds);
}

async function builds(): Promise<void> {
	const { built, asked, wrong } = await buildBeside();
	const figure = `${wrong.length} of ${asked} answers wrong ${wrong.slice(0, 3).join(', ')}`;
	row('built anew beside the running server', figure, built && wrong.length === 0);
}

const nameOf = (server?: string) => (server === undefined ? 'SQLite' : 'PostgreSQL');

ensureBuilt();
const folder = mkdtempSync(join(tmpdir(), 'teilhabe-faults-'));
chmodSync(folder, 0o755);
const postgres = await startPostgres(join(folder, 'postgres'), { durable: true });
try {
	await files();
	await logs(folder);
	await restarts(postgres);
	for (const server of [undefined, postgres.url]) {
		await crashes(server);
		await imports(server);
		await backups(server);
		await clocks(server);
	}
	await disks();
	await builds();
	await migrations(null);
	await migrations(postgres);
} finally {
	await postgres.stop();
	rmSync(folder, { recursive: true, force: true });
}
console.log(`\n${rows.filter(({ holds }) => holds).length} of ${rows.length} hold.`);
process.exitCode = rows.every(({ holds }) => holds) ? 0 : 1;
