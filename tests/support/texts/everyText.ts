import { sql } from 'kysely';
import type { TestApp } from '../machine/testApp.ts';

/** Every text that lies in any table, wherever: what nobody thought of is in it, too. */
export async function everyText({ app }: TestApp): Promise<{ table: string; text: string }[]> {
	const names =
		app.kind === 'sqlite'
			? sql<{ name: string }>`select name from sqlite_master where type = 'table' and sql not like 'CREATE VIRTUAL%'`
			: sql<{ name: string }>`select tablename as name from pg_tables where schemaname = current_schema()`;
	const found: { table: string; text: string }[] = [];
	for (const { name } of (await names.execute(app.reader)).rows) {
		const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(app.reader);
		if (rows.length > 0) found.push({ table: name, text: JSON.stringify(rows) });
	}
	return found;
}
