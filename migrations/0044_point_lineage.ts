import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	// In this version `point_id` came out of `from_id` (split), or took it in (merge).
	await db.schema
		.createTable('lineages')
		.addColumn('version_id', 'text', (c) => c.notNull().references('versions.id'))
		.addColumn('point_id', 'text', (c) => c.notNull().references('points.id'))
		.addColumn('from_id', 'text', (c) => c.notNull().references('points.id'))
		.addColumn('kind', 'text', (c) => c.notNull())
		// JSON: ids of the contributions that came with a merge, so that undoing it takes them away again.
		.addColumn('carried', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('lineages_pk', ['version_id', 'point_id', 'from_id'])
		.execute();

	// Why a point changed, in the editors' words; the rest of the list of changes comes out by itself.
	await db.schema
		.createTable('change_notes')
		.addColumn('version_id', 'text', (c) => c.notNull().references('versions.id'))
		.addColumn('point_id', 'text', (c) => c.notNull().references('points.id'))
		.addColumn('note', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('change_notes_pk', ['version_id', 'point_id'])
		.execute();
}
