import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('second_factors')
		.addColumn('person_id', 'text', (c) => c.primaryKey().references('persons.id'))
		.addColumn('sealed', 'text', (c) => c.notNull())
		.addColumn('made_at', 'text', (c) => c.notNull())
		// From then on it is asked for.
		.addColumn('confirmed_at', 'text')
		// Of the last code that was taken, in steps of half a minute: none is taken twice.
		.addColumn('last_step', 'integer', (c) => c.notNull().defaultTo(0))
		.execute();

	// For whoever has lost the telephone. Only a keyed hash is kept; each opens once.
	await db.schema
		.createTable('recovery_codes')
		.addColumn('code_hash', 'text', (c) => c.primaryKey())
		.addColumn('person_id', 'text', (c) => c.notNull().references('persons.id'))
		.addColumn('used_at', 'text')
		.execute();
	await db.schema.createIndex('recovery_codes_person').on('recovery_codes').column('person_id').execute();
}
