import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startPostgres, startStandby, type Postgres } from '../../../../tests/support/postgres.ts';
import { readConfig } from '../config.ts';
import { openHouse, type Db, type House } from '../house.ts';
import { advance } from '../revision.ts';

const folder = mkdtempSync(join(tmpdir(), 'teilhabe-replica-'));
let primary: Postgres;
let standby: Postgres;
let house: House;

beforeAll(async () => {
	chmodSync(folder, 0o755);
	primary = await startPostgres(join(folder, 'primary'), { durable: true });
	standby = await startStandby(join(folder, 'standby'), { folder: join(folder, 'primary'), url: primary.url });
	const config = readConfig({
		...{ DATABASE_URL: primary.url, DATABASE_REPLICA_URL: standby.url, DATABASE_POOL: '2' },
		...{ TEILHABE_SECRET: 'a secret that only the tests know, 32+', LOG_LEVEL: 'silent' }
	});
	house = openHouse(config, pino({ level: 'silent' }));
	await sql`create table told (n integer primary key)`.execute(house.writer);
}, 120_000);

afterAll(async () => {
	await house?.close();
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
	await sql`insert into told values (${++written})`.execute(house.writer);
	advance();
}

it('answers for the public once it has what was published, and never before', { timeout: 60_000 }, async () => {
	for (let n = 0; n < 30; n++) {
		await publish();
		expect(await newest(house.publicReader)).toBe(written);
		await house.replica?.follow();
		expect(await newest(house.publicReader)).toBe(written);
	}
	expect(await isStandby(house.publicReader)).toBe(true);
	expect([await isStandby(house.reader), await isStandby(house.writer)]).toEqual([false, false]);
});

it('answers nothing while it is behind, and again when it has caught up', { timeout: 60_000 }, async () => {
	await replay('pause');
	await publish();
	await house.replica?.follow();
	expect(await isStandby(house.publicReader)).toBe(false);
	expect(await newest(house.publicReader)).toBe(written);
	await replay('resume');
	await house.replica?.follow();
	expect([await isStandby(house.publicReader), await newest(house.publicReader)]).toEqual([true, written]);
});

it('is not missed when it is gone, and comes back', { timeout: 60_000 }, async () => {
	await house.replica?.follow();
	expect(house.replica?.isFresh).toBe(true);
	const restarting = standby.restart('SIGQUIT', 1_500);
	for (let n = 0; n < 20; n++) {
		expect(await newest(house.publicReader)).toBe(written);
		await new Promise((done) => setTimeout(done, 20));
	}
	await house.replica?.follow();
	expect(house.replica?.isFresh).toBe(false);
	await restarting;
	await expect
		.poll(async () => {
			await house.replica?.follow();
			return isStandby(house.publicReader);
		})
		.toBe(true);
});

it('is not read any more when nobody has asked for some seconds how far it is', { timeout: 60_000 }, async () => {
	await house.replica?.follow();
	expect(await isStandby(house.publicReader)).toBe(true);
	await new Promise((done) => setTimeout(done, 3_100));
	expect(await isStandby(house.publicReader)).toBe(false);
});
