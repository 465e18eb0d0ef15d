import Database from 'better-sqlite3';
import { AsyncLocalStorage } from 'node:async_hooks';
import { Server } from 'node:http';
import { isMainThread } from 'node:worker_threads';
import pg from 'pg';
import { note } from './heard.ts';

/**
 * Loaded into the built application before it starts: writes down every query that belongs to a request, so that the
 * reference can be asked exactly the same, and so that nobody has to keep a copy of our queries up to date here.
 */
const file = process.env.BENCH_NOTES;
if (file && isMainThread) {
	const asking = new AsyncLocalStorage<string>();
	followRequests(asking);
	const hear = (sql: string, values: unknown) => {
		const path = asking.getStore();
		if (path && !/^(begin|commit|rollback|savepoint|release)/i.test(sql))
			note(file, { path, sql, values: plain(values) });
	};
	hearSqlite(hear);
	hearPostgres(hear);
}

type Hear = (sql: string, values: unknown) => void;

function plain(values: unknown): (string | number | null)[] {
	if (!Array.isArray(values)) return [];
	return values.map((value) => (typeof value === 'number' || typeof value === 'string' ? value : null));
}

/** Replaces a method by one that does something before it. */
function before(owner: object, name: string, first: (self: unknown, given: unknown[]) => void): void {
	const method: unknown = Reflect.get(owner, name);
	if (typeof method !== 'function') throw new Error(`there is no ${name} to listen to`);
	Reflect.set(owner, name, function (this: unknown, ...given: unknown[]): unknown {
		first(this, given);
		return Reflect.apply(method, this, given);
	});
}

function followRequests(asking: AsyncLocalStorage<string>): void {
	before(Server.prototype, 'emit', (_self, [event, request]) => {
		if (event !== 'request' || typeof request !== 'object' || request === null) return;
		asking.enterWith(String(Reflect.get(request, 'url')));
	});
}

function hearSqlite(hear: Hear): void {
	const prepare: unknown = Reflect.get(Database.prototype, 'prepare');
	if (typeof prepare !== 'function') throw new Error('better-sqlite3 has no prepare');
	Reflect.set(Database.prototype, 'prepare', function (this: unknown, sql: string): unknown {
		const statement: unknown = Reflect.apply(prepare, this, [sql]);
		if (typeof statement !== 'object' || statement === null) return statement;
		for (const way of ['all', 'get', 'run', 'iterate']) before(statement, way, (_self, given) => hear(sql, given[0]));
		return statement;
	});
}

function hearPostgres(hear: Hear): void {
	before(pg.Client.prototype, 'query', (_self, [query, values]) => {
		if (typeof query === 'string') return hear(query, values);
		if (typeof query !== 'object' || query === null) return;
		const text: unknown = Reflect.get(query, 'text');
		if (typeof text === 'string') hear(text, Reflect.get(query, 'values') ?? values);
	});
}
