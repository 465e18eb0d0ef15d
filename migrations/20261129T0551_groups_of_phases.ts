import type { Kysely } from 'kysely';

/** Whom an action of a phase is for. No row: for everybody. A row for each of the groups, where it is only for some. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('phase_groups')
		.addColumn('phase_id', 'text', (c) => c.notNull().references('phases.id'))
		.addColumn('action', 'text', (c) => c.notNull())
		.addColumn('group', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('phase_groups_pk', ['phase_id', 'action', 'group'])
		.addForeignKeyConstraint('phase_groups_action', ['phase_id', 'action'], 'phase_actions', ['phase_id', 'action'])
		.execute();
}
