import type { Postgres } from '../support/machine/postgres.ts';
import { emptyDatabase } from '../support/empty.ts';
import { fillAs } from '../support/upgrade/filled.ts';
import { migrateByCommand, using } from '../support/upgrade/migrating.ts';
import { pending } from '#lib/server/db/migrations/migrate.ts';

export interface Killed {
	tried: number;
	/** How many were really cut off in the middle, rather than before they began or after they had ended. */
	inTheMiddle: number;
	/** How many never started again. */
	dead: number;
}

/**
 * An upgrade killed at a random moment, then started again, until so many were really cut off while they ran. `level`:
 * of a filled database; null: of an empty one.
 */
export async function killMigrations(times: number, level: string | null, postgres: Postgres | null): Promise<Killed> {
	const killed: Killed = { tried: 0, inTheMiddle: 0, dead: 0 };
	// Milliseconds, as the machine is just now: other work makes it slower and faster within minutes.
	let usual = 1_000;
	while (killed.inTheMiddle < times && killed.tried < 5 * times) {
		const database = await emptyDatabase(postgres?.url ?? '');
		if (level) await using(database, (connections) => fillAs(connections, level));
		const began = performance.now();
		const first = await migrateByCommand(database, killed.tried === 0 ? undefined : Math.random() * usual);
		if (first.code === 0) usual = performance.now() - began;
		else usual *= 1.05;
		if (first.code === null) killed.inTheMiddle++;
		const second = await migrateByCommand(database);
		const missing = await using(database, ({ reader }) => pending(reader, 'migrations'));
		killed.tried++;
		if (second.code !== 0 || missing.length > 0) killed.dead++;
		await database.drop();
	}
	return killed;
}
