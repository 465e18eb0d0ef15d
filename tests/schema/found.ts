import { sql } from 'kysely';
import type { Connections, Db } from '#lib/server/db/connections/open.ts';
import type { Column, Schema } from './schema.ts';

interface Row {
	name: string;
	type: string;
	nullable: number;
	optional: number;
	/** What an index of words calls its columns says nothing about them. */
	untyped: number;
}

/** What the database itself says it holds. */
export async function foundSchema({ kind, writer }: Connections, declared: Schema): Promise<Schema> {
	const rows = kind === 'sqlite' ? await inSqlite(writer) : await inPostgres(writer);
	return new Map(rows.map((row) => [row.name, (row.untyped && declared.get(row.name)) || columnOf(row)]));
}

const FAMILIES: Readonly<Record<string, Column['family']>> = {
	...{ text: 'text', 'character varying': 'text' },
	...{ integer: 'number', bigint: 'number', 'double precision': 'number' }
};

function columnOf({ name, type, nullable, optional }: Row): Column {
	const family = FAMILIES[type];
	if (!family) throw new Error(`${name} is ${type}: neither text nor a number`);
	return { family, nullable: Boolean(nullable), optional: Boolean(optional) };
}

/** Without what FTS5 keeps for itself: its own tables, and the hidden column that a search is asked in. */
async function inSqlite(db: Db): Promise<Row[]> {
	const { rows } = await sql<Row>`select t.name || '.' || c.name as name, lower(c.type) as type,
			c."notnull" = 0 and c.pk = 0 as nullable,
			(c."notnull" = 0 and c.pk = 0) or c.dflt_value is not null or (c.pk > 0 and lower(c.type) = 'integer') as optional,
			t.type = 'virtual' as untyped
		from pragma_table_list t join pragma_table_xinfo(t.name) c
		where t.schema = 'main' and t.type in ('table', 'virtual') and c.hidden <> 1
			and t.name not like 'sqlite_%' and t.name not like 'kysely_%'
		union all
		select name || '.rowid', 'integer', 0, 1, 1 from pragma_table_list where schema = 'main' and type = 'virtual'`.execute(
		db.withoutPlugins()
	);
	return rows;
}

async function inPostgres(db: Db): Promise<Row[]> {
	const { rows } = await sql<Row>`select table_name || '.' || column_name as name, data_type as type,
			(is_nullable = 'YES')::int as nullable,
			(is_nullable = 'YES' or column_default is not null or is_identity = 'YES')::int as optional,
			0 as untyped
		from information_schema.columns
		where table_schema = current_schema() and table_name not like 'kysely_%' and data_type <> 'tsvector'`.execute(
		db.withoutPlugins()
	);
	return rows;
}
