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
	// Now, before anybody copies it: a template that somebody is connected to cannot be copied.
	const schema = await schemaOf(databaseUrl(url, template));
	await ask(url, `create table ${freeTowns(template)}_schema as select '${schema}' as schema`);
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

/** Columns with their place, constraints and triggers that are on: what a test that tampers with the schema changes. */
const SCHEMA = `select md5(string_agg(one, ' ' order by one)) as schema from (
	select concat_ws(' ', attrelid::regclass, attnum, attname, atttypid, attnotnull) as one from pg_attribute
		where attnum > 0 and attrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r')
	union all select concat_ws(' ', conrelid::regclass, conname) from pg_constraint where connamespace = 'public'::regnamespace
	union all select concat_ws(' ', tgrelid::regclass, tgname, tgenabled) from pg_trigger where not tgisinternal
) as parts`;

async function schemaOf(url: string): Promise<string | undefined> {
	return (await ask(url, SCHEMA))[0]?.schema;
}

/**
 * Leaves a database to the next test, or drops it when this one has changed its schema. Connections that are still open
 * would be the next one's guests: they end.
 */
export async function leaveTown(url: string, template: string, name: string): Promise<void> {
	await ask(url, 'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
	await ask(databaseUrl(url, name), SWEEP);
	const schema = (await schemaOf(databaseUrl(url, name))) ?? '';
	const free = freeTowns(template);
	const kept = `insert into ${free} select $1 from ${free}_schema where schema = $2 returning name`;
	if ((await ask(url, kept, [name, schema])).length === 0) await dropDatabase(url, name);
}

/** Nothing stays on a server that is somebody else's. */
export async function closeTowns(url: string, template: string): Promise<void> {
	for (const { name } of await ask(url, `select name from ${freeTowns(template)}`))
		await dropDatabase(url, String(name));
	await ask(url, `drop table ${freeTowns(template)}, ${freeTowns(template)}_schema`);
	await dropDatabase(url, template);
}

async function dropDatabase(url: string, name: string): Promise<void> {
	await ask(url, `drop database ${name} with (force)`);
}
