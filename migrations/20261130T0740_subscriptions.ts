import { sql, type Kysely } from 'kysely';

/**
 * Who wants to hear of news without looking: by mail, or as a feed with an address of its own. The mail address is sealed;
 * `fingerprint` finds it again without being it. `items`: what was told already, so that nothing is told twice.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('subscriptions')
		.addColumn('id', 'text', (c) => c.primaryKey().notNull())
		.addColumn('person_id', 'text', (c) => c.references('persons.id'))
		.addColumn('point_id', 'text', (c) => c.references('points.id'))
		.addColumn('address', 'text')
		.addColumn('fingerprint', 'text')
		.addColumn('rhythm', 'text', (c) => c.notNull())
		.addColumn('locale', 'text', (c) => c.notNull())
		.addColumn('asked_at', 'text', (c) => c.notNull())
		.addColumn('confirmed_at', 'text')
		.addColumn('looked_at', 'text')
		.addCheckConstraint('subscriptions_rhythm', sql`rhythm in ('hourly', 'weekly', 'feed')`)
		.addCheckConstraint('subscriptions_subject', sql`(person_id is null) <> (point_id is null)`)
		.addCheckConstraint(
			'subscriptions_way',
			sql`(rhythm = 'feed') = (address is null) and (address is null) = (fingerprint is null)`
		)
		.execute();
	await db.schema.createIndex('subscriptions_person').on('subscriptions').column('person_id').execute();
	await db.schema.createIndex('subscriptions_point').on('subscriptions').columns(['point_id', 'fingerprint']).execute();
	await db.schema.createIndex('subscriptions_due').on('subscriptions').columns(['rhythm', 'looked_at']).execute();
	await db.schema
		.createTable('subscription_items')
		.addColumn('subscription_id', 'text', (c) => c.notNull().references('subscriptions.id').onDelete('cascade'))
		.addColumn('item', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('subscription_items_once', ['subscription_id', 'item'])
		.execute();
}
