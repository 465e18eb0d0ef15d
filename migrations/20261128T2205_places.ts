import type { Kysely } from 'kysely';

/**
 * A place gives out cards, and a team of helpers tends them. The number on a card begins with the place's code and counts
 * on within it, so that it is unique in the whole installation and says where to ask. Cards from before keep what is
 * printed on them and have no place.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('places')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('code', 'text', (c) => c.notNull().unique())
		.addColumn('name', 'text', (c) => c.notNull())
		.addColumn('created_at', 'text', (c) => c.notNull())
		.addColumn('closed_at', 'text')
		.execute();
	await db.schema
		.createTable('place_members')
		.addColumn('place_id', 'text', (c) => c.notNull().references('places.id'))
		.addColumn('person_id', 'text', (c) => c.notNull().references('persons.id'))
		.addColumn('added_at', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('place_members_pk', ['place_id', 'person_id'])
		.execute();
	await db.schema.createIndex('place_members_person').on('place_members').column('person_id').execute();
	await db.schema
		.alterTable('batches')
		.addColumn('place_id', 'text', (c) => c.references('places.id'))
		.execute();
	await db.schema
		.alterTable('cards')
		.addColumn('place_id', 'text', (c) => c.references('places.id'))
		.execute();
	await db.schema.createIndex('cards_place').unique().on('cards').columns(['place_id', 'number']).execute();

	// A replaced card keeps its row and its number and gets a new code. With the old one its holder can stop that for a day.
	await db.schema
		.createTable('card_replacements')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('card_id', 'text', (c) => c.notNull().references('cards.id'))
		// Nothing, once it stops nothing any more.
		.addColumn('former_hash', 'text')
		.addColumn('replaced_at', 'text', (c) => c.notNull())
		.addColumn('replaced_by', 'text', (c) => c.references('persons.id'))
		.addColumn('stopped_at', 'text')
		.execute();
	await db.schema.createIndex('card_replacements_hash').on('card_replacements').column('former_hash').execute();
	await db.schema
		.createIndex('card_replacements_card')
		.on('card_replacements')
		.columns(['card_id', 'replaced_at'])
		.execute();
}
