import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	// One for each published contribution: what is still to be done with it at the desk. The contribution itself is
	// never written to from here.
	await db.schema
		.createTable('dockets')
		.addColumn('proposal_id', 'text', (c) => c.primaryKey().references('proposals.id'))
		.addColumn('consultation_id', 'text', (c) => c.notNull().references('consultations.id'))
		.addColumn('number', 'integer', (c) => c.notNull())
		.addColumn('published_at', 'text', (c) => c.notNull())
		// Frozen in the contribution as well; here for the filters. Empty: none.
		.addColumn('field_id', 'text', (c) => c.notNull())
		.addColumn('kind', 'text', (c) => c.notNull())
		.addColumn('group', 'text', (c) => c.notNull())
		.addColumn('assignee_id', 'text', (c) => c.references('persons.id'))
		// Why it needs no cluster.
		.addColumn('aside', 'text')
		// When it was published, as long as something of it is not yet in a cluster.
		.addColumn('open_since', 'text')
		.addColumn('hidden_at', 'text')
		.addColumn('revision', 'integer', (c) => c.notNull().defaultTo(1))
		.execute();
	await db.schema
		.createIndex('dockets_open')
		.on('dockets')
		.columns(['consultation_id', 'open_since', 'number'])
		.execute();
	await db.schema
		.createIndex('dockets_assignee')
		.on('dockets')
		.columns(['assignee_id', 'open_since', 'number'])
		.execute();

	// How many there are and how many are open, by everything one can filter for: counted where it changes.
	await db.schema
		.createTable('docket_counts')
		.addColumn('consultation_id', 'text', (c) => c.notNull().references('consultations.id'))
		.addColumn('field_id', 'text', (c) => c.notNull())
		.addColumn('kind', 'text', (c) => c.notNull())
		.addColumn('group', 'text', (c) => c.notNull())
		.addColumn('total', 'integer', (c) => c.notNull().defaultTo(0))
		.addColumn('open', 'integer', (c) => c.notNull().defaultTo(0))
		.addPrimaryKeyConstraint('docket_counts_pk', ['consultation_id', 'field_id', 'kind', 'group'])
		.execute();
}
