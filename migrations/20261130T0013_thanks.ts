import { sql, type Kysely } from 'kysely';

/**
 * Thank-yous that places hand out: what each has to give, and what it gave. A payment knows its receipt, place, purpose,
 * amount and month: no person, no card, no meeting, no day.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('thanks_budgets')
		.addColumn('id', 'text', (c) => c.primaryKey().notNull())
		.addColumn('place_id', 'text', (c) => c.notNull().references('places.id'))
		.addColumn('cents', 'integer', (c) => c.notNull())
		.addColumn('granted_at', 'text', (c) => c.notNull())
		.execute();
	await db.schema
		.createTable('thanks_payments')
		.addColumn('receipt', 'text', (c) => c.primaryKey().notNull())
		.addColumn('place_id', 'text', (c) => c.notNull().references('places.id'))
		.addColumn('purpose', 'text', (c) => c.notNull())
		.addColumn('cents', 'integer', (c) => c.notNull())
		.addColumn('month', 'text', (c) => c.notNull())
		.addCheckConstraint('thanks_payments_purpose_word', sql`purpose in ('travel', 'voucher', 'allowance')`)
		.execute();
	await db.schema.createIndex('thanks_payments_place').on('thanks_payments').columns(['place_id', 'month']).execute();
}
