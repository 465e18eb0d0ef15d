import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { deskHref } from '#lib/moderation/screening.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import type { Person } from '#lib/people/person.ts';
import { open } from '#lib/server/auth/sessions.server.ts';
import { readConfig } from '#lib/server/config.ts';
import { migrate } from '#lib/server/db/migrations/migrate.ts';
import { openDatabase } from '#lib/server/db/connections/open.ts';
import { newId } from '#lib/server/ids.ts';
import { ensureBuilt } from '../src/commands/process/built.ts';
import { startPostgres, startStandby, type Postgres } from './support/machine/postgres.ts';
import { serve, type Served } from './support/machine/served.ts';
import { SECRET } from './support/machine/secret.ts';
import { makeTestApp, type TestApp } from './support/machine/testApp.ts';

const folder = mkdtempSync(join(tmpdir(), 'teilhabe-processes-'));
let postgres: Postgres;
let standby: Postgres;
let testApp: TestApp;
let [author, moderator]: Person[] = [];
let [here, there]: Served[] = [];

/** Looking every second would take half of that; announcing takes milliseconds, on a busy machine some more. */
const AT_ONCE = 350;
const TRIES = 11;

beforeAll(async () => {
	ensureBuilt();
	chmodSync(folder, 0o755);
	postgres = await startPostgres(join(folder, 'primary'), { durable: true });
	const config = readConfig({
		...{ DATABASE_URL: postgres.url, DATABASE_POOL: '4', TEILHABE_KEYS: join(folder, 'keys'), LOG_LEVEL: 'silent' },
		TEILHABE_SECRET: SECRET
	});
	const database = openDatabase(config.database);
	await migrate(database, 'migrations').finally(() => database.close());
	testApp = await makeTestApp({ config, drop: async () => undefined });
	author = await testApp.person();
	moderator = await testApp.person('none', { roles: ['moderator'] });
	standby = await startStandby(join(folder, 'standby'), { folder: join(folder, 'primary'), url: postgres.url });
	const keys = { TEILHABE_KEYS: join(folder, 'keys') };
	here = await serve(config, keys);
	// The public pages of this one come from a replica whenever that is new enough.
	there = await serve(config, { ...keys, DATABASE_REPLICA_URL: standby.url });
}, 300_000);

afterAll(async () => {
	await Promise.all([here?.stop(), there?.stop()]);
	await testApp?.close();
	await standby?.stop();
	await postgres?.stop();
	rmSync(folder, { recursive: true, force: true });
});

let sent = 0;

/** Sends a contribution and publishes it through the form of the one process. Returns its title. */
async function publishHere(): Promise<string> {
	if (!author || !moderator) throw new Error('nobody is there');
	const title = `Beitrag ${++sent} hier`;
	const form = {
		id: newId(),
		kind: 'proposal',
		field: 'wohnen',
		title,
		body: 'Mehr Wohnungen bitte.',
		evidence: ''
	} as const;
	await proposals.submit(testApp.as(author), testApp.consultationId, form);
	const { value } = await open(testApp.app, moderator.id);
	const decision = new URLSearchParams({
		...{ id: newId(), kind: 'proposal', subjectId: form.id },
		...{ seen: 'waiting', deed: 'publish' }
	});
	const answer = await here?.ask(`${deskHref('proposal', form.id)}?/decide`, {
		method: 'POST',
		headers: { cookie: `sitzung=${value}`, 'content-type': 'application/x-www-form-urlencoded' },
		body: decision.toString()
	});
	expect(answer?.status).toBe(303);
	return title;
}

/** Milliseconds until the other process shows it, whose list everybody has read just before. */
async function untilSeenThere(): Promise<number> {
	expect((await there?.ask('/beitraege'))?.status).toBe(200);
	const title = await publishHere();
	const began = performance.now();
	while (!(await there?.ask('/beitraege'))?.body.toString().includes(title)) {
		if (performance.now() - began > 15_000) throw new Error('it never came');
		await new Promise((done) => setTimeout(done, 5));
	}
	return performance.now() - began;
}

async function median(tries: number): Promise<number> {
	const times: number[] = [];
	for (let n = 0; n < tries; n++) times.push(await untilSeenThere());
	return times.sort((a, b) => a - b)[Math.floor(tries / 2)] ?? Infinity;
}

describe('what one process publishes', { timeout: 120_000 }, () => {
	it('is seen in the other at once', async () => {
		const time = await median(TRIES);
		console.log(`seen in the other process after ${Math.round(time)} ms`);
		expect(time).toBeLessThan(AT_ONCE);
	});

	it('also after the database was away and everybody has come back', async () => {
		await postgres.restart('SIGINT', 500);
		await expect.poll(async () => (await there?.ask('/readyz'))?.status, { timeout: 20_000 }).toBe(200);
		await untilSeenThere();
		await expect.poll(untilSeenThere, { timeout: 30_000 }).toBeLessThan(AT_ONCE);
		expect(await median(TRIES)).toBeLessThan(AT_ONCE);
	});

	it('and when the replica is gone, from which the other one reads', async () => {
		await standby.stop();
		expect(await median(5)).toBeLessThan(2 * AT_ONCE);
	});

	it('and within seconds where nothing is announced', async () => {
		await sql`alter table journal disable trigger journal_announced`.execute(testApp.app.writer);
		const times = [await untilSeenThere(), await untilSeenThere(), await untilSeenThere()];
		await sql`alter table journal enable trigger journal_announced`.execute(testApp.app.writer);
		expect(Math.max(...times)).toBeLessThan(5_000);
	});
});
