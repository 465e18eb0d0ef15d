import { sql } from 'kysely';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { pino } from 'pino';
import type { App } from '#lib/server/app.ts';
import { readConfig } from '#lib/server/config.ts';
import { executedMigrations, migrate } from '#lib/server/db/migrations/migrate.ts';
import { expectOwnSecret } from '#lib/server/db/migrations/installation.ts';
import { openApp } from '#lib/server/openApp.ts';
import { fill } from '../../../src/profiles/nrw-armut/demo/fill.ts';
import { FILLED_SECRET } from './filled.ts';
import { FROZEN, frozenList } from './frozen.ts';

/**
 * `node tests/support/upgrade/makeSnapshot.ts LEVEL`: what a version leaves behind that is released now, as
 * tests/data/filled-LEVEL.json.br, and the digests of its migrations, which stay as they are. LEVEL is the beginning of the name
 * of the last one. Then it goes into `RELEASED`.
 */

/** What FTS5 keeps beside an index belongs to the index. */
const OF_AN_INDEX = /^(proposal|comment|staff)_texts_\w+$/;
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
	proposal_texts: ['rowid', 'proposal_id', 'title', 'folded'],
	comment_texts: ['rowid', 'comment_id', 'title', 'folded'],
	staff_texts: ['rowid', 'kind', 'title', 'folded']
};

/** Where the demonstration leaves a table empty, one row is made up; words of closed lists and JSON are as they are there. */
const WORDS: Readonly<Record<string, string>> = {
	'leads.kind': 'made',
	'leads.meant': '[]',
	'leads.carried': '[]',
	'prints.format': 'pdf',
	'report_drafts.figures': '{}',
	'restored_hands.shown': '{}'
};

interface Column {
	name: string;
	type: string;
	parent: string | null;
	key: string | null;
}

async function columnsOf({ writer }: App, table: string): Promise<Column[]> {
	const named = COLUMNS[table];
	if (named)
		return named.map((name) => ({ name, type: name === 'rowid' ? 'integer' : 'text', parent: null, key: null }));
	const { rows } = await sql<Column>`select c.name, lower(c.type) as type, f."table" as parent, f."to" as "key"
		from pragma_table_info(${table}) c left join pragma_foreign_key_list(${table}) f on f."from" = c.name
		order by c.cid`.execute(writer.withoutPlugins());
	return rows;
}

async function madeUp(app: App, table: string, columns: readonly Column[]) {
	const row: Record<string, string | number | null> = {};
	for (const { name, type, parent, key } of columns) {
		if (parent && key) {
			const one = sql<{ id: string }>`select ${sql.ref(key)} as id from ${sql.table(parent)} limit 1`;
			row[name] = (await one.execute(app.writer.withoutPlugins())).rows[0]?.id ?? null;
		} else if (type === 'text') row[name] = WORDS[`${table}.${name}`] ?? (name.endsWith('_at') ? NOON : `a ${name}`);
		else row[name] = 1;
	}
	return row;
}

const NOON = '2027-05-10T12:00:00.000Z';

async function rowsOf(app: App): Promise<Record<string, unknown[]>> {
	const { rows: names } = await sql<{ name: string }>`select name from sqlite_master where type = 'table'
		and name not like 'sqlite_%' and name not like 'kysely_%' order by name`.execute(app.writer.withoutPlugins());
	const tables: Record<string, unknown[]> = {};
	for (const { name } of names.filter((one) => !OF_AN_INDEX.test(one.name))) {
		const columns = await columnsOf(app, name);
		const wanted = sql.join(columns.map((column) => sql.ref(column.name)));
		const { rows } = await sql`select ${wanted} from ${sql.table(name)}`.execute(app.writer.withoutPlugins());
		tables[name] = rows.length > 0 ? rows : [await madeUp(app, name, columns)];
	}
	return tables;
}

const folder = mkdtempSync(join(tmpdir(), 'teilhabe-snapshot-'));
const environment = {
	...{ DATABASE_URL: `file:${join(folder, 'filled.sqlite')}`, TEILHABE_SECRET: FILLED_SECRET },
	...{ TEILHABE_KEYS: join(folder, 'keys'), TEILHABE_DEMO: '1' }
};
const app = openApp(readConfig(environment), pino({ level: 'silent' }));
try {
	await migrate(app, 'migrations');
	await expectOwnSecret(app);
	await fill(app, join(folder, 'access.json'));
	const level = (await executedMigrations(app.writer)).at(-1) ?? '';
	const [, , asked = ''] = process.argv;
	if (asked === '' || !level.startsWith(asked)) throw new Error(`name the state by the beginning of ${level}`);
	const file = join('tests', 'data', `filled-${asked}.json.br`);
	writeFileSync(file, brotliCompressSync(JSON.stringify({ level, tables: await rowsOf(app) })));
	writeFileSync(FROZEN, frozenList('migrations', level));
	console.log(`${file}, ${FROZEN}: ${level}`);
} finally {
	await app.close();
	rmSync(folder, { recursive: true, force: true });
}
