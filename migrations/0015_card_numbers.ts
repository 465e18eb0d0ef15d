import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	// Printed on the card, so that a centre can name a lost one. Cards made before have none.
	await db.schema.alterTable('cards').addColumn('number', 'integer').execute();
	await db.schema.alterTable('cards').addColumn('replaced_at', 'text').execute();
	// A replacement keeps the number; of one number only one card opens the door.
	await db.schema
		.createIndex('cards_number')
		.unique()
		.on('cards')
		.columns(['batch_id', 'number'])
		.where(sql.ref('revoked_at'), 'is', null)
		.execute();
}
