import { sql } from 'kysely';
import type { Instant } from '../time.ts';
import type { Stretch } from '../cursor.ts';
import type { Db } from '../server/app.ts';
import { isPublic, isPublicComment } from '../server/db/publicTexts.ts';
import type { Tables } from '../server/db/tables.ts';
import type { SubjectKind } from './comment.ts';

const SUBJECT_COLUMN = { proposal: 'c.proposalId', point: 'c.pointId', amendment: 'c.amendmentId' } as const;

/** Every comment with the name of its organisation. */
export function rows(db: Db) {
	return db
		.selectFrom('comments as c')
		.leftJoin('organisations as o', 'o.id', 'c.organisationId')
		.selectAll('c')
		.select('o.name as organisation');
}

export type CommentRow = NonNullable<Awaited<ReturnType<typeof rowById>>>;

export async function rowById(db: Db, id: string) {
	return rows(db).where('c.id', '=', id).executeTakeFirst();
}

export async function rowsById(db: Db, ids: readonly string[]) {
	return ids.length === 0
		? []
		: rows(db)
				.where('c.id', 'in', [...ids])
				.execute();
}

/** What was public once (tombstones keep its place), and what the reader wrote and still waits. */
function readableBy(readerId: string | null) {
	return sql<boolean>`(c.published_at is not null
		or (c.author_id = ${readerId} and c.rejected_at is null and c.withdrawn_at is null))`;
}

export interface Place {
	createdAt: Instant;
	id: string;
}

export interface ThreadAsked {
	subject: { kind: SubjectKind; id: string };
	readerId: string | null;
	before: Place | null;
	limit: number;
}

/** Newest first; one row more than asked, to know whether there is a next page. */
export async function roots(db: Db, { subject, readerId, before, limit }: ThreadAsked) {
	let query = rows(db)
		.where(SUBJECT_COLUMN[subject.kind], '=', subject.id)
		.where('c.parentId', 'is', null)
		.where(readableBy(readerId))
		.orderBy('c.createdAt', 'desc')
		.orderBy('c.id', 'desc')
		.limit(limit + 1);
	if (before) query = query.where(sql<boolean>`(c.created_at, c.id) < (${before.createdAt}, ${before.id})`);
	return query.execute();
}

/** Oldest first: answers are read as a conversation. */
export async function replies(db: Db, rootIds: readonly string[], readerId: string | null) {
	if (rootIds.length === 0) return [];
	return rows(db)
		.where('c.parentId', 'in', [...rootIds])
		.where(readableBy(readerId))
		.orderBy('c.createdAt')
		.orderBy('c.id')
		.execute();
}

export interface NewComment {
	id: string;
	consultationId: string;
	proposalId: string | null;
	pointId: string | null;
	wordingId: string | null;
	amendmentId: string | null;
	parentId: string | null;
	stance: string;
	body: string;
	authorId: string | null;
	authorName: string;
	authorGroup: string;
	organisationId: string | null;
}

export async function add(db: Db, comment: NewComment, now: Instant): Promise<void> {
	await db
		.insertInto('comments')
		.values({
			...comment,
			createdAt: now,
			publishedAt: null,
			rejectedAt: null,
			hiddenAt: null,
			redactedAt: null,
			withdrawnAt: null
		})
		.execute();
}

type Changes = Partial<
	Pick<Tables['comments'], 'body' | 'publishedAt' | 'rejectedAt' | 'hiddenAt' | 'redactedAt' | 'withdrawnAt'>
>;

export async function change(db: Db, id: string, changes: Changes): Promise<void> {
	// Search follows.
	await db
		.updateTable('comments')
		.set({ ...changes, searchedAt: null })
		.where('id', '=', id)
		.execute();
}

export async function waiting(db: Db, limit: number, { offset, newest }: Stretch) {
	return rows(db)
		.where('c.publishedAt', 'is', null)
		.where('c.rejectedAt', 'is', null)
		.where('c.withdrawnAt', 'is', null)
		.orderBy('c.createdAt', newest ? 'desc' : 'asc')
		.orderBy('c.id', newest ? 'desc' : 'asc')
		.limit(limit)
		.offset(offset)
		.execute();
}

export async function countWaiting(db: Db): Promise<number> {
	const row = await db
		.selectFrom('comments')
		.select((e) => e.fn.countAll<number>().as('count'))
		.where('publishedAt', 'is', null)
		.where('rejectedAt', 'is', null)
		.where('withdrawnAt', 'is', null)
		.executeTakeFirst();
	return row?.count ?? 0;
}

export async function countsByGroup(db: Db, consultationId: string) {
	return db
		.selectFrom('commentCounts')
		.select(['authorGroup as group', 'count'])
		.where('consultationId', '=', consultationId)
		.execute();
}

/** What everybody can read, by what it is about; amendments without a comment are left out. */
export async function onAmendments(db: Db, ids: readonly string[]) {
	if (ids.length === 0) return [];
	return db
		.selectFrom('comments')
		.select((e) => ['amendmentId', e.fn.countAll<number>().as('count')])
		.where('amendmentId', 'in', [...ids])
		.where(isPublic('comments'))
		.groupBy('amendmentId')
		.execute();
}

export async function unlink(db: Db, authorId: string): Promise<void> {
	await db
		.updateTable('comments')
		.set({
			authorId: null,
			authorName: sql<string>`case when organisation_id is null then '' else author_name end`
		})
		.where('authorId', '=', authorId)
		.execute();
}

export async function emptyRejected(db: Db, before: string, except: readonly string[]): Promise<number> {
	const result = await db
		.updateTable('comments')
		.set({ body: '' })
		.where('rejectedAt', '<', before)
		.where('body', '<>', '')
		// Never an empty list: PostgreSQL does not know such a thing.
		.where('id', 'not in', [...except, ''])
		.executeTakeFirst();
	return Number(result.numUpdatedRows);
}

/** Only where there is no author yet. */
export async function giveTo(db: Db, id: string, personId: string, authorName: string): Promise<boolean> {
	const result = await db
		.updateTable('comments')
		.set({ authorId: personId, authorName })
		.where('id', '=', id)
		.where('authorId', 'is', null)
		.executeTakeFirst();
	return result.numUpdatedRows > 0n;
}

/** Everything anybody can read, in the order in which it was published. */
export async function published(db: Db, after: { publishedAt: Instant; id: string } | null, limit: number) {
	let query = rows(db).where(isPublicComment('c')).orderBy('c.publishedAt').orderBy('c.id').limit(limit);
	if (after) query = query.where(sql<boolean>`(c.published_at, c.id) > (${after.publishedAt}, ${after.id})`);
	return query.execute();
}
