import { sql } from 'kysely';
import type { Instant } from '../../time.ts';
import type { Db } from '../../server/app.ts';
import { newId } from '../../server/ids.ts';
import { nameKey } from './organisation.ts';

export async function byNameKey(db: Db, name: string) {
	return db
		.selectFrom('organisations')
		.select('id')
		.where('nameKey', '=', nameKey(name))
		.orderBy('createdAt')
		.orderBy('id')
		.limit(1)
		.executeTakeFirst();
}

/** With its participant: what is written, supported and allowed in the organisation's name belongs to that. */
export async function add(db: Db, organisation: { id: string; name: string }, now: Instant): Promise<void> {
	const { id, name } = organisation;
	await db
		.insertInto('organisations')
		.values({ id, name, nameKey: nameKey(name), createdAt: now })
		.execute();
	await db
		.insertInto('persons')
		.values({ id, pseudonym: name, group: 'none', organisationId: id, createdAt: now })
		.execute();
}

export async function rename(db: Db, id: string, name: string): Promise<void> {
	await db
		.updateTable('organisations')
		.set({ name, nameKey: nameKey(name) })
		.where('id', '=', id)
		.execute();
	await db.updateTable('persons').set({ pseudonym: name }).where('id', '=', id).execute();
}

export async function seats(db: Db, organisationId: string) {
	return db
		.selectFrom('persons')
		.select('id')
		.where('organisationId', '=', organisationId)
		.where('id', '<>', organisationId)
		.orderBy('createdAt')
		.orderBy('id')
		.execute();
}

/** How many can come in: those whose card opens, and those who never had one. */
export async function openSeats(db: Db, organisationId: string, now: Instant): Promise<number> {
	const rows = await db
		.selectFrom('persons as s')
		.select('s.id')
		.where('s.organisationId', '=', organisationId)
		.where('s.id', '<>', organisationId)
		.where(({ not, exists, or, selectFrom }) => {
			const cards = selectFrom('cards as c').whereRef('c.personId', '=', 's.id').select('c.id');
			const opening = cards
				.innerJoin('batches as b', 'b.id', 'c.batchId')
				.where('c.revokedAt', 'is', null)
				.where('b.revokedAt', 'is', null)
				.where('b.validUntil', '>', now);
			return or([not(exists(cards)), exists(opening)]);
		})
		.execute();
	return rows.length;
}

/** The same with the day since when, and the card, as the team knows it. */
export async function seatRows(db: Db, organisationId: string) {
	return db
		.selectFrom('persons as s')
		.leftJoin('cards as c', (join) => join.onRef('c.personId', '=', 's.id').on('c.revokedAt', 'is', null))
		.leftJoin('batches as b', 'b.id', 'c.batchId')
		.leftJoin('places as p', 'p.id', 'c.placeId')
		.select(['s.id', 's.createdAt', 'c.number', 'p.code as placeCode', 'b.label', 'b.revokedAt', 'b.validUntil'])
		.where('s.organisationId', '=', organisationId)
		.where('s.id', '<>', organisationId)
		.orderBy('s.createdAt')
		.orderBy('s.id')
		.execute();
}

const SUPPORTS = {
	proposal: { table: 'supports', subject: 's.proposal_id' },
	amendment: { table: 'amendment_supports', subject: 's.amendment_id' }
} as const;

/** Who supports a text as an organisation: their participant is the organisation itself. */
export async function supporting(db: Db, kind: keyof typeof SUPPORTS, id: string): Promise<{ name: string }[]> {
	const { table, subject } = SUPPORTS[kind];
	const { rows } = await sql<{ name: string }>`select o.name from ${sql.table(table)} as s
		inner join organisations as o on o.id = s.person_id where ${sql.ref(subject)} = ${id} order by o.name`.execute(db);
	return rows;
}

/** The organisation of this name; made when there is none. Call it inside `transaction`. */
export async function organisationNamed(db: Db, name: string, now: Instant): Promise<string> {
	const known = await byNameKey(db, name);
	if (known) return known.id;
	const id = newId(Date.parse(now));
	await add(db, { id, name }, now);
	return id;
}
