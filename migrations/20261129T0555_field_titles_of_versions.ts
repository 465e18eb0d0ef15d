import { sql, type Kysely } from 'kysely';

/**
 * What the field of a point was called, and where it stood, when the version was published. A field may be renamed and
 * moved while the process runs; a version that is public goes on saying what it said, in the order in which it said it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('version_points').addColumn('field_title', 'text').execute();
	await db.schema.alterTable('version_points').addColumn('field_position', 'integer').execute();
	for (const column of ['title', 'position']) {
		await sql`update version_points set ${sql.ref(`field_${column}`)} = (
			select ${sql.ref(`f.${column}`)} from wordings w join fields f on f.id = w.field_id
			where w.id = version_points.wording_id
		) where version_id in (select id from versions where published_at is not null)`.execute(db);
	}
}
