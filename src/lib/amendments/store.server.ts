import { sql } from 'kysely';
import { isNumber } from '../server/db/counters.ts';
import type { Tables } from '../server/db/tables.ts';
import type { Instant } from '../time.ts';
import type { Db } from '../server/app.ts';

function rows(db: Db) {
	return db
		.selectFrom('amendments as a')
		.leftJoin('organisations as o', 'o.id', 'a.organisationId')
		.leftJoin('versions as v', 'v.id', 'a.outcomeVersionId')
		.selectAll('a')
		.select(['o.name as organisation', 'v.number as outcomeNumber', 'v.publishedAt as outcomePublishedAt']);
}

export type AmendmentRow = NonNullable<Awaited<ReturnType<typeof rowById>>>;

export async function rowById(db: Db, id: string) {
	return rows(db).where('a.id', '=', id).executeTakeFirst();
}

export async function rowByNumber(db: Db, number: number) {
	if (!isNumber(number)) return undefined;
	return rows(db).where('a.number', '=', number).executeTakeFirst();
}

export async function rowsById(db: Db, ids: readonly string[]) {
	if (ids.length === 0) return [];
	return rows(db)
		.where('a.id', 'in', [...ids])
		.orderBy('a.number')
		.execute();
}

export async function rowsOfAuthor(db: Db, authorId: string, page?: { before: number | null; limit: number }) {
	let query = rows(db).where('a.authorId', '=', authorId).orderBy('a.number', 'desc');
	if (page) query = query.limit(page.limit);
	if (typeof page?.before === 'number') query = query.where('a.number', '<', page.before);
	return query.execute();
}

const PUBLIC = sql<boolean>`(a.published_at is not null and a.hidden_at is null and a.withdrawn_at is null)`;

/** What everybody may read of these points, and what the reader wrote and still waits; newest first. */
export async function onPoint(
	db: Db,
	asked: { pointId: string; readerId: string | null; before: number | null; limit: number }
) {
	const own = sql<boolean>`(a.author_id = ${asked.readerId} and a.published_at is null
		and a.rejected_at is null and a.withdrawn_at is null)`;
	let query = rows(db)
		.where('a.pointId', '=', asked.pointId)
		.where((e) => e.or([PUBLIC, own]))
		.orderBy('a.number', 'desc')
		.limit(asked.limit);
	if (asked.before !== null) query = query.where('a.number', '<', asked.before);
	return query.execute();
}

/** Public and undecided, oldest first: of one point or of a whole consultation. */
export async function undecided(db: Db, of: { pointId: string } | { consultationId: string }, limit: number) {
	const query = rows(db).where(PUBLIC).where('a.outcome', 'is', null).orderBy('a.number').limit(limit);
	return 'pointId' in of
		? query.where('a.pointId', '=', of.pointId).execute()
		: query.where('a.consultationId', '=', of.consultationId).execute();
}

/** Decided in this draft, oldest first. */
export async function decidedIn(db: Db, versionId: string) {
	return rows(db).where('a.outcomeVersionId', '=', versionId).orderBy('a.number').execute();
}

/** The decisions alone, as they lie there: they stay when the words of an amendment go. */
export async function decisionsIn(db: Db, versionId: string) {
	return db
		.selectFrom('amendments')
		.select(['id', 'number', 'pointId', 'wordingId', 'outcome', 'outcomeReason as reason', 'decidedAt'])
		.where('outcomeVersionId', '=', versionId)
		.orderBy('number')
		.execute();
}

export async function countUndecided(db: Db, consultationId: string): Promise<number> {
	const row = await db
		.selectFrom('amendments as a')
		.select((e) => e.fn.countAll<number>().as('count'))
		.where(PUBLIC)
		.where('a.outcome', 'is', null)
		.where('a.consultationId', '=', consultationId)
		.executeTakeFirst();
	return row?.count ?? 0;
}

export type NewAmendment = Pick<
	Tables['amendments'],
	'id' | 'number' | 'consultationId' | 'pointId' | 'wordingId' | 'title' | 'body' | 'reason'
> & { authorId: string; authorName: string; authorGroup: string; organisationId: string | null };

const UNDECIDED = { outcome: null, outcomeReason: null, outcomeVersionId: null, decidedBy: null, decidedAt: null };
const UNSCREENED = { publishedAt: null, rejectedAt: null, hiddenAt: null, redactedAt: null, withdrawnAt: null };

export async function add(db: Db, amendment: NewAmendment, now: Instant): Promise<void> {
	await db
		.insertInto('amendments')
		.values({ ...amendment, createdAt: now, ...UNSCREENED, ...UNDECIDED })
		.execute();
}

type Changes = Partial<
	Pick<
		Tables['amendments'],
		| 'title'
		| 'body'
		| 'reason'
		| 'publishedAt'
		| 'rejectedAt'
		| 'hiddenAt'
		| 'redactedAt'
		| 'withdrawnAt'
		| 'outcome'
		| 'outcomeReason'
		| 'outcomeVersionId'
		| 'decidedBy'
		| 'decidedAt'
	>
>;

export async function change(db: Db, id: string, changes: Changes): Promise<void> {
	await db.updateTable('amendments').set(changes).where('id', '=', id).execute();
}

/** Undoes a decision. */
export async function reopen(db: Db, id: string): Promise<void> {
	await change(db, id, UNDECIDED);
}

export async function unlink(db: Db, authorId: string): Promise<void> {
	await db
		.updateTable('amendments')
		.set({
			authorId: null,
			authorName: sql<string>`case when organisation_id is null then '' else author_name end`
		})
		.where('authorId', '=', authorId)
		.execute();
}

export async function emptyRejected(db: Db, before: string, except: readonly string[]): Promise<number> {
	const result = await db
		.updateTable('amendments')
		.set({ title: '', body: '', reason: '' })
		.where('rejectedAt', '<', before)
		.where('body', '<>', '')
		// Never an empty list: PostgreSQL does not know such a thing.
		.where('id', 'not in', [...except, ''])
		.executeTakeFirst();
	return Number(result.numUpdatedRows);
}

/** Everything anybody can read, by number. */
export async function published(db: Db, after: number, limit: number) {
	return rows(db).where(PUBLIC).where('a.number', '>', after).orderBy('a.number').limit(limit).execute();
}

export async function idByNumber(db: Db, number: number) {
	return db.selectFrom('amendments').select('id').where('number', '=', number).executeTakeFirst();
}

export async function put(db: Db, row: Omit<Tables['amendments'], 'supportCount'> & { supportCount: number }) {
	const { id: _, ...facts } = row;
	await db
		.insertInto('amendments')
		.values(row)
		.onConflict((c) => c.column('id').doUpdateSet(facts))
		.execute();
}
