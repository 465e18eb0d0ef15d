import { sql } from 'kysely';
import type { Instant } from '../server/ctx.ts';
import type { Db } from '../server/house.ts';
import type { Tables } from '../server/db/tables.ts';
import type { ListInput, Sort } from './proposal.ts';
import { fold, searchParts } from './fold.ts';

const SORT_COLUMN = { newest: 'p.publishedAt', supported: 'p.supportCount', discussed: 'p.commentCount' } as const;

const COLUMNS = [
	'p.id',
	'p.number',
	'p.consultationId',
	'p.fieldId',
	'f.title as field',
	'p.kind',
	'p.title',
	'p.body',
	'p.evidence',
	'p.authorId',
	'p.authorName',
	'p.authorGroup',
	'o.name as organisation',
	'p.createdAt',
	'p.changedAt',
	'p.submittedAt',
	'p.publishedAt',
	'p.rejectedAt',
	'p.hiddenAt',
	'p.redactedAt',
	'p.supportCount',
	'p.commentCount',
	'p.origin',
	'p.originUrl'
] as const;

function rows(db: Db) {
	return db
		.selectFrom('proposals as p')
		.leftJoin('fields as f', 'f.id', 'p.fieldId')
		.leftJoin('organisations as o', 'o.id', 'p.organisationId')
		.select(COLUMNS);
}

export type ProposalRow = Awaited<ReturnType<typeof rowById>>;

export async function rowById(db: Db, id: string) {
	return rows(db).where('p.id', '=', id).executeTakeFirst();
}

export async function rowByNumber(db: Db, number: number) {
	return rows(db).where('p.number', '=', number).executeTakeFirst();
}

export async function rowsById(db: Db, ids: readonly string[]) {
	return ids.length === 0 ? [] : rows(db).where('p.id', 'in', [...ids]).execute();
}

export async function rowsOfAuthor(db: Db, authorId: string) {
	return rows(db).where('p.authorId', '=', authorId).orderBy('p.createdAt', 'desc').execute();
}

export interface Cursor {
	value: string | number;
	number: number;
}

/** One page of what is public, and one row more to know whether there is a next page. */
export async function publishedPage(db: Db, consultationId: string, ask: ListInput, cursor: Cursor | null, limit: number) {
	const column = SORT_COLUMN[ask.sort];
	let query = rows(db)
		.where('p.consultationId', '=', consultationId)
		.where('p.publishedAt', 'is not', null)
		.where('p.hiddenAt', 'is', null);
	if (ask.field) query = query.where('f.slug', '=', ask.field);
	if (ask.kind) query = query.where('p.kind', '=', ask.kind);
	if (ask.group) query = query.where('p.authorGroup', '=', ask.group);
	for (const part of ask.q ? searchParts(ask.q) : []) query = query.where(contains(part));
	if (cursor) query = query.where(before(ask.sort, cursor));
	return query
		.orderBy(column, 'desc')
		.orderBy('p.number', 'desc')
		.limit(limit + 1)
		.execute();
}

function contains(part: string) {
	return sql<boolean>`p.id in (select proposal_id from proposal_texts where folded like ${`%${part}%`})`;
}

/** Lists run downwards, so the next page is what comes before the cursor in the index. */
function before(sort: Sort, cursor: Cursor) {
	return sql<boolean>`(${sql.ref(SORT_COLUMN[sort])}, p.number) < (${cursor.value}, ${cursor.number})`;
}

export async function addDraft(
	db: Db,
	draft: { id: string; consultationId: string; authorId: string },
	text: DraftText,
	now: Instant
): Promise<void> {
	await db
		.insertInto('proposals')
		.values({
			...draft,
			...text,
			number: null,
			authorName: null,
			authorGroup: null,
			organisationId: null,
			createdAt: now,
			changedAt: now,
			submittedAt: null,
			publishedAt: null,
			rejectedAt: null,
			hiddenAt: null,
			redactedAt: null,
			origin: null,
			originId: null,
			originUrl: null
		})
		.execute();
}

export interface DraftText {
	fieldId: string | null;
	kind: string;
	title: string;
	body: string;
	evidence: string | null;
}

export async function changeText(db: Db, id: string, text: Partial<DraftText>, now: Instant): Promise<void> {
	await db
		.updateTable('proposals')
		.set({ ...text, changedAt: now })
		.where('id', '=', id)
		.execute();
}

export interface Submission {
	number: number;
	authorName: string;
	authorGroup: string;
	organisationId: string | null;
	submittedAt: Instant;
}

export async function submit(db: Db, id: string, submission: Submission): Promise<void> {
	await db.updateTable('proposals').set(submission).where('id', '=', id).execute();
}

