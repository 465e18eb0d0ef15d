import type { Kysely } from 'kysely';

/** Which amendments stand behind a point of a version, beside the contributions: carried along and frozen like them. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('amendment_sources')
		.addColumn('version_id', 'text', (c) => c.notNull().references('versions.id'))
		.addColumn('point_id', 'text', (c) => c.notNull().references('points.id'))
		.addColumn('amendment_id', 'text', (c) => c.notNull().references('amendments.id'))
		.addColumn('outcome', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('amendment_sources_pk', ['version_id', 'point_id', 'amendment_id'])
		.execute();
	await db.schema.createIndex('amendment_sources_amendment').on('amendment_sources').column('amendment_id').execute();
}
