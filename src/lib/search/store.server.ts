import { sql } from 'kysely';
import type { Instant } from '../time.ts';
import { containing, COUNTED_MAX, rowId, type Where } from '../server/db/fullTextSearch.ts';
import { isPublic, isPublicComment, isPublicContribution } from '../server/db/publicTexts.ts';
import type { Db } from '../server/app.ts';
import type { Word } from './spellingSuggestion.ts';

/** Published comments that the index does not know yet, or knows as they were before. */
export async function dueComments(db: Db, limit: number) {
	return db
		.selectFrom('comments')
		.select(['id', 'body', 'hiddenAt', 'withdrawnAt', 'searchRow'])
		.where('publishedAt', 'is not', null)
		.where('searchedAt', 'is', null)
		.orderBy('publishedAt')
		.orderBy('id')
		.limit(limit)
		.execute();
}

export async function indexComment(
	db: Db,
	comment: { id: string; row: number | null; folded: string | null },
	former: number | null,
	now: Instant
): Promise<void> {
	const { id, row, folded } = comment;
	if (former !== null) await db.deleteFrom('commentTexts').where('rowid', '=', former).execute();
	if (row !== null && folded !== null) {
		await db.insertInto('commentTexts').values({ rowid: row, commentId: id, title: '', folded }).execute();
	}
	await db.updateTable('comments').set({ searchRow: row, searchedAt: now }).where('id', '=', id).execute();
}

function comments(db: Db, parts: readonly string[], where: Where = 'anywhere') {
	return db
		.selectFrom('commentTexts')
		.innerJoin('comments as c', 'c.id', 'commentTexts.commentId')
		.leftJoin('proposals as p', 'p.id', 'c.proposalId')
		.leftJoin('points as o', 'o.id', 'c.pointId')
		.leftJoin('amendments as a', 'a.id', 'c.amendmentId')
		.where(containing(db, 'comment_texts', parts, where))
		.where(isPublicComment('c'));
}

/** The newest first. `under`: only what stands before this place in the index. */
export async function commentHits(db: Db, parts: readonly string[], under: number | null, limit: number) {
	let query = comments(db, parts)
		.select(['commentTexts.rowid as row', 'c.body', 'c.authorName', 'c.publishedAt'])
		.select(['p.number as proposal', 'o.number as point', 'a.number as amendment'])
		.orderBy('commentTexts.rowid', 'desc')
		.limit(limit);
	if (under !== null) query = query.where('commentTexts.rowid', '<', rowId(under));
	return query.execute();
}

export async function countComments(db: Db, parts: readonly string[]): Promise<number> {
	const found = comments(db, parts)
		.select('c.id')
		.limit(COUNTED_MAX + 1);
	const row = await db
		.selectFrom(found.as('found'))
		.select((e) => e.fn.countAll<number>().as('count'))
		.executeTakeFirst();
	return Number(row?.count ?? 0);
}

/** In the order of their names. */
export async function organisationNames(db: Db): Promise<{ id: string; name: string }[]> {
	return db.selectFrom('organisations').select(['id', 'name']).orderBy('name').execute();
}

/**
 * Of these organisations those that speak in public; `page`: whether they have one, which those have that took a position
 * or wrote a contribution.
 */
export async function speaking(db: Db, ids: readonly string[]) {
	const own = sql`x.organisation_id = o.id`;
	const paged = sql`(exists (select 1 from proposals as x where ${own} and ${isPublicContribution('x')})
		or exists (select 1 from organisation_positions as v where v.organisation_id = o.id))`;
	const { rows } = await sql<{ id: string; name: string; page: number }>`
		select o.id, o.name, case when ${paged} then 1 else 0 end as page from organisations as o
		where o.id in (${sql.join(ids)}) and (
			${paged}
			or exists (select 1 from comments as x where ${own} and ${isPublicComment('x')})
			or exists (select 1 from amendments as x where ${own} and ${isPublic('x')})
		) order by o.name`.execute(db);
	return rows;
}

/** Words of nearly this length, the most frequent first. */
export async function wordsLike(db: Db, size: number, off: number, limit: number): Promise<Word[]> {
	return db
		.selectFrom('searchWords')
		.select(['word', 'shown', 'count'])
		.where('size', '>=', size - off)
		.where('size', '<=', size + off)
		.orderBy('count', 'desc')
		.orderBy('word')
		.limit(limit)
		.execute();
}

const AT_ONCE = 200;

export async function replaceWords(db: Db, words: readonly (Word & { size: number })[]): Promise<void> {
	await db.deleteFrom('searchWords').execute();
	for (let at = 0; at < words.length; at += AT_ONCE) {
		await db
			.insertInto('searchWords')
			.values(words.slice(at, at + AT_ONCE))
			.execute();
	}
}

/** Titles and texts of the newest public contributions. */
export async function newestTexts(db: Db, under: number | null, limit: number) {
	let query = db
		.selectFrom('proposals')
		.select(['number', 'title', 'body'])
		.where('publishedAt', 'is not', null)
		.where('hiddenAt', 'is', null)
		.where('withdrawnAt', 'is', null)
		.where('language', '=', 'de')
		.where('number', 'is not', null)
		.orderBy('number', 'desc')
		.limit(limit);
	if (under !== null) query = query.where('number', '<', under);
	return query.execute();
}
