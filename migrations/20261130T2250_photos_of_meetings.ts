import type { Kysely } from 'kysely';

/** Photos of the sheets of a meeting, upright and without what a camera writes beside the picture: JPEG in base64, in two sizes. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('workshop_photos')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('workshop_id', 'text', (c) => c.notNull().references('workshops.id'))
		.addColumn('alt', 'text', (c) => c.notNull())
		.addColumn('small', 'text', (c) => c.notNull())
		.addColumn('large', 'text', (c) => c.notNull())
		.addColumn('width', 'integer', (c) => c.notNull())
		.addColumn('height', 'integer', (c) => c.notNull())
		.addColumn('added_at', 'text', (c) => c.notNull())
		.execute();
	await db.schema
		.createIndex('workshop_photos_in_order')
		.on('workshop_photos')
		.columns(['workshop_id', 'added_at'])
		.execute();
}
