import { sql, type Kysely } from 'kysely';

/**
 * A board of affected people says, before a version goes out, whether it agrees. Nobody who works here learns which card
 * a member holds: whoever has a link joins with their own card, and the link is gone. What a member said is deleted when
 * the version goes out; its sums and reasons are frozen with it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('boards')
		.addColumn('consultation_id', 'text', (c) => c.primaryKey().notNull().references('consultations.id'))
		.addColumn('quorum', 'integer', (c) => c.notNull())
		.execute();
	await db.schema
		.createTable('board_members')
		.addColumn('person_id', 'text', (c) => c.primaryKey().notNull().references('persons.id'))
		.addColumn('consultation_id', 'text', (c) => c.notNull().references('consultations.id'))
		// A day, not a moment: it would say whose link it was.
		.addColumn('since', 'text', (c) => c.notNull())
		.execute();
	await db.schema
		.createTable('board_invitations')
		.addColumn('token_hash', 'text', (c) => c.primaryKey().notNull())
		.addColumn('consultation_id', 'text', (c) => c.notNull().references('consultations.id'))
		.addColumn('made_at', 'text', (c) => c.notNull())
		.addColumn('expires_at', 'text', (c) => c.notNull())
		.execute();
	await db.schema
		.createTable('board_rounds')
		.addColumn('version_id', 'text', (c) => c.primaryKey().notNull().references('versions.id'))
		.addColumn('opened_at', 'text', (c) => c.notNull())
		.addColumn('closed_at', 'text')
		.execute();
	await db.schema
		.createTable('board_statements')
		.addColumn('version_id', 'text', (c) => c.notNull().references('versions.id'))
		.addColumn('person_id', 'text', (c) => c.notNull().references('board_members.person_id').onDelete('cascade'))
		.addColumn('choice', 'text', (c) => c.notNull())
		.addColumn('reason', 'text', (c) => c.notNull())
		// Which text it was said about: a draft changes in place.
		.addColumn('words', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('board_statements_pk', ['version_id', 'person_id'])
		.addCheckConstraint('board_statements_choice_word', sql`choice = 'agree' or choice = 'dissent'`)
		.execute();
	await db.schema.createIndex('board_statements_person').on('board_statements').column('person_id').execute();
	// JSON, frozen at publication. null: there was no board.
	await db.schema.alterTable('versions').addColumn('board', 'text').execute();
}
