import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('organisations')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('name', 'text', (c) => c.notNull().unique())
		.addColumn('created_at', 'text', (c) => c.notNull())
		.execute();

	await db.schema
		.createTable('persons')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('pseudonym', 'text', (c) => c.notNull())
		.addColumn('group', 'text', (c) => c.notNull())
		.addColumn('organisation_id', 'text', (c) => c.references('organisations.id'))
		.addColumn('created_at', 'text', (c) => c.notNull())
		.execute();

	await db.schema
		.createTable('roles')
		.addColumn('person_id', 'text', (c) => c.notNull().references('persons.id'))
		.addColumn('role', 'text', (c) => c.notNull())
		.addColumn('given_at', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('roles_pk', ['person_id', 'role'])
		.execute();

	// Staff only: participants have neither e-mail nor password.
	await db.schema
		.createTable('accounts')
		.addColumn('person_id', 'text', (c) => c.primaryKey().references('persons.id'))
		.addColumn('email', 'text', (c) => c.notNull().unique())
		.addColumn('password_hash', 'text', (c) => c.notNull())
		.addColumn('created_at', 'text', (c) => c.notNull())
		.execute();

	// The id is the SHA-256 of the id in the cookie: who reads the table cannot sign in.
	await db.schema
		.createTable('sessions')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('person_id', 'text', (c) => c.notNull().references('persons.id'))
		.addColumn('expires_at', 'text', (c) => c.notNull())
		.execute();
	await db.schema.createIndex('sessions_person').on('sessions').column('person_id').execute();
	await db.schema.createIndex('sessions_expiry').on('sessions').column('expires_at').execute();
}
