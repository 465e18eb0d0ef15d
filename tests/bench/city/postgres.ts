import pg from 'pg';

/** Databases beside the one that DATABASE_URL names; that one itself is never touched. */
export function urlOf(server: string, name: string): string {
	const url = new URL(server);
	url.pathname = `/${name}`;
	return url.href;
}

async function ask(server: string, text: string, values: unknown[] = []) {
	const client = new pg.Client(server);
	await client.connect();
	return client.query(text, values).finally(() => client.end());
}

export async function exists(server: string, name: string): Promise<boolean> {
	return (await ask(server, 'select 1 from pg_database where datname = $1', [name])).rowCount === 1;
}

export async function drop(server: string, name: string): Promise<void> {
	await ask(server, `drop database if exists ${name} with (force)`);
}

export async function create(server: string, name: string): Promise<void> {
	await drop(server, name);
	await ask(server, `create database ${name}`);
}

export async function rename(server: string, from: string, to: string): Promise<void> {
	await ask(server, `alter database ${from} rename to ${to}`);
}

export async function copy(server: string, from: string, to: string): Promise<string> {
	await drop(server, to);
	await ask(server, `create database ${to} template ${from}`);
	return urlOf(server, to);
}
