import { sql } from 'kysely';
import type { Db } from '../server/app.ts';

/** With how much each has said in public. */
function rows(db: Db) {
	return db.selectFrom('organisations as o').select((e) => [
		'o.id',
		'o.name',
		e
			.selectFrom('organisationPositions as x')
			.select((c) => c.fn.countAll<number>().as('n'))
			.whereRef('x.organisationId', '=', 'o.id')
			.as('positions'),
		e
			.selectFrom('proposals as p')
			.select((c) => c.fn.countAll<number>().as('n'))
			.whereRef('p.organisationId', '=', 'o.id')
			.where('p.publishedAt', 'is not', null)
			.where('p.hiddenAt', 'is', null)
			.where('p.withdrawnAt', 'is', null)
			.as('contributions')
	]);
}

const counted = <T extends { positions: number | null; contributions: number | null }>(row: T) => ({
	...row,
	positions: Number(row.positions ?? 0),
	contributions: Number(row.contributions ?? 0)
});

/** By name: those with something to read. */
export async function spoken(db: Db, after: string | null, limit: number) {
	let query = rows(db)
		.where(
			sql<boolean>`(exists (select 1 from organisation_positions x where x.organisation_id = o.id)
			or exists (select 1 from proposals p where p.organisation_id = o.id and p.published_at is not null
				and p.hidden_at is null and p.withdrawn_at is null))`
		)
		.orderBy('o.name')
		.limit(limit);
	if (after !== null) query = query.where('o.name', '>', after);
	return (await query.execute()).map(counted);
}

export async function all(db: Db) {
	const found = await rows(db)
		.select((e) =>
			e
				.selectFrom('persons as s')
				.select((c) => c.fn.countAll<number>().as('n'))
				.whereRef('s.organisationId', '=', 'o.id')
				.whereRef('s.id', '<>', 'o.id')
				.as('seats')
		)
		.orderBy('o.name')
		.execute();
	return found.map((row) => ({ ...counted(row), seats: Number(row.seats ?? 0) }));
}

export async function byId(db: Db, id: string) {
	return db.selectFrom('organisations').select(['id', 'name']).where('id', '=', id).executeTakeFirst();
}

const MOST = 200;

export async function contributionsOf(db: Db, id: string) {
	return db
		.selectFrom('proposals')
		.select(['number', 'title'])
		.where('organisationId', '=', id)
		.where('publishedAt', 'is not', null)
		.where('hiddenAt', 'is', null)
		.where('withdrawnAt', 'is', null)
		.orderBy('number', 'desc')
		.limit(MOST)
		.execute();
}

export async function batchesOf(db: Db, id: string) {
	return db
		.selectFrom('batches')
		.select(['id', 'label', 'size'])
		.where('organisationId', '=', id)
		.orderBy('issuedAt', 'desc')
		.execute();
}

/** Name frozen into texts that are read today. */
export async function renameTexts(db: Db, id: string, name: string): Promise<void> {
	for (const table of ['proposals', 'comments', 'amendments'] as const) {
		await db.updateTable(table).set({ authorName: name }).where('organisationId', '=', id).execute();
	}
}

/** Where both have spoken on the same wording in the same phase. */
export async function bothOn(db: Db, one: string, other: string) {
	return db
		.selectFrom('organisationPositions as a')
		.innerJoin('organisationPositions as b', (join) =>
			join.onRef('b.wordingId', '=', 'a.wordingId').onRef('b.phaseId', '=', 'a.phaseId')
		)
		.select(['a.wordingId', 'a.phaseId'])
		.where('a.organisationId', '=', one)
		.where('b.organisationId', '=', other)
		.whereRef('a.organisationId', '<>', 'b.organisationId')
		.execute();
}

/** Of two positions the one that was said last stays. */
export async function dropEarlier(
	db: Db,
	{ wordingId, phaseId }: { wordingId: string; phaseId: string },
	ids: readonly string[]
): Promise<void> {
	const [, earlier] = await db
		.selectFrom('organisationPositions')
		.select('organisationId')
		.where('wordingId', '=', wordingId)
		.where('phaseId', '=', phaseId)
		.where('organisationId', 'in', [...ids])
		.orderBy('since', 'desc')
		.orderBy('organisationId')
		.execute();
	if (!earlier) return;
	await db
		.deleteFrom('organisationPositions')
		.where('wordingId', '=', wordingId)
		.where('phaseId', '=', phaseId)
		.where('organisationId', '=', earlier.organisationId)
		.execute();
}

/** Everything of the first becomes the second's; the first is gone. Its participant stays as an empty row, for the journal. */
export async function handOver(db: Db, from: string, into: { id: string; name: string }): Promise<void> {
	for (const table of ['proposals', 'comments', 'amendments'] as const) {
		await db.updateTable(table).set({ authorId: into.id }).where('authorId', '=', from).execute();
		const owned = { organisationId: into.id, authorName: into.name };
		await db.updateTable(table).set(owned).where('organisationId', '=', from).execute();
	}
	await supports(db, { supports: 'supports', subject: 'proposal_id' }, from, into.id);
	await supports(db, { supports: 'amendment_supports', subject: 'amendment_id' }, from, into.id);
	await sql`delete from understandings where person_id = ${from} and exists (select 1 from understandings u
		where u.version_id = understandings.version_id and u.point_id = understandings.point_id
		and u.person_id = ${into.id})`.execute(db);
	await db.updateTable('understandings').set({ personId: into.id }).where('personId', '=', from).execute();
	await db.updateTable('consents').set({ personId: into.id }).where('personId', '=', from).execute();
	const organisation = { organisationId: into.id };
	await db.updateTable('organisationPositions').set(organisation).where('organisationId', '=', from).execute();
	await db.updateTable('batches').set(organisation).where('organisationId', '=', from).execute();
	await db
		.updateTable('persons')
		.set(organisation)
		.where('organisationId', '=', from)
		.where('id', '<>', from)
		.execute();
	await db.updateTable('persons').set({ pseudonym: '', organisationId: null }).where('id', '=', from).execute();
	await db.deleteFrom('organisations').where('id', '=', from).execute();
}

/** Both supported the same: their name stands there once from now on. */
async function supports(
	db: Db,
	names: { supports: string; subject: string },
	from: string,
	into: string
): Promise<void> {
	const [table, subject] = [sql.table(names.supports), sql.ref(names.subject)];
	const twice = sql`select a.${subject} from ${table} a inner join ${table} b on b.${subject} = a.${subject}
		where a.person_id = ${from} and b.person_id = ${into}`;
	await sql`delete from ${table} where person_id = ${from} and ${subject} in (${twice})`.execute(db);
	await sql`update ${table} set person_id = ${into} where person_id = ${from}`.execute(db);
}
