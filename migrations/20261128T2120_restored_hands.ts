import type { Kysely } from 'kysely';

/** Shows of hands put back from open data: what was told of them. The hands behind what was held back are not known. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('restored_hands')
		.addColumn('workshop_id', 'text', (c) => c.notNull().references('workshops.id'))
		.addColumn('point_id', 'text', (c) => c.notNull().references('points.id'))
		.addColumn('wording_id', 'text', (c) => c.notNull().references('wordings.id'))
		.addColumn('shown', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('restored_hands_pk', ['workshop_id', 'point_id', 'wording_id'])
		.execute();
	await db.schema.createIndex('restored_hands_point').on('restored_hands').column('point_id').execute();
}
