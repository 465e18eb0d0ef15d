import { sql, type Kysely } from 'kysely';

interface Row {
	id: string;
	questions: string;
}

/**
 * Questions have a row each, so that one of them can be renamed, moved or ended; fields can be ended. What can be changed
 * by taking part, and what cannot, stands with the process.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('questions')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('consultation_id', 'text', (c) => c.notNull().references('consultations.id'))
		.addColumn('title', 'text', (c) => c.notNull())
		.addColumn('position', 'integer', (c) => c.notNull())
		.addColumn('ended_at', 'text')
		.execute();
	const { rows } = await sql<Row>`select id, questions from consultations`.execute(db);
	for (const { id, questions } of rows) {
		const titles: unknown = JSON.parse(questions);
		if (!Array.isArray(titles)) continue;
		for (const [position, title] of titles.entries()) {
			await sql`insert into questions (id, consultation_id, title, position)
				values (${crypto.randomUUID()}, ${id}, ${String(title)}, ${position})`.execute(db);
		}
	}
	await db.schema.alterTable('consultations').dropColumn('questions').execute();
	await db.schema.alterTable('fields').addColumn('ended_at', 'text').execute();
	await db.schema
		.alterTable('consultations')
		.addColumn('changeable', 'text', (c) => c.notNull().defaultTo(''))
		.execute();
	await db.schema
		.alterTable('consultations')
		.addColumn('settled', 'text', (c) => c.notNull().defaultTo(''))
		.execute();
}
