import type { Kysely } from 'kysely';

/** What a cluster brought to a point of a draft when it was led there, so that taking it back takes it away again. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('leads')
		// The id of the step at the desk.
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('cluster_id', 'text', (c) => c.notNull().references('clusters.id'))
		.addColumn('version_id', 'text', (c) => c.notNull().references('versions.id'))
		// No reference: a point that was never published may be deleted.
		.addColumn('point_id', 'text', (c) => c.notNull())
		// `made`: the point came into being with it; `joined`: it was there.
		.addColumn('kind', 'text', (c) => c.notNull())
		// JSON: ids of everything that was in the cluster.
		.addColumn('meant', 'text', (c) => c.notNull())
		// JSON: ids of those that stand behind the point because of this lead and of no earlier one.
		.addColumn('carried', 'text', (c) => c.notNull())
		.addColumn('withdrawn_at', 'text')
		.execute();
	await db.schema.createIndex('leads_point').on('leads').columns(['version_id', 'point_id']).execute();
}
