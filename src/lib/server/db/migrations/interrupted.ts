import Database from 'better-sqlite3';
import { Kysely, sql, SqliteDialect } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What has run is kept where Kysely's own migrator kept it: installations have that table. */
export type Bookkeeping = {
	kysely_migration: { name: string; timestamp: string };
};

/**
 * Earlier versions ran a migration on SQLite statement by statement, and its row in the books came last: killed in
 * between, the next start found tables that "already exist" and never got any further. Here what such a migration has
 * left behind is taken back, so that it can run as a whole. Nothing but what this migration itself makes is touched.
 */

interface Shape {
	/** Of tables, indexes, triggers and views, by name: how they were made. */
	objects: Map<string, { type: string; made: string }>;
	/** Columns by table, each with how it was declared. */
	columns: Map<string, Map<string, string>>;
}

interface ObjectRow {
	type: string;
	name: string;
	made: string | null;
}

async function shapeOf<T>(db: Kysely<T>): Promise<Shape> {
	const { rows } = await sql<ObjectRow>`select type, name, sql as made from sqlite_master
		where name not like 'sqlite_%' and name not like 'kysely_%'`.execute(db);
	const objects = new Map(rows.map(({ name, type, made }) => [name, { type, made: made ?? '' }]));
	const { rows: all } = await sql<{ table: string; name: string; type: string }>`
		select m.name as "table", c.name, c.type from sqlite_master m, pragma_table_info(m.name) c
		where m.type = 'table' and m.name not like 'sqlite_%'`.execute(db);
	const columns = new Map<string, Map<string, string>>();
	for (const { table, name, type } of all) {
		columns.set(table, (columns.get(table) ?? new Map<string, string>()).set(name, type));
	}
	return { objects, columns };
}

/** What the database looks like after these migrations, tried out in memory. */
async function shapesAround(
	migrations: Record<string, Migration>,
	done: readonly string[],
	next: string
): Promise<{ before: Shape; after: Shape }> {
	const db = new Kysely<Bookkeeping>({ dialect: new SqliteDialect({ database: new Database(':memory:') }) });
	try {
		for (const name of done) await migrations[name]?.up(db);
		const before = await shapeOf(db);
		await migrations[next]?.up(db);
		return { before, after: await shapeOf(db) };
	} finally {
		await db.destroy();
	}
}

/** Takes back what `next` has left behind when it was killed. Does nothing where it has not begun. */
export async function undoInterrupted(
	db: Kysely<Bookkeeping>,
	migrations: Record<string, Migration>,
	done: readonly string[],
	next: string
): Promise<void> {
	const { before, after } = await shapesAround(migrations, done, next);
	const now = await shapeOf(db);
	const isNew = (name: string) => after.objects.has(name) && !before.objects.has(name) && now.objects.has(name);
	const left = [...now.objects].filter(([name]) => isNew(name));
	// Indexes first: a column that one stands on cannot go.
	for (const [name, { type }] of left) if (type !== 'table') await drop(db, type, name);
	for (const [name, { type }] of left) {
		// Search keeps tables of its own, which go together with it.
		if (type === 'table' && (await shapeOf(db)).objects.has(name)) await drop(db, type, name);
	}
	for (const [table, columns] of before.columns) {
		const there = now.columns.get(table);
		if (there) await undoColumns(db, table, { before: columns, after: after.columns.get(table), now: there });
	}
	for (const [name, { type, made }] of before.objects) {
		if (type === 'index' && made && !(await shapeOf(db)).objects.has(name)) await sql.raw(made).execute(db);
	}
}

async function drop(db: Kysely<Bookkeeping>, type: string, name: string): Promise<void> {
	await sql`drop ${sql.raw(type)} ${sql.ref(name)}`.execute(db);
}

type Columns = Map<string, string>;

async function undoColumns(
	db: Kysely<Bookkeeping>,
	table: string,
	{ before, after, now }: { before: Columns; after: Columns | undefined; now: Columns }
): Promise<void> {
	for (const name of after?.keys() ?? []) {
		if (before.has(name) || !now.has(name)) continue;
		await sql`alter table ${sql.table(table)} drop column ${sql.ref(name)}`.execute(db);
	}
	for (const [name, type] of before) {
		if (now.has(name) || after?.has(name)) continue;
		// The migration took it away and will do so again: it only has to be there.
		await sql`alter table ${sql.table(table)} add column ${sql.ref(name)} ${sql.raw(type)}`.execute(db);
	}
}
