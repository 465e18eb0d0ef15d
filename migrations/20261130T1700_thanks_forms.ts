import type { Kysely } from 'kysely';

/**
 * With which form a thank-you was booked, so that pressing twice is once. A digest made with the server's secret: it says
 * neither who nor when.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('thanks_payments').addColumn('form', 'text').execute();
}
