import Database from 'better-sqlite3';
import pg from 'pg';

type Value = string | number | null;

/** Where generated rows go: straight into the driver, because ten million rows through an ORM are ten million too many. */
export interface Sink {
	fill(table: string, columns: readonly string[], rows: Iterable<readonly Value[]>): Promise<void>;
	/** Bytes that these tables and their indexes take. */
	bytes(tables: readonly string[]): Promise<number>;
	close(): Promise<void>;
}

const named = (columns: readonly string[]) => columns.map((column) => `"${column}"`).join(', ');

export function sqliteSink(file: string): Sink {
	const database = new Database(file);
	// Either the file is finished or it is thrown away.
	database.pragma('journal_mode = OFF');
	database.pragma('synchronous = OFF');
	database.pragma('foreign_keys = OFF');
	database.pragma('cache_size = -800000');
	return {
		async fill(table, columns, rows) {
			const places = columns.map(() => '?').join(', ');
			const insert = database.prepare(`insert into ${table} (${named(columns)}) values (${places})`);
			database.exec('begin');
			for (const row of rows) insert.run(row);
			database.exec('commit');
		},
		async bytes(tables) {
			const places = tables.map(() => '?').join(', ');
			const sum = database.prepare<Value[], { bytes: number }>(
				`select coalesce(sum(s.pgsize), 0) as bytes from dbstat s join sqlite_schema m on m.name = s.name
				where m.tbl_name in (${places}) and s.aggregate = true`
			);
			return sum.get(...tables)?.bytes ?? 0;
		},
		async close() {
			database.close();
		}
	};
}

const TOGETHER = 10_000;

export async function postgresSink(url: string): Promise<Sink> {
	const client = new pg.Client(url);
	await client.connect();
	await client.query('set synchronous_commit = off');
	// Whole columns as arrays: the statement is short however many rows it brings.
	const put = async (table: string, columns: readonly string[], rows: readonly (readonly Value[])[]) => {
		const arrays = columns.map((_, c) => rows.map((row) => row[c] ?? null));
		const typed = arrays.map((array, c) => `$${c + 1}::${typeof array[0] === 'number' ? 'int' : 'text'}[]`);
		await client.query(`insert into ${table} (${named(columns)}) select * from unnest(${typed.join(', ')})`, arrays);
	};
	return {
		async fill(table, columns, rows) {
			let batch: (readonly Value[])[] = [];
			await client.query('begin');
			for (const row of rows) {
				batch.push(row);
				if (batch.length < TOGETHER) continue;
				await put(table, columns, batch);
				batch = [];
			}
			if (batch.length > 0) await put(table, columns, batch);
			await client.query('commit');
		},
		async bytes(tables) {
			const { rows } = await client.query<{ bytes: string }>(
				'select sum(pg_total_relation_size(t::regclass))::text as bytes from unnest($1::text[]) t',
				[tables]
			);
			return Number(rows[0]?.bytes ?? 0);
		},
		async close() {
			await client.query('analyze');
			await client.end();
		}
	};
}
