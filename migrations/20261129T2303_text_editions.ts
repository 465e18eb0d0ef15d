import { sql, type Kysely } from 'kysely';

/**
 * A text that its author has changed after sending it: what waits to be screened, and what stood there before. `texts`:
 * JSON, string[]. `outcome` null: it waits. `shown_at`: everybody may read since then what stood there before.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('text_editions')
		.addColumn('id', 'text', (c) => c.primaryKey().notNull())
		.addColumn('subject_kind', 'text', (c) => c.notNull())
		.addColumn('subject_id', 'text', (c) => c.notNull())
		.addColumn('texts', 'text', (c) => c.notNull())
		.addColumn('sent_at', 'text', (c) => c.notNull())
		.addColumn('outcome', 'text')
		.addColumn('ground', 'text')
		.addColumn('note', 'text')
		.addColumn('decided_by', 'text', (c) => c.references('persons.id'))
		.addColumn('decided_at', 'text')
		.addColumn('shown_at', 'text')
		.addCheckConstraint(
			'text_editions_subject_kind_word',
			sql`subject_kind = 'proposal' or subject_kind = 'comment' or subject_kind = 'amendment'`
		)
		.addCheckConstraint(
			'text_editions_outcome_word',
			sql`outcome = 'replaced' or outcome = 'accepted' or outcome = 'refused'`
		)
		.addCheckConstraint(
			'text_editions_ground_word',
			sql`ground = 'insult' or ground = 'hate' or ground = 'personal' or ground = 'advertising' or ground = 'offTopic'
				or ground = 'duplicate' or ground = 'unclear' or ground = 'unlawful' or ground = 'mistake'`
		)
		.execute();
	await db.schema.createIndex('text_editions_subject').on('text_editions').column('subject_id').execute();
}
