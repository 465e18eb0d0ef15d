import { sql, type Kysely } from 'kysely';

/** What the six kinds of phases were called, and what was said of them. From here on both are data. */
const CALLED: Readonly<Record<string, readonly [title: string, asks: string]>> = {
	collect: ['Sammeln', 'Alle bringen ihre Erfahrungen und Vorschläge ein.'],
	discuss: ['Besprechen', 'Alle besprechen die Beiträge.'],
	draft: ['Entwurf', 'Alle prüfen den Entwurf der Strategie und stimmen ab.'],
	final: ['Letzte Fassung', 'Die letzte Fassung wird geprüft.'],
	call: ['Projektaufruf', 'Aus der Strategie wird ein Projektaufruf.'],
	'follow-up': ['Umsetzung', 'Das Ministerium berichtet, was daraus wird.']
};

/**
 * A phase is called what its process calls it. What was its kind stays as its short name: files that were published and
 * everything frozen speak of it by that.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`alter table phases drop constraint phases_kind_word`.execute(db);
	await sql`alter table phases rename column kind to slug`.execute(db);
	await db.schema
		.alterTable('phases')
		.addColumn('title', 'text', (c) => c.notNull().defaultTo(''))
		.execute();
	await db.schema
		.alterTable('phases')
		.addColumn('asks', 'text', (c) => c.notNull().defaultTo(''))
		.execute();
	// YYYY-MM-DD: until when an answer to what is said in it is promised.
	await db.schema.alterTable('phases').addColumn('answer_by', 'text').execute();
	await db.schema
		.alterTable('phases')
		.addColumn('position', 'integer', (c) => c.notNull().defaultTo(0))
		.execute();
	for (const [slug, [title, asks]] of Object.entries(CALLED)) {
		await sql`update phases set title = ${title}, asks = ${asks} where slug = ${slug}`.execute(db);
	}
	// In the order in which they run, as pages have shown them.
	await sql`update phases set position = (
		select count(*) from phases other
		where other.consultation_id = phases.consultation_id and other.begins_at < phases.begins_at
	)`.execute(db);
}
