import { sql } from 'kysely';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import * as answers from '#lib/answers/answers.server.ts';
import * as publishing from '#lib/publishing/publishing.server.ts';
import * as votes from '#lib/votes/votes.server.ts';
import { emptyDatabase } from '../../../../tests/support/empty.ts';
import { lively } from '../../../../tests/support/lively.ts';
import { putVersion } from '../../../../tests/support/editions/published.ts';
import { OTHER_SECRET } from '../../../../tests/support/machine/secret.ts';
import { makeTestApp, type TestApp } from '../../../../tests/support/machine/testApp.ts';
import { openDatabase, type Connections } from '../db/connections/open.ts';
import { deriveKeys } from '../secret.ts';
import { backUp } from './backup.ts';
import { MANIFEST } from './manifest.ts';
import { backUpDaily, lastBackupAt } from './nightly.ts';
import { restore, tryRestore } from './restore.ts';

const folder = mkdtempSync(join(tmpdir(), 'teilhabe-backup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let backups = 0;

async function backedUp(testApp: TestApp): Promise<string> {
	const place = join(folder, `backup-${++backups}`);
	await backUp(testApp.app, place, testApp.now);
	return place;
}

async function elsewhere(testApp: TestApp) {
	const database = await emptyDatabase();
	const target = { config: { ...testApp.app.config, database: database.config }, keys: testApp.app.keys };
	return { ...database, target: { ...target, migrations: 'migrations' } };
}

/** Every row of every table, as text, in an order that says nothing. */
async function everything({ reader }: Connections): Promise<Record<string, string[]>> {
	const tables = await reader.withoutPlugins().introspection.getTables();
	const rows: [string, string[]][] = [];
	for (const { name } of tables.filter((one) => !/_(data|idx|content|docsize|config)$/.test(one.name))) {
		const found = await sql`select * from ${sql.table(name)}`.execute(reader.withoutPlugins());
		rows.push([name, found.rows.map((row) => JSON.stringify(row)).sort()]);
	}
	return Object.fromEntries(rows);
}

it('a backup put back into an empty place holds every row, and life goes on there', async () => {
	const testApp = await lively();
	const place = await backedUp(testApp);
	const { target, drop } = await elsewhere(testApp);
	await tryRestore(place, target);
	await restore(place, target);
	const there = openDatabase(target.config.database);
	const [before, after] = [await everything(testApp.app), await everything(there)];
	expect(Object.keys(after)).toEqual(Object.keys(before));
	expect(after).toEqual(before);
	expect(Object.values(after).flat().length).toBeGreaterThan(100);
	const ctx = { ...testApp.as(null), db: there.reader };
	const verified = await publishing.verify(ctx);
	expect(verified).toEqual(await publishing.verify(testApp.as(null)));
	expect(verified).toHaveLength(3);
	// What triggers keep is not counted twice, and they work again.
	const counts = await answers.counts(ctx, testApp.consultationId);
	await there.writer.updateTable('proposals').set({ hiddenAt: testApp.now }).where('number', '=', 1).execute();
	expect((await answers.counts(ctx, testApp.consultationId)).total).toBe(counts.total - 1);
	await there.close();
	await drop();
});

it('people vote while it is made, and it holds one moment of that', async () => {
	const testApp = await makeTestApp();
	await putVersion(testApp, { number: 1, titles: ['Mehr Beratung'] });
	const people = await Promise.all(Array.from({ length: 40 }, () => testApp.person('affected')));
	const voting = people.map((person) => votes.castVote(testApp.as(person), 100, 'agree'));
	const place = await backedUp(testApp);
	await Promise.all(voting);
	const { target, drop } = await elsewhere(testApp);
	await restore(place, target);
	const there = openDatabase(target.config.database);
	const counted = await there.reader
		.selectFrom('tallies')
		.select((e) => e.fn.sum<number | string>('agree').as('votes'))
		.executeTakeFirst();
	const ballots = await there.reader.selectFrom('ballots').select('voter').execute();
	expect(Number(counted?.votes ?? 0)).toBe(ballots.length);
	await there.close();
	await drop();
});

it('nothing is put back that is not whole, not from here, or in the way of something', async () => {
	const testApp = await makeTestApp();
	const place = await backedUp(testApp);
	const { target, drop } = await elsewhere(testApp);
	const refused = (told: string | RegExp, keys = target.keys) =>
		expect(restore(place, { ...target, keys })).rejects.toThrow(told);

	await refused('The secret that is here is not the one', deriveKeys(OTHER_SECRET));
	const manifest = readFileSync(join(place, MANIFEST), 'utf8');
	writeFileSync(join(place, MANIFEST), manifest.replace('"0001_people"', '"9999_tomorrow"'));
	await refused('newer version of this program (it knows 9999_tomorrow)');
	writeFileSync(join(place, MANIFEST), manifest.slice(1));
	await refused('is damaged');
	writeFileSync(join(place, MANIFEST), manifest);
	await expect(backUp(testApp.app, place, testApp.now)).rejects.toThrow('is there already');
	await expect(tryRestore(join(folder, 'nowhere'), target)).rejects.toThrow('is no backup');
	await restore(place, target);
	await refused('There is a database at DATABASE_URL already');
	const [file = ''] = [...manifest.matchAll(/"name": "([^"]+)"/g)].map((match) => match[1]);
	appendFileSync(join(place, file), 'x');
	await refused(`The file ${file} of the backup was changed`);
	rmSync(join(place, file));
	await refused(`lacks the file ${file}`);
	await drop();
});

it('once a day a backup is made by itself, and only the newest stay', async () => {
	const testApp = await makeTestApp();
	const daily = join(folder, 'daily');
	const source = { ...testApp.app, config: { ...testApp.app.config, backups: { folder: daily, keep: 2 } } };
	expect(lastBackupAt(daily)).toBeNull();
	const made: (string | null)[] = [];
	for (const now of ['2027-05-10T12:00', '2027-05-10T23:50', '2027-05-11T02:10', '2027-05-12T02:10']) {
		made.push(await backUpDaily(source, `${now}:00.000Z`));
	}
	expect(made.map((path) => path !== null)).toEqual([true, false, true, true]);
	expect(readdirSync(daily).sort()).toEqual(['backup-2027-05-11', 'backup-2027-05-12']);
	expect(lastBackupAt(daily)).not.toBeNull();
	const { target, drop } = await elsewhere(testApp);
	await restore(join(daily, 'backup-2027-05-12'), target);
	await drop();
});
