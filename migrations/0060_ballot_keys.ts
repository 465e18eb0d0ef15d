import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	// From then on nobody can vote in this phase any more, however long it is made: its key is destroyed.
	await db.schema.alterTable('phases').addColumn('ballots_sealed_at', 'text').execute();

	// The key itself lies in a folder outside the database; here stands only how to recognise it.
	await db.schema
		.createTable('ballot_keys')
		.addColumn('phase_id', 'text', (c) => c.primaryKey().references('phases.id'))
		.addColumn('fingerprint', 'text', (c) => c.notNull())
		.addColumn('made_at', 'text', (c) => c.notNull())
		.addColumn('destroyed_at', 'text')
		.execute();
	// Phases in which people have voted already keep the tokens of the lasting secret, so that nobody votes twice.
	// When they end, their tokens are replaced by chance.
	await sql`insert into ballot_keys (phase_id, fingerprint, made_at)
		select p.id, 'lasting', p.begins_at from phases p
		where p.id in (select b.phase_id from ballot_boxes b)`.execute(db);
}
