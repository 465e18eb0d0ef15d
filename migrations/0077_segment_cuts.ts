import type { Kysely } from 'kysely';

/**
 * Where a passage was cut: when blackening is taken back, it stands there again. Numbers only; a digest of the text would
 * let somebody try names until one fits.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('segments').addColumn('cut_starts', 'integer').execute();
	await db.schema.alterTable('segments').addColumn('cut_ends', 'integer').execute();
}
