import Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import pg from 'pg';
import { readNotes, type Heard } from './heard.ts';
import { serve, setting } from './serve.ts';

/** node:http and prepared statements: the same queries as the page with this address, their rows as JSON. */
const pages = readNotes(setting('BENCH_NOTES'));
const url = setting('DATABASE_URL');
const rowsOf = url.startsWith('file:') ? sqlite(url.slice('file:'.length)) : postgres(url);

serve(async (request, response) => {
	const answer = Buffer.from(JSON.stringify(await rowsOf(pages.get(request.url ?? '') ?? [])));
	response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length }).end(answer);
});

type RowsOf = (page: readonly Heard[]) => unknown;

function sqlite(file: string): RowsOf {
	const database = new Database(file, { readonly: true });
	database.pragma('cache_size = -32000');
	const statements = new Map<string, Database.Statement<unknown[]>>();
	const prepared = (sql: string) => {
		const statement = statements.get(sql) ?? database.prepare<unknown[]>(sql);
		statements.set(sql, statement);
		return statement;
	};
	return (page) => page.map(({ sql, values }) => prepared(sql).all(values));
}

function postgres(connectionString: string): RowsOf {
	const pool = new pg.Pool({ connectionString, max: 10 });
	const names = new Map<string, string>();
	const nameOf = (sql: string) => {
		const name = names.get(sql) ?? createHash('sha256').update(sql).digest('base64url').slice(0, 32);
		names.set(sql, name);
		return name;
	};
	return async (page) => {
		const all: unknown[] = [];
		for (const { sql, values } of page) {
			all.push((await pool.query({ name: nameOf(sql), text: sql, values })).rows);
		}
		return all;
	};
}
