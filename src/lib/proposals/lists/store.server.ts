import { sql } from 'kysely';
import type { Stretch } from '../../cursor.ts';
import type { Db } from '../../server/app.ts';
import { containing, occurring, rowId, rowToJoin, type Where } from '../../server/db/fullTextSearch.ts';
import { searchParts } from './searchText.ts';
import type { ListInput } from '../proposal.ts';
import { rows } from '../store.server.ts';
import { isNumber } from '../../server/db/counters.ts';

const SORT_COLUMN = { newest: 'p.publishedAt', supported: 'p.supportCount', discussed: 'p.commentCount' } as const;

export interface Cursor {
	value: string | number;
	number: number;
}

function publicRows(db: Db, consultationId: string, ask: ListInput) {
	let query = rows(db)
		.where('p.consultationId', '=', consultationId)
		.where('p.publishedAt', 'is not', null)
		.where('p.hiddenAt', 'is', null)
		.where('p.withdrawnAt', 'is', null);
	if (ask.field) query = query.where('f.slug', '=', ask.field);
	if (ask.kind) query = query.where('p.kind', '=', ask.kind);
	if (ask.group) query = query.where('p.authorGroup', '=', ask.group);
	return query;
}

/** Numbers of what is public, the newest first, with when it was published. */
export async function newestPublic(db: Db, consultationId: string, most: number) {
	return db
		.selectFrom('proposals')
		.select(['number', 'publishedAt'])
		.where('consultationId', '=', consultationId)
		.where('publishedAt', 'is not', null)
		.where('hiddenAt', 'is', null)
		.where('withdrawnAt', 'is', null)
		.orderBy('publishedAt', 'desc')
		.orderBy('number', 'desc')
		.limit(most)
		.execute();
}

/** One page of what is public, and one row more to know whether there is a next page. */
export async function publishedPage(
	db: Db,
	consultationId: string,
	ask: ListInput,
	cursor: Cursor | null,
	limit: number
) {
	const parts = ask.q ? searchParts(ask.q) : [];
	if (parts.length > 0 && (ask.sort === 'newest' || ask.sort === 'best')) {
		return hits(db, consultationId, { ask, parts, cursor, limit });
	}
	const sort = ask.sort === 'best' ? 'newest' : ask.sort;
	let query = publicRows(db, consultationId, ask);
	if (parts.length > 0) query = query.where(await occurring(db, 'proposal_texts', 'p.number', parts));
	if (cursor) query = query.where(before(sort, cursor));
	return query
		.orderBy(SORT_COLUMN[sort], 'desc')
		.orderBy('p.number', 'desc')
		.limit(limit + 1)
		.execute();
}

interface HitsAsked {
	ask: ListInput;
	parts: readonly string[];
	cursor: Cursor | null;
	limit: number;
}

/** In the order of the index, which is that of the numbers; where the best comes first, those whose titles say it. */
async function hits(db: Db, consultationId: string, { ask, parts, cursor, limit }: HitsAsked) {
	const read = (where: Where, under: number | null, most: number) => {
		let query = publicRows(db, consultationId, ask)
			.innerJoin('proposalTexts', (join) => join.on('p.number', '=', rowToJoin(db, 'proposal_texts')))
			.where(containing(db, 'proposal_texts', parts, where));
		if (under !== null) query = query.where('proposalTexts.rowid', '<', rowId(under));
		return query.orderBy('proposalTexts.rowid', 'desc').limit(most).execute();
	};
	const under = cursor?.number ?? null;
	if (ask.sort === 'newest') return read('anywhere', under, limit + 1);
	const titled = cursor?.value === 0 ? [] : await read('title', under, limit + 1);
	if (titled.length > limit) return titled;
	const mentioned = await read('mentions', cursor?.value === 0 ? under : null, limit + 1 - titled.length);
	return [...titled, ...mentioned];
}

/** Whether all parts occur in the title of the contribution with this number. */
export async function titledAmong(db: Db, parts: readonly string[], number: number): Promise<boolean> {
	const row = await db
		.selectFrom('proposalTexts')
		.select('rowid')
		.where('rowid', '=', rowId(number))
		.where(containing(db, 'proposal_texts', parts, 'title'))
		.executeTakeFirst();
	return row !== undefined;
}

/** How many of what is public fit, counted up to one more than `most`. */
export async function countPublished(db: Db, consultationId: string, ask: ListInput, most: number): Promise<number> {
	const parts = ask.q ? searchParts(ask.q) : [];
	let found = publicRows(db, consultationId, ask).clearSelect().select('p.id');
	if (parts.length > 0) found = found.where(await occurring(db, 'proposal_texts', 'p.number', parts));
	const row = await db
		.selectFrom(found.limit(most + 1).as('found'))
		.select((e) => e.fn.countAll<number>().as('count'))
		.executeTakeFirst();
	return Number(row?.count ?? 0);
}

