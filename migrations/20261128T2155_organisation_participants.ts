import { sql, type Kysely } from 'kysely';

/**
 * An organisation takes part once, however many people speak for it. Its participant is a row of `persons` with the
 * organisation's own id; a card makes a seat, another row of `persons` with the same `organisation_id`. Everything written,
 * supported and allowed at a seat so far becomes the organisation's.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('organisations').addColumn('name_key', 'text').execute();
	await nameKeys(db);
	await db.schema.createIndex('organisations_by_name_key').on('organisations').column('name_key').execute();
	await db.schema.createIndex('persons_organisation').on('persons').column('organisation_id').execute();

	await sql`insert into persons (id, pseudonym, "group", organisation_id, created_at)
		select o.id, o.name, 'none', o.id, o.created_at from organisations o`.execute(db);
	await sql`update persons set "group" = 'none' where organisation_id is not null`.execute(db);
	await sql`update batches set "group" = 'none' where organisation_id is not null`.execute(db);

	await textsToOrganisations(db);
	await supportsToOrganisations(db, { supports: 'supports', subjects: 'proposals', subject: 'proposal_id' });
	await supportsToOrganisations(db, {
		supports: 'amendment_supports',
		subjects: 'amendments',
		subject: 'amendment_id'
	});
	await understandingsToOrganisations(db);
	await sql`update consents set person_id = ${organisationOf('person_id')} where person_id in ${SEATS}`.execute(db);

	// Open, by name: not a ballot, and never beside one.
	await db.schema
		.createTable('organisation_positions')
		.addColumn('organisation_id', 'text', (c) => c.notNull().references('organisations.id'))
		.addColumn('point_id', 'text', (c) => c.notNull().references('points.id'))
		.addColumn('wording_id', 'text', (c) => c.notNull().references('wordings.id'))
		.addColumn('phase_id', 'text', (c) => c.notNull().references('phases.id'))
		.addColumn('choice', 'text', (c) => c.notNull())
		.addColumn('since', 'text', (c) => c.notNull())
		// Which seat said so last, for colleagues; nobody, when it has left.
		.addColumn('seat_id', 'text', (c) => c.references('persons.id'))
		.addPrimaryKeyConstraint('organisation_positions_pk', ['organisation_id', 'wording_id', 'phase_id'])
		.execute();
	await db.schema
		.createIndex('organisation_positions_point')
		.on('organisation_positions')
		.columns(['point_id', 'wording_id'])
		.execute();
	await db.schema.createIndex('organisation_positions_seat').on('organisation_positions').column('seat_id').execute();
}

const SEATS = sql`(select id from persons where organisation_id is not null and organisation_id <> id)`;

const organisationOf = (column: string) =>
	sql`(select o.organisation_id from persons o where o.id = ${sql.ref(column)})`;

/** Names that differ in case and spaces only are the same name: databases fold umlauts differently, so it is done here. */
async function nameKeys(db: Kysely<unknown>): Promise<void> {
	const { rows } = await sql<{ id: string; name: string }>`select id, name from organisations`.execute(db);
	for (const { id, name } of rows) {
		const key = name.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
		await sql`update organisations set name_key = ${key} where id = ${id}`.execute(db);
	}
}

/** `organisation` stands where a person's group does: organisations are not counted by group. */
async function textsToOrganisations(db: Kysely<unknown>): Promise<void> {
	for (const table of ['proposals', 'comments', 'amendments']) {
		const texts = sql.table(table);
		await sql`update ${texts} set author_group = 'organisation' where organisation_id is not null`.execute(db);
		await sql`update ${texts} set author_id = ${organisationOf('author_id')} where author_id in ${SEATS}`.execute(db);
	}
}

/** Several seats supported the same: that was one organisation, and counts once from now on. */
async function supportsToOrganisations(
	db: Kysely<unknown>,
	names: { supports: string; subjects: string; subject: string }
): Promise<void> {
	const [supports, subjects, subject] = [sql.table(names.supports), sql.table(names.subjects), sql.ref(names.subject)];
	await sql`insert into ${supports} (${subject}, person_id, "group", created_at)
		select s.${subject}, p.organisation_id, 'organisation', min(s.created_at)
		from ${supports} s inner join persons p on p.id = s.person_id
		where p.organisation_id is not null and p.organisation_id <> p.id
		group by s.${subject}, p.organisation_id`.execute(db);
	const touched = sql`(select ${subject} from ${supports} where person_id in
		(select id from persons where organisation_id is not null))`;
	await sql`delete from ${supports} where person_id in ${SEATS}`.execute(db);
	await sql`update ${subjects} set support_count =
		(select count(*) from ${supports} s where s.${subject} = ${subjects}.id) where id in ${touched}`.execute(db);
}

/** Of several answers of one organisation the last one stands. */
async function understandingsToOrganisations(db: Kysely<unknown>): Promise<void> {
	const { rows } = await sql<{ version_id: string; point_id: string; person_id: string; organisation_id: string }>`
		select u.version_id, u.point_id, u.person_id, p.organisation_id
		from understandings u inner join persons p on p.id = u.person_id
		where p.organisation_id is not null and p.organisation_id <> p.id
		order by u.at desc, u.person_id`.execute(db);
	const seen = new Set<string>();
	for (const { version_id, point_id, person_id, organisation_id } of rows) {
		const key = `${version_id} ${point_id} ${organisation_id}`;
		const of = sql`version_id = ${version_id} and point_id = ${point_id} and person_id = ${person_id}`;
		await (
			seen.has(key)
				? sql`delete from understandings where ${of}`
				: sql`update understandings set person_id = ${organisation_id} where ${of}`
		).execute(db);
		seen.add(key);
	}
}