export async function removeDraft(db: Db, id: string): Promise<void> {
	await db.deleteFrom('proposals').where('id', '=', id).where('submittedAt', 'is', null).execute();
}

type Moments = Partial<Pick<Tables['proposals'], 'publishedAt' | 'rejectedAt' | 'hiddenAt' | 'redactedAt'>>;

export async function setMoments(db: Db, id: string, moments: Moments): Promise<void> {
	await db.updateTable('proposals').set(moments).where('id', '=', id).execute();
}

/** The index follows what the public may read: replaced at every change, gone when hidden. */
export async function index(db: Db, id: string, text: { title: string; body: string; evidence: string | null } | null) {
	await db.deleteFrom('proposalTexts').where('proposalId', '=', id).execute();
	if (!text) return;
	const folded = fold(`${text.title} ${text.body} ${text.evidence ?? ''}`);
	await db.insertInto('proposalTexts').values({ proposalId: id, folded }).execute();
}

export async function waiting(db: Db, limit: number) {
	return rows(db)
		.where('p.submittedAt', 'is not', null)
		.where('p.publishedAt', 'is', null)
		.where('p.rejectedAt', 'is', null)
		.orderBy('p.submittedAt')
		.limit(limit)
		.execute();
}

export async function countWaiting(db: Db): Promise<number> {
	const row = await db
		.selectFrom('proposals')
		.select((e) => e.fn.countAll<number>().as('count'))
		.where('submittedAt', 'is not', null)
		.where('publishedAt', 'is', null)
		.where('rejectedAt', 'is', null)
		.executeTakeFirst();
	return row?.count ?? 0;
}

export async function addSupport(
	db: Db,
	support: { proposalId: string; personId: string; group: string },
	now: Instant
): Promise<boolean> {
	const result = await db
		.insertInto('supports')
		.values({ ...support, createdAt: now })
		.onConflict((c) => c.columns(['proposalId', 'personId']).doNothing())
		.executeTakeFirst();
	return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function removeSupport(db: Db, proposalId: string, personId: string): Promise<boolean> {
	const result = await db
		.deleteFrom('supports')
		.where('proposalId', '=', proposalId)
		.where('personId', '=', personId)
		.executeTakeFirst();
	return result.numDeletedRows > 0n;
}

export async function addToCount(
	db: Db,
	id: string,
	count: 'supportCount' | 'commentCount',
	change: number
): Promise<void> {
	await db
		.updateTable('proposals')
		.set((e) => ({ [count]: e(count, '+', change) }))
		.where('id', '=', id)
		.execute();
}

export async function supportedBy(db: Db, personId: string, ids: readonly string[]): Promise<string[]> {
	if (ids.length === 0) return [];
	const rows = await db
		.selectFrom('supports')
		.select('proposalId')
		.where('personId', '=', personId)
		.where('proposalId', 'in', [...ids])
		.execute();
	return rows.map((row) => row.proposalId);
}

export interface Imported extends DraftText {
	id: string;
	number: number;
	consultationId: string;
	authorName: string;
	authorGroup: string;
	publishedAt: Instant;
	origin: string;
	originId: string;
	originUrl: string | null;
}

export async function addImported(db: Db, row: Imported, now: Instant): Promise<void> {
	await db
		.insertInto('proposals')
		.values({
			...row,
			authorId: null,
			organisationId: null,
			createdAt: now,
			changedAt: now,
			submittedAt: row.publishedAt,
			rejectedAt: null,
			hiddenAt: null,
			redactedAt: null
		})
		.execute();
}

export async function knownOriginIds(db: Db, origin: string): Promise<string[]> {
	const rows = await db.selectFrom('proposals').select('originId').where('origin', '=', origin).execute();
	return rows.flatMap((row) => (row.originId === null ? [] : [row.originId]));
}

/** Every proposal of a consultation that was ever published and is not hidden: what a version must answer. */
export async function idsInScope(db: Db, consultationId: string): Promise<string[]> {
	const rows = await db
		.selectFrom('proposals')
		.select('id')
		.where('consultationId', '=', consultationId)
		.where('publishedAt', 'is not', null)
		.where('hiddenAt', 'is', null)
		.orderBy('number')
		.execute();
	return rows.map((row) => row.id);
}

export async function countsByGroup(db: Db, consultationId: string) {
	return db
		.selectFrom('proposals')
		.select((e) => ['authorGroup as group', e.fn.countAll<number>().as('count')])
		.where('consultationId', '=', consultationId)
		.where('publishedAt', 'is not', null)
		.where('hiddenAt', 'is', null)
		.groupBy('authorGroup')
		.execute();
}
