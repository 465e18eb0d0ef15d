import pg from 'pg';
import { newId } from '#lib/server/ids.ts';

/**
 * Databases that were copied from a template, used by a town and swept clean for the next. Making and dropping one for
 * every town means creating and deleting some four hundred files each time: most of the time of such tests.
 */

/** What a town needs of a PostgreSQL server: as its administrator, one statement at a time. */
export async function ask(
	url: string,
	text: string,
	values: readonly string[] = []
): Promise<Record<string, string>[]> {
	const client = new pg.Client(url);
	await client.connect();
	const { rows } = await client.query<Record<string, string>>(text, [...values]).finally(() => client.end());
	return rows;
}

export function databaseUrl(url: string, name: string): string {
	const made = new URL(url);
	made.pathname = `/${name}`;
	return made.href;
}

/** Who is free stands in the administrator's database, because test files run in threads that share nothing. */
const freeTowns = (template: string) => `free_${template}`;

export async function openTowns(url: string, template: string): Promise<void> {
	await ask(url, `create table ${freeTowns(template)} (name text primary key)`);
}

/** An empty database: one that a former town has left, else a new one. */
export async function takeTown(url: string, template: string): Promise<string> {
	const free = freeTowns(template);
	const [left] = await ask(
		url,
		`delete from ${free} where name = (select name from ${free} limit 1 for update skip locked) returning name`
	);
	if (left?.name) return left.name;
	const name = `town_${newId().replaceAll('-', '')}`;
	await ask(url, `create database ${name} template ${template} strategy file_copy`);
	return name;
}

/** Deletes what stands in any table but the list of migrations; whatever watches over rows is not asked. */
const SWEEP = `do $$
declare
	one text;
	filled boolean;
begin
	set local session_replication_role = replica;
	for one in select tablename from pg_tables where schemaname = 'public' and tablename not like 'kysely%' loop
		execute format('select exists (select from %I)', one) into filled;
		if filled then execute format('delete from %I', one); end if;
	end loop;
end $$`;

/** Leaves a database to the next town. Connections that are still open would be its guests: they end. */
export async function leaveTown(url: string, template: string, name: string): Promise<void> {
	await ask(url, 'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
	await ask(databaseUrl(url, name), SWEEP);
	await ask(url, `insert into ${freeTowns(template)} values ($1)`, [name]);
}

/** Nothing stays on a server that is somebody else's. */
export async function closeTowns(url: string, template: string): Promise<void> {
	for (const { name } of await ask(url, `select name from ${freeTowns(template)}`))
		await dropDatabase(url, String(name));
	await ask(url, `drop table ${freeTowns(template)}`);
	await dropDatabase(url, template);
}

async function dropDatabase(url: string, name: string): Promise<void> {
	await ask(url, `drop database ${name} with (force)`);
}
