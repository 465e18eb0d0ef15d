import { sql } from 'kysely';
import { repeated } from '../db/transaction.ts';
import type { Db, App } from '../app.ts';
import type { Limits, Step } from './limits.ts';

/** The database's clock: machines that serve together need not agree on the time. */
const NOW = sql<number>`extract(epoch from clock_timestamp())::double precision * 1000`;

/** In the database: all processes count together. */
export class DatabaseLimits implements Limits {
	readonly #app: Omit<App, 'limits'>;

	constructor(app: Omit<App, 'limits'>) {
		this.#app = app;
	}

	change<T>(purpose: string, who: string, step: Step<T>): Promise<T> {
		const key = this.#app.keys.digest('limit', `${purpose}\n${who}`);
		return repeated(this.#app, 'read committed', (db) => changeRow(db, key, step));
	}

	async sweep(): Promise<void> {
		await this.#app.writer.deleteFrom('limits').where('until', '<', NOW).execute();
	}
}

async function changeRow<T>(db: Db, key: string, step: Step<T>): Promise<T> {
	// Makes the row or takes its lock: until this ends, everybody else who tries for the same waits here.
	const row = await db
		.insertInto('limits')
		.values({ key, remaining: 0, at: 0, wait: null, until: 0 })
		.onConflict((c) => c.column('key').doUpdateSet({ key }))
		.returning(['remaining', 'at', 'wait', 'until', NOW.as('now')])
		.executeTakeFirstOrThrow();
	const { now, ...known } = row;
	const { kept, answer } = step(known.until > now ? known : null, now);
	if (kept) await db.updateTable('limits').set(kept).where('key', '=', key).execute();
	else await db.deleteFrom('limits').where('key', '=', key).execute();
	return answer;
}
