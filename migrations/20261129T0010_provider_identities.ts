import type { Kysely } from 'kysely';

/** Whose account a person of the sign-in provider has: by issuer and subject, which never change, unlike an address. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('provider_identities')
		.addColumn('issuer', 'text', (c) => c.notNull())
		.addColumn('subject', 'text', (c) => c.notNull())
		.addColumn('person_id', 'text', (c) => c.notNull().references('persons.id'))
		.addColumn('linked_at', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('provider_identities_pk', ['issuer', 'subject'])
		.addUniqueConstraint('provider_identities_person', ['person_id'])
		.execute();
}
