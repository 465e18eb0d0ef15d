import { MemoryLimits } from '#lib/server/auth/memoryLimits.server.ts';
import { sql } from 'kysely';
import type { House } from '#lib/server/house.ts';

/** Lets time pass for the limits of this house, or goes back with the clock: on PostgreSQL the clock is the database's. */
export function limitsClock(house: House): { pass(milliseconds: number): Promise<void> } {
	if (house.kind === 'postgres') {
		return {
			pass: async (milliseconds) => {
				await sql`update limits set at = at - ${milliseconds}, until = until - ${milliseconds}`.execute(house.writer);
			}
		};
	}
	let now = 1_000_000;
	house.limits = new MemoryLimits(() => now);
	return {
		pass: async (milliseconds) => {
			now += milliseconds;
		}
	};
}
