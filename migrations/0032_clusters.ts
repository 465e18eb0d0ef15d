import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('clusters')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('number', 'integer', (c) => c.notNull().unique())
		.addColumn('consultation_id', 'text', (c) => c.notNull().references('consultations.id'))
		.addColumn('title', 'text', (c) => c.notNull())
		// The point it leads to, in the moderators' words, before there is one.
		.addColumn('gist', 'text', (c) => c.notNull())
		// No reference: points belong to a later room, and a point that was never published may be deleted.
		.addColumn('point_id', 'text')
		.addColumn('merged_into_id', 'text', (c) => c.references('clusters.id'))
		.addColumn('split_from_id', 'text', (c) => c.references('clusters.id'))
		.addColumn('assignee_id', 'text', (c) => c.references('persons.id'))
		.addColumn('created_by', 'text', (c) => c.references('persons.id'))
		.addColumn('created_at', 'text', (c) => c.notNull())
		// Taken back. The row stays: its number was said and written down.
		.addColumn('removed_at', 'text')
		.addColumn('member_count', 'integer', (c) => c.notNull().defaultTo(0))
		.addColumn('dissent_count', 'integer', (c) => c.notNull().defaultTo(0))
		.addColumn('revision', 'integer', (c) => c.notNull().defaultTo(1))
		.execute();
	for (const [name, column] of [
		['clusters_newest', ''],
		['clusters_largest', 'member_count, ']
	] as const) {
		await sql`create index ${sql.ref(name)} on clusters (consultation_id, ${sql.raw(column)}number)
			where merged_into_id is null and removed_at is null`.execute(db);
	}
	await db.schema.createIndex('clusters_merged').on('clusters').column('merged_into_id').execute();
	await db.schema.createIndex('clusters_split').on('clusters').column('split_from_id').execute();
	await db.schema.createIndex('clusters_point').on('clusters').column('point_id').execute();

	// A segment or a whole contribution in a cluster; `item_id` is the id of the one or the other.
	await db.schema
		.createTable('members')
		.addColumn('cluster_id', 'text', (c) => c.notNull().references('clusters.id'))
		.addColumn('item_id', 'text', (c) => c.notNull())
		.addColumn('proposal_id', 'text', (c) => c.notNull().references('proposals.id'))
		.addColumn('segment_id', 'text', (c) => c.references('segments.id'))
		.addColumn('relation', 'text', (c) => c.notNull())
		// A minority view or an objection: it stays visible whatever the cluster leads to.
		.addColumn('dissent', 'text')
		.addPrimaryKeyConstraint('members_pk', ['cluster_id', 'item_id'])
		.execute();
	await db.schema.createIndex('members_proposal').on('members').column('proposal_id').execute();
	await db.schema.createIndex('members_segment').on('members').column('segment_id').execute();
}
