import type { Kysely } from 'kysely';

/** What is to be done for a point, by whom, and who may decide it. The id is the same in every version. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('measures')
		.addColumn('version_id', 'text', (c) => c.notNull().references('versions.id'))
		.addColumn('id', 'text', (c) => c.notNull())
		.addColumn('point_id', 'text', (c) => c.notNull().references('points.id'))
		.addColumn('text', 'text', (c) => c.notNull())
		.addColumn('responsible', 'text', (c) => c.notNull())
		.addColumn('competence', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('measures_pk', ['version_id', 'id'])
		.execute();
	await db.schema.createIndex('measures_point').on('measures').columns(['version_id', 'point_id']).execute();
}
