import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { z } from 'zod';
import { BackupFailed, describeFile, type Manifest } from './manifest.ts';

const BOOKS = ['kysely_migration', 'kysely_migration_lock'];
const fileOf = (table: string) => `${table}.copy.gz`;
const quoted = (name: string) => pg.escapeIdentifier(name);

const Names = z.array(z.object({ name: z.string() }));
const References = z.array(z.object({ child: z.string(), parent: z.string() }));
const Sequences = z.array(z.object({ name: z.string(), value: z.coerce.number().nullable() }));

/** Every table of ours, as a file of PostgreSQL's own COPY format, all of one moment. */
export async function copyOut(
	url: string,
	folder: string
): Promise<Pick<Manifest, 'migrations' | 'files' | 'rows' | 'sequences'>> {
	return connected(url, async (client) => {
		await client.query('begin isolation level repeatable read read only');
		const names = await tables(client);
		const migrations = Names.parse((await client.query('select name from kysely_migration order by name')).rows);
		const [files, rows]: [Manifest['files'], Manifest['rows']] = [[], {}];
		for (const name of names) {
			const copy = client.query(copyTo(`copy ${quoted(name)} to stdout`));
			await pipeline(copy, createGzip({ level: 4 }), createWriteStream(join(folder, fileOf(name)), { mode: 0o600 }));
			rows[name] = copy.rowCount;
			files.push(await describeFile(folder, fileOf(name)));
		}
		const sequences = Object.fromEntries((await sequencesOf(client)).map(({ name, value }) => [name, value ?? 0]));
		await client.query('commit');
		return { migrations: migrations.map(({ name }) => name), files, rows, sequences };
	});
}

/**
 * Fills a database that has the backup's schema and nothing else, in one transaction. Triggers rest meanwhile: what they
 * keep is in the backup. Throws `BackupFailed` when a table is missing or did not get all its rows.
 */
export async function copyIn(url: string, folder: string, { rows, sequences }: Manifest): Promise<void> {
	await connected(url, async (client) => {
		await client.query('begin');
		const names = await inOrder(client);
		const lacking = Object.keys(rows).find((name) => !names.includes(name));
		if (lacking !== undefined) throw new BackupFailed(`This version of the program has no table ${lacking}.`);
		// Migrations may have put rows into them.
		await client.query(`truncate ${names.map(quoted).join(', ')}`);
		for (const name of names) await client.query(`alter table ${quoted(name)} disable trigger user`);
		for (const name of names.filter((one) => rows[one] !== undefined)) {
			const copy = client.query(copyFrom(`copy ${quoted(name)} from stdin`));
			await pipeline(createReadStream(join(folder, fileOf(name))), createGunzip(), copy);
			if (copy.rowCount !== rows[name]) throw new BackupFailed(`The table ${name} did not get all its rows.`);
		}
		for (const name of names) await client.query(`alter table ${quoted(name)} enable trigger user`);
		for (const [name, value] of Object.entries(sequences)) {
			if (value > 0) await client.query('select setval($1, $2)', [name, value]);
		}
		await client.query('commit');
	});
}

/** Whether anybody has put anything into it. */
export async function isEmpty(url: string): Promise<boolean> {
	return connected(url, async (client) => (await tables(client, true)).length === 0);
}

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
	const client = new pg.Client(url);
	client.on('error', () => undefined);
	await client.connect();
	try {
		return await work(client);
	} finally {
		await client.end();
	}
}

/** Without tables outside the write-ahead log: what stands there is forgotten within minutes. */
async function tables(client: pg.Client, withBooks = false): Promise<string[]> {
	const { rows } = await client.query(`select c.relname as name from pg_class c
		where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relpersistence = 'p' order by 1`);
	const names = Names.parse(rows).map(({ name }) => name);
	return withBooks ? names : names.filter((name) => !BOOKS.includes(name));
}

/** Tables that others refer to first. A table may refer to itself: that is looked at when all its rows are there. */
async function inOrder(client: pg.Client): Promise<string[]> {
	const waiting = new Set(await tables(client));
	const { rows } = await client.query(`select k.conrelid::regclass::text as child, k.confrelid::regclass::text as parent
		from pg_constraint k where k.contype = 'f' and k.connamespace = current_schema()::regnamespace`);
	const references = References.parse(rows).filter(({ child, parent }) => child !== parent);
	const order: string[] = [];
	while (waiting.size > 0) {
		const next = [...waiting].filter(
			(name) => !references.some((one) => one.child === name && waiting.has(one.parent))
		);
		if (next.length === 0)
			throw new BackupFailed(`Tables refer to each other in a circle: ${[...waiting].join(', ')}.`);
		for (const name of next) waiting.delete(name);
		order.push(...next);
	}
	return order;
}

async function sequencesOf(client: pg.Client) {
	const { rows } = await client.query(
		'select sequencename as name, last_value as value from pg_sequences where schemaname = current_schema()'
	);
	return Sequences.parse(rows);
}
