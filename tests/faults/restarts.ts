import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '#lib/server/config.ts';
import { emptyDatabase } from '../support/empty.ts';
import type { Postgres } from '../support/machine/postgres.ts';
import { SECRET } from '../support/machine/secret.ts';
import { serve, type Served } from '../support/machine/served.ts';
import { countLost, prepareBallot } from './ballot.ts';
import { startVoters } from './voters.ts';

export interface Restarted {
	restarts: number;
	/** Processes that ended by themselves. */
	exits: number;
	acknowledged: number;
	lost: number;
	statuses: Map<number, number>;
	/** What pages, health and readiness answered while the database was away. */
	away: { page: number; retryAfter: string | undefined; health: number; ready: number; api: string | undefined };
	/** Milliseconds from "PostgreSQL is ready" to the next acknowledged vote, the longest. */
	recovery: number;
	said: string;
}

/** Two processes, people voting on both, and PostgreSQL restarted again and again; every other time as in a crash. */
export async function restartPostgres(postgres: Postgres, restarts: number): Promise<Restarted> {
	const database = await emptyDatabase(postgres.url);
	const keys = mkdtempSync(join(tmpdir(), 'teilhabe-faults-'));
	const config = readConfig({
		...{ DATABASE_URL: database.url, TEILHABE_KEYS: keys, LOG_LEVEL: 'silent' },
		TEILHABE_SECRET: SECRET
	});
	const ballot = await prepareBallot(config, { people: 60, points: 60 });
	const servers: Served[] = [];
	for (let n = 0; n < 2; n++) servers.push(await serve(config, { LOG_LEVEL: 'info', TEILHABE_KEYS: keys }));
	const voters = startVoters(() => servers, ballot, 24);
	await voters.more(20);
	let recovery = 0;
	let away: Restarted['away'] | undefined;
	for (let n = 0; n < restarts; n++) {
		const looking = new Promise((done) => setTimeout(done, 700)).then(() => look(servers[0]));
		await postgres.restart(n % 2 === 0 ? 'SIGINT' : 'SIGQUIT', 1_500);
		away ??= await looking;
		const ready = performance.now();
		await voters.more(1);
		recovery = Math.max(recovery, performance.now() - ready);
		await voters.more(30);
	}
	await voters.stop();
	const exits = servers.filter((server) => server.exited() !== null).length;
	for (const server of servers) await server.stop();
	const lost = await countLost(config, voters.acknowledged);
	await database.drop();
	rmSync(keys, { recursive: true });
	if (!away) throw new Error('nobody looked while the database was away');
	const said = servers.map((server) => server.said()).join('\n');
	const { acknowledged, statuses } = voters;
	return { restarts, exits, acknowledged: acknowledged.length, lost, statuses, away, recovery, said };
}

async function look(server: Served | undefined): Promise<Restarted['away'] | undefined> {
	if (!server) return undefined;
	const page = await server.ask('/beitraege?q=nie+gefragt');
	const health = await server.ask('/healthz');
	const ready = await server.ask('/readyz');
	const api = await server.ask('/api/v1/points', { headers: { accept: 'application/json' } });
	return {
		page: page.status,
		retryAfter: page.headers['retry-after'],
		health: health.status,
		ready: ready.status,
		api: api.headers['content-type']
	};
}
