import { sql } from 'kysely';
import { searchParts } from '../../proposals/lists/searchText.ts';
import { occurring } from '../../server/db/fullTextSearch.ts';
import type { Db } from '../../server/app.ts';
import type { Place } from './worklist.ts';

/** What the kept answer is called where the draft has made it untrue. */
export const WITHOUT_POINT = 'adrift';

/**
 * Every contribution a version of this consultation has to answer. What its newest answer is stands beside it, kept by
 * triggers: `publishedAnswer`, and with the draft `currentAnswer` and `answered`.
 */
function inScope(db: Db, consultationId: string) {
	return db
		.selectFrom('proposals as p')
		.where('p.consultationId', '=', consultationId)
		.where('p.publishedAt', 'is not', null)
		.where('p.hiddenAt', 'is', null)
		.where('p.withdrawnAt', 'is', null);
}

/** By disposition; empty: none, `adrift`: says that it is in the text, and in the draft it is not. */
export async function countDone(db: Db, consultationId: string, draftId: string | null) {
	const disposition = draftId === null ? 'publishedAnswer' : 'currentAnswer';
	return db
		.selectFrom('proposalCounts')
		.select((e) => [`${disposition} as disposition`, e.fn.sum<number | string>('count').as('count')])
		.where('consultationId', '=', consultationId)
		.groupBy(disposition)
		.execute();
}

export async function answersWithoutPoint(db: Db, consultationId: string) {
	return inScope(db, consultationId)
		.select(['p.number', 'p.title'])
		.where('p.answered', '=', 0)
		.where('p.currentAnswer', '=', WITHOUT_POINT)
		.orderBy('p.number')
		.execute();
}

export async function unanswered(db: Db, consultationId: string) {
	return inScope(db, consultationId)
		.select(['p.id', 'p.number', 'p.title'])
		.where('p.answered', '=', 0)
		.orderBy('p.number')
		.execute();
}

export interface WorkAsked {
	done: 0 | 1 | null;
	field: string | undefined;
	q: string | undefined;
	/** Without the texts of campaigns, which stand apart. */
	apart: boolean;
	after: ReturnType<typeof Place.read>;
	limit: number;
}

/** Beside each the newest answer itself: a published one or the draft's. */
function workRows(db: Db, consultationId: string) {
	const newest = sql<string>`(
		select a.id from answers a join versions v on v.id = a.version_id
		where a.proposal_id = p.id and (a.published_at is not null or v.published_at is null)
		order by v.number desc limit 1
	)`;
	return inScope(db, consultationId)
		.leftJoin('answers as a', (join) => join.on('a.id', '=', newest))
		.leftJoin('versions as v', 'v.id', 'a.versionId')
		.leftJoin('fields as f', 'f.id', 'p.fieldId')
		.select(['p.id', 'p.number', 'p.title', 'p.language', 'p.body', 'p.kind', 'p.authorGroup', 'f.title as field'])
		.select(['a.disposition', 'a.reason', 'a.responsible', 'a.publishedAt', 'a.revision'])
		.select(['v.number as versionNumber', 'p.answered as done']);
}

export async function workOn(db: Db, consultationId: string, number: number) {
	return workRows(db, consultationId).where('p.number', '=', number).executeTakeFirst();
}

const alone = sql<boolean>`not exists (select 1 from near_copies n where n.proposal_id = p.id)`;

/** Lacking ones first, then by number; one row more to know whether there is a next page. */
export async function worklist(db: Db, consultationId: string, asked: WorkAsked) {
	let query = workRows(db, consultationId);
	if (asked.done !== null) query = query.where('p.answered', '=', asked.done);
	if (asked.field) query = query.where('f.slug', '=', asked.field);
	const parts = asked.q ? searchParts(asked.q) : [];
	if (parts.length > 0) query = query.where(await occurring(db, 'proposal_texts', 'p.number', parts));
	if (asked.apart) query = query.where(alone);
	if (asked.after)
		query = query.where(sql<boolean>`(p.answered, p.number) > (${asked.after.done}, ${asked.after.number})`);
	return query
		.orderBy('p.answered')
		.orderBy('p.number')
		.limit(asked.limit + 1)
		.execute();
}

/** How many are answered and how many are not, with the same filter. */
export async function countWork(
	db: Db,
	consultationId: string,
	{ field, q, apart }: Pick<WorkAsked, 'field' | 'q' | 'apart'>
) {
	let query = inScope(db, consultationId)
		.leftJoin('fields as f', 'f.id', 'p.fieldId')
		.select((e) => ['p.answered as done', e.fn.countAll<number | string>().as('count')]);
	if (field) query = query.where('f.slug', '=', field);
	const parts = q ? searchParts(q) : [];
	if (parts.length > 0) query = query.where(await occurring(db, 'proposal_texts', 'p.number', parts));
	if (apart) query = query.where(alone);
	return query.groupBy('p.answered').execute();
}
