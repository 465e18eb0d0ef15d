import { sql } from 'kysely';
import type { Db } from '../server/house.ts';
import { NAMING_POINTS } from './answer.ts';
import type { Place } from './worklist.ts';

/** Of every contribution the newest answer: a published one or, given a draft, that draft's. */
function newest(db: Db, draftId: string | null) {
	return db
		.selectFrom('answers as a')
		.innerJoin('versions as v', 'v.id', 'a.versionId')
		.select([
			'a.proposalId',
			'a.disposition',
			'a.reason',
			'a.responsible',
			'a.publishedAt',
			'a.revision',
			'v.number as versionNumber',
			sql<number>`row_number() over (partition by a.proposal_id order by v.number desc)`.as('place')
		])
		.where((e) => e.or([e('a.publishedAt', 'is not', null), ...(draftId ? [e('a.versionId', '=', draftId)] : [])]));
}

/** What a version's standing points rest on. */
function behind(db: Db, versionId: string | null) {
	return db
		.selectFrom('sources as s')
		.leftJoin('drops as d', (join) =>
			join.onRef('d.versionId', '=', 's.versionId').onRef('d.pointId', '=', 's.pointId')
		)
		.select('s.proposalId')
		.distinct()
		.where('s.versionId', '=', versionId ?? '')
		.where('d.pointId', 'is', null);
}

/** Every contribution a version of this consultation has to answer, beside its newest answer. */
function inScope(db: Db, consultationId: string, draftId: string | null) {
	return db
		.with('newest', () => newest(db, draftId))
		.with('behind', () => behind(db, draftId))
		.selectFrom('proposals as p')
		.leftJoin('newest as a', (join) => join.onRef('a.proposalId', '=', 'p.id').on('a.place', '=', 1))
		.leftJoin('behind as b', 'b.proposalId', 'p.id')
		.where('p.consultationId', '=', consultationId)
		.where('p.publishedAt', 'is not', null)
		.where('p.hiddenAt', 'is', null)
		.where('p.withdrawnAt', 'is', null);
}

const NAMES_POINT = sql`a.disposition in (${sql.join(NAMING_POINTS.map((one) => sql.lit(one)))})`;

/** The answer speaks of a point, and in the draft there is none. Without a draft nothing can have gone. */
function isAdrift(draftId: string | null) {
	return draftId === null ? sql<boolean>`1 = 0` : sql<boolean>`${NAMES_POINT} and b.proposal_id is null`;
}

function isDone(draftId: string | null) {
	const lacks = sql`a.disposition is null or a.disposition = 'open' or (${isAdrift(draftId)})`;
	return sql<number>`case when ${lacks} then 0 else 1 end`;
}

export async function countDone(db: Db, consultationId: string, draftId: string | null) {
	const counted = inScope(db, consultationId, draftId).select(
		sql<string | null>`case when ${isAdrift(draftId)} then 'open' else a.disposition end`.as('disposition')
	);
	return db
		.selectFrom(counted.as('counted'))
		.select((e) => ['counted.disposition', e.fn.countAll<number>().as('count')])
		.groupBy('counted.disposition')
		.execute();
}

export async function adrift(db: Db, consultationId: string, draftId: string) {
	return inScope(db, consultationId, draftId)
		.select(['p.number', 'p.title'])
		.where(isAdrift(draftId))
		.orderBy('p.number')
		.execute();
}

export async function lacking(db: Db, consultationId: string, draftId: string) {
	return inScope(db, consultationId, draftId)
		.select(['p.id', 'p.number', 'p.title'])
		.where(isDone(draftId), '=', 0)
		.orderBy('p.number')
		.execute();
}

export interface WorkAsked {
	done: 0 | 1 | null;
	field: string | undefined;
	after: ReturnType<typeof Place.read>;
	limit: number;
}

function workRows(db: Db, consultationId: string, draftId: string | null) {
	return inScope(db, consultationId, draftId)
		.leftJoin('fields as f', 'f.id', 'p.fieldId')
		.select(['p.id', 'p.number', 'p.title', 'p.language', 'p.body', 'p.kind', 'p.authorGroup', 'f.title as field'])
		.select(['a.disposition', 'a.reason', 'a.responsible', 'a.publishedAt', 'a.revision', 'a.versionNumber'])
		.select(isDone(draftId).as('done'));
}

export async function workOn(db: Db, consultationId: string, draftId: string | null, number: number) {
	return workRows(db, consultationId, draftId).where('p.number', '=', number).executeTakeFirst();
}

/** Lacking ones first, then by number; one row more to know whether there is a next page. */
export async function worklist(db: Db, consultationId: string, draftId: string | null, asked: WorkAsked) {
	const done = isDone(draftId);
	let query = workRows(db, consultationId, draftId);
	if (asked.done !== null) query = query.where(done, '=', asked.done);
	if (asked.field) query = query.where('f.slug', '=', asked.field);
	if (asked.after)
		query = query.where(sql<boolean>`(${done}, p.number) > (${asked.after.done}, ${asked.after.number})`);
	return query
		.orderBy(done)
		.orderBy('p.number')
		.limit(asked.limit + 1)
		.execute();
}