/** Lists run downwards, so the next page is what comes before the cursor in the index. */
function before(sort: keyof typeof SORT_COLUMN, cursor: Cursor) {
	return sql<boolean>`(${sql.ref(SORT_COLUMN[sort])}, p.number) < (${cursor.value}, ${cursor.number})`;
}

/** It belongs to no campaign. */
const alone = (id: string) =>
	sql<boolean>`not exists (select 1 from near_copies n where n.proposal_id = ${sql.ref(id)})`;

/** Every proposal of a consultation that was ever published and is not hidden: what a version must answer. */
export async function idsInScope(
	db: Db,
	consultationId: string,
	ask: { field?: string; q?: string }
): Promise<string[]> {
	let query = db
		.selectFrom('proposals as p')
		.leftJoin('fields as f', 'f.id', 'p.fieldId')
		.select('p.id')
		.where('p.consultationId', '=', consultationId)
		.where('p.publishedAt', 'is not', null)
		.where('p.hiddenAt', 'is', null)
		.where('p.withdrawnAt', 'is', null)
		.orderBy('p.number');
	if (ask.field) query = query.where('f.slug', '=', ask.field);
	const parts = ask.q ? searchParts(ask.q) : [];
	if (parts.length > 0) query = query.where(await occurring(db, 'proposal_texts', 'p.number', parts));
	return (await query.execute()).map((row) => row.id);
}

export async function countsByGroup(db: Db, consultationId: string) {
	return db
		.selectFrom('proposalCounts')
		.select((e) => ['authorGroup as group', e.fn.sum<number | string>('count').as('count')])
		.where('consultationId', '=', consultationId)
		.groupBy('authorGroup')
		.execute();
}

/** `apart`: without the texts of campaigns, which stand apart. */
export async function waiting(db: Db, limit: number, apart: boolean, { offset, newest }: Stretch) {
	const query = apart ? rows(db).where(alone('p.id')) : rows(db);
	return query
		.where('p.submittedAt', 'is not', null)
		.where('p.publishedAt', 'is', null)
		.where('p.rejectedAt', 'is', null)
		.where('p.withdrawnAt', 'is', null)
		.where('p.withheldAt', 'is', null)
		.where('p.sharedAt', 'is', null)
		.orderBy('p.submittedAt', newest ? 'desc' : 'asc')
		.orderBy('p.number', newest ? 'desc' : 'asc')
		.limit(limit)
		.offset(offset)
		.execute();
}

export async function countWaiting(db: Db): Promise<number> {
	const row = await db
		.selectFrom('proposals')
		.select((e) => e.fn.countAll<number>().as('count'))
		.where('submittedAt', 'is not', null)
		.where('publishedAt', 'is', null)
		.where('rejectedAt', 'is', null)
		.where('withdrawnAt', 'is', null)
		.where('withheldAt', 'is', null)
		.where('sharedAt', 'is', null)
		.executeTakeFirst();
	return row?.count ?? 0;
}

/** What these people wrote that everybody can read, by number. */
export async function publishedBy(db: Db, authorIds: readonly string[]) {
	if (authorIds.length === 0) return [];
	return db
		.selectFrom('proposals')
		.select(['id', 'number', 'title', 'language', 'authorId'])
		.where('authorId', 'in', [...authorIds])
		.where('publishedAt', 'is not', null)
		.where('hiddenAt', 'is', null)
		.where('withdrawnAt', 'is', null)
		.orderBy('number')
		.execute();
}

/** The little that a reference needs; texts would make long lists of sources heavy. */
function headings(db: Db) {
	return db
		.selectFrom('proposals')
		.select(['id', 'number', 'title', 'authorGroup', 'submittedAt', 'publishedAt', 'rejectedAt', 'hiddenAt'])
		.select(['withdrawnAt', 'sharedAt', 'language']);
}

export async function headingsById(db: Db, ids: readonly string[]) {
	return ids.length === 0
		? []
		: headings(db)
				.where('id', 'in', [...ids])
				.execute();
}

export async function headingsByNumber(db: Db, consultationId: string, numbers: readonly number[]) {
	const possible = numbers.filter(isNumber);
	if (possible.length === 0) return [];
	return headings(db).where('consultationId', '=', consultationId).where('number', 'in', possible).execute();
}

/** What was sent, the highest number first: numbers tell no time of day. */
export async function sentBy(db: Db, authorId: string, before: number | null, limit: number) {
	let query = rows(db).where('p.authorId', '=', authorId).where('p.number', 'is not', null);
	if (before !== null) query = query.where('p.number', '<', before);
	return query.orderBy('p.number', 'desc').limit(limit).execute();
}

export async function draftsBy(db: Db, authorId: string, limit: number) {
	return rows(db)
		.where('p.authorId', '=', authorId)
		.where('p.number', 'is', null)
		.orderBy('p.createdAt', 'desc')
		.limit(limit)
		.execute();
}
