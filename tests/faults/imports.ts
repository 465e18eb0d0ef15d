import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { Choices } from '#lib/importJobs/importJob.ts';
import * as importJobs from '#lib/importJobs/importJobs.server.ts';
import * as staff from '#lib/people/staff/staff.server.ts';
import { readConfig } from '#lib/server/config.ts';
import { makeCtx } from '#lib/server/ctx.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import type { App } from '#lib/server/app.ts';
import { HOUR, earlier } from '#lib/time.ts';
import { emptyDatabase } from '../support/empty.ts';
import { SECRET } from '../support/machine/secret.ts';
import { serve, type Served } from '../support/machine/served.ts';
import { openBallotHouse, prepareBallot, signIn } from './ballot.ts';

export interface ImportsKilled {
	kills: number;
	/** How far each was when it was killed: rows taken in of all there are. */
	at: number[];
	/** Imported contributions that the list showed while one was under way, or after it was cut off. */
	seen: number;
	/** Rows that were left behind of one that was cut off. */
	left: number;
	/** How full the bar was on the page of each, in the moment before: rows of how many. */
	bars: string[];
	/** Of the last one, which nobody killed before it had begun to be found: whether all rows are there in the end. */
	whole: boolean;
}

const PATIENCE = 300_000;

const table = (rows: number, round: number) =>
	[
		'id;titel;text',
		...Array.from({ length: rows }, (_, at) => `${round}-${at};Bank ${round}-${at};Am Weg ${at} fehlt eine Bank.`)
	].join('\n');

/** Until it is so; `look` answers with null as long as it is not. */
async function until<T>(look: () => Promise<T | null>): Promise<T> {
	for (const end = Date.now() + PATIENCE; Date.now() < end; await sleep(20)) {
		const found = await look();
		if (found !== null) return found;
	}
	throw new Error('it did not come to this');
}

const count = async ({ reader }: App, what: 'proposals' | 'importRows') => {
	const row = await reader
		.selectFrom(what)
		.select(({ fn }) => fn.countAll<number>().as('count'))
		.executeTakeFirst();
	return Number(row?.count ?? 0);
};

/** Nobody waits for minutes: the worker that was killed has said nothing for longer than any may. */
const letTimePass = (app: App, id: string) =>
	transaction(makeCtx(app, 'test'), async ({ db, now }) => {
		await db
			.updateTable('importJobs')
			.set({ beatAt: earlier(now, HOUR) })
			.where('id', '=', id)
			.execute();
	});

/**
 * The real worker in its process is killed with SIGKILL in the middle of an import of so many rows, `times` times, and
 * started again; a last one is killed while the search learns what is in already.
 */
export async function killImports(times: number, rows: number, server?: string): Promise<ImportsKilled> {
	const database = await emptyDatabase(server ?? '');
	const keys = mkdtempSync(join(tmpdir(), 'teilhabe-faults-'));
	const config = readConfig({ ...{ DATABASE_URL: database.url, TEILHABE_KEYS: keys }, TEILHABE_SECRET: SECRET });
	await prepareBallot(config, { people: 1, points: 1 });
	const app = openBallotHouse(config);
	const start = () => serve(config, { LOG_LEVEL: 'info', TEILHABE_KEYS: keys });
	const running = { served: await start() };
	const killed: ImportsKilled = { kills: 0, at: [], bars: [], seen: 0, left: 0, whole: false };
	const before = await count(app, 'proposals');
	const admin = await cookieOfAdmin(app);
	try {
		for (let round = 0; round < times; round++) {
			const id = await begin(app, table(rows, round));
			killed.at.push(await until(() => inTheMiddle(app, id, Math.random() * 0.5 * rows)));
			killed.bars.push(await bar(running.served, id, admin));
			killed.seen += await shown(running.served);
			await restart(running, start, () => letTimePass(app, id));
			killed.kills++;
			killed.seen += await shown(running.served);
			await until(async () => ((await statusOf(app, id)) === 'failed' ? true : null));
			await until(async () => ((await count(app, 'importRows')) === 0 ? true : null)).catch(() => null);
			killed.left += (await count(app, 'importRows')) + (await count(app, 'proposals')) - before;
		}
		const last = await begin(app, table(rows, times));
		await until(async () => ((await statusOf(app, last)) === 'indexing' ? true : null));
		await restart(running, start, () => letTimePass(app, last));
		killed.kills++;
		await until(async () => ((await statusOf(app, last)) === 'done' ? true : null));
		killed.whole = (await count(app, 'proposals')) - before === rows && (await shown(running.served)) > 0;
	} finally {
		await running.served.stop();
		await app.close();
		await database.drop();
		rmSync(keys, { recursive: true });
	}
	return killed;
}

async function cookieOfAdmin(app: App): Promise<string> {
	const form = { email: 'a@amt.example', name: 'Ada Min', password: 'ein langes Passwort', roles: ['admin'] } as const;
	const [admin] = await signIn(app, [await staff.put(makeCtx(app, 'command'), form)]);
	return admin?.cookie ?? '';
}

/** What the page of the import shows while it is under way. */
async function bar(served: Served, id: string, cookie: string): Promise<string> {
	const { body } = await served.ask(`/werkstatt/importe/${id}`, { headers: { cookie } });
	const [, value = 'none', max = 'none'] = /<progress[^>]* value="(\d+)" max="(\d+)"/.exec(body.toString()) ?? [];
	return `${value} of ${max}`;
}

async function begin(app: App, text: string): Promise<string> {
	const ctx = makeCtx(app, 'command');
	const { id: consultationId } = await consultations.current(ctx);
	return importJobs.enqueue(
		ctx,
		{ consultationId, choices: Choices.parse({}) },
		{ name: 'ideen.csv', bytes: Buffer.from(text) }
	);
}

const statusOf = async (app: App, id: string) => (await importJobs.progress(makeCtx(app, 'command'), id)).status;

/** How far it is, once it is further than this and not at its end. */
async function inTheMiddle(app: App, id: string, further: number): Promise<number | null> {
	const { status, through, total } = await importJobs.progress(makeCtx(app, 'command'), id);
	return status === 'running' && total > 0 && through > further && through < total ? through : null;
}

async function restart(
	running: { served: Served },
	start: () => Promise<Served>,
	dead: () => Promise<void>
): Promise<void> {
	await running.served.stop('SIGKILL');
	await dead();
	running.served = await start();
}

/** How many of the imported ones a page shows. */
async function shown(served: Served): Promise<number> {
	const { body } = await served.ask('/beitraege');
	return (body.toString().match(/Bank \d+-\d+/g) ?? []).length;
}
