import { MemoryLimits } from '#lib/server/auth/memoryLimits.server.ts';
import { sql } from 'kysely';
import type { App } from '#lib/server/app.ts';

/** Lets time pass for the limits of this app, or goes back with the clock: on PostgreSQL the clock is the database's. */
export function limitsClock(app: App): { pass(milliseconds: number): Promise<void> } {
	if (app.kind === 'postgres') {
		return {
			pass: async (milliseconds) => {
				await sql`update limits set at = at - ${milliseconds}, until = until - ${milliseconds}`.execute(app.writer);
			}
		};
	}
	let now = 1_000_000;
	app.limits = new MemoryLimits(() => now);
	return {
		pass: async (milliseconds) => {
			now += milliseconds;
		}
	};
}
