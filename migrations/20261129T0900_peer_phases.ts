import { sql, type Kysely } from 'kysely';

/**
 * A phase can belong to one group: `peer_group`. What is written in it (`peer_phase_id`) is read by that group alone, from
 * `shared_at` on, until the phase is over and everything becomes public together.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('phases').addColumn('peer_group', 'text').execute();
	await db.schema
		.alterTable('proposals')
		.addColumn('peer_phase_id', 'text', (column) => column.references('phases.id'))
		.execute();
	await db.schema.alterTable('proposals').addColumn('shared_at', 'text').execute();
	await sql`create index proposals_of_peers on proposals (peer_phase_id, number) where peer_phase_id is not null`.execute(
		db
	);
}
