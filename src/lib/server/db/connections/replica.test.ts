import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SECRET } from '../../../../../tests/support/machine/secret.ts';
import { startPostgres, startStandby, type Postgres } from '../../../../../tests/support/machine/postgres.ts';
import { readConfig } from '../../config.ts';
import { type Db, type App } from '../../app.ts';
import { openApp } from '../../openApp.ts';
import { advance } from '../../revision.ts';

const folder = mkdtempSync(join(tmpdir(), 'teilhabe-replica-'));
let primary: Postgres;
let standby: Postgres;
let app: App;

beforeAll(async () => {
	chmodSync(folder, 0o755);
	primary = await startPostgres(join(folder, 'primary'), { durable: true });
	standby = await startStandby(join(folder, 'standby'), { folder: join(folder, 'primary'), url: primary.url });
	const config = readConfig({
		...{ DATABASE_URL: primary.url, DATABASE_REPLICA_URL: standby.url, DATABASE_POOL: '2' },
		...{ TEILHABE_SECRET: SECRET, LOG_LEVEL: 'silent' }
	});
	app = openApp(config, pino({ level: 'silent' }));
	await sql`create table told (n integer primary key)`.execute(app.writer);
}, 120_000);

afterAll(async () => {
	await app?.close();
	await standby?.stop();
	await primary?.stop();
	rmSync(folder, { recursive: true, force: true });
});

const isStandby = async (db: Db) => {
	const { rows } = await sql<{ standby: boolean }>`select pg_is_in_recovery() as standby`.execute(db);
	return rows[0]?.standby;
};
const newest = async (db: Db) => {
	const { rows } = await sql<{ n: number }>`select coalesce(max(n), 0)::int as n from told`.execute(db);
	return rows[0]?.n;
};
async function replay(what: 'pause' | 'resume'): Promise<void> {
	const client = new pg.Client(standby.url);
	await client.connect();
	await client.query(`select pg_wal_replay_${what}()`);
	await client.end();
}

let written = 0;
async function publish(): Promise<void> {
	await sql`insert into told values (${++written})`.execute(app.writer);
	advance();
}

it('answers for the public once it has what was published, and never before', { timeout: 60_000 }, async () => {
	for (let n = 0; n < 30; n++) {
		await publish();
		expect(await newest(app.publicReader)).toBe(written);
		await app.replica?.follow();
		expect(await newest(app.publicReader)).toBe(written);
	}
	expect(await isStandby(app.publicReader)).toBe(true);
	expect([await isStandby(app.reader), await isStandby(app.writer)]).toEqual([false, false]);
});

it('answers nothing while it is behind, and again when it has caught up', { timeout: 60_000 }, async () => {
	await replay('pause');
	await publish();
	await app.replica?.follow();
	expect(await isStandby(app.publicReader)).toBe(false);
	expect(await newest(app.publicReader)).toBe(written);
	await replay('resume');
	await app.replica?.follow();
	expect([await isStandby(app.publicReader), await newest(app.publicReader)]).toEqual([true, written]);
});

it('is not missed when it is gone, and comes back', { timeout: 60_000 }, async () => {
	await app.replica?.follow();
	expect(app.replica?.isFresh).toBe(true);
	const restarting = standby.restart('SIGQUIT', 1_500);
	for (let n = 0; n < 20; n++) {
		expect(await newest(app.publicReader)).toBe(written);
		await new Promise((done) => setTimeout(done, 20));
	}
	await app.replica?.follow();
	expect(app.replica?.isFresh).toBe(false);
	await restarting;
	await expect
		.poll(async () => {
			await app.replica?.follow();
			return isStandby(app.publicReader);
		})
		.toBe(true);
});

it('is not read any more when nobody has asked for some seconds how far it is', { timeout: 60_000 }, async () => {
	await app.replica?.follow();
	expect(await isStandby(app.publicReader)).toBe(true);
	await new Promise((done) => setTimeout(done, 3_100));
	expect(await isStandby(app.publicReader)).toBe(false);
});
