import { sql } from 'kysely';
import type { Db } from '../server/house.ts';
import { searchParts } from './fold.ts';
import type { ListInput, Sort } from './proposal.ts';
import { rows } from './store.server.ts';

const SORT_COLUMN = { newest: 'p.publishedAt', supported: 'p.supportCount', discussed: 'p.commentCount' } as const;

export interface Cursor {
	value: string | number;
	number: number;
}

/** One page of what is public, and one row more to know whether there is a next page. */
export async function publishedPage(
	db: Db,
	consultationId: string,
	ask: ListInput,
	cursor: Cursor | null,
	limit: number
) {
	const column = SORT_COLUMN[ask.sort];
	let query = rows(db)
		.where('p.consultationId', '=', consultationId)
		.where('p.publishedAt', 'is not', null)
		.where('p.hiddenAt', 'is', null)
		.where('p.withdrawnAt', 'is', null);
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
	for (const part of ask.q ? searchParts(ask.q) : []) query = query.where(contains(part));
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

export async function waiting(db: Db, limit: number) {
	return rows(db)
		.where('p.submittedAt', 'is not', null)
		.where('p.publishedAt', 'is', null)
		.where('p.rejectedAt', 'is', null)
		.where('p.withdrawnAt', 'is', null)
		.where('p.withheldAt', 'is', null)
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
		.where('withdrawnAt', 'is', null)
		.where('withheldAt', 'is', null)
		.executeTakeFirst();
	return row?.count ?? 0;
}
