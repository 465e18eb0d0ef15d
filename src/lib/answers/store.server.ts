import { sql } from 'kysely';
import type { Instant } from '../server/ctx.ts';
import type { Db } from '../server/house.ts';
import type { Place } from './worklist.ts';

export interface NewAnswer {
	id: string;
	proposalId: string;
	versionId: string;
	disposition: string;
	reason: string;
	responsible: string | null;
	writtenBy: string;
}

/**
 * One answer for each contribution and version; a second one for the same draft takes its place. The same once more
 * changes nothing: a form sent twice must not undo an approval.
 */
export async function put(db: Db, answer: NewAnswer, now: Instant): Promise<void> {
	const { disposition, reason, responsible, writtenBy } = answer;
	await db
		.insertInto('answers')
		.values({ ...answer, writtenAt: now, publishedAt: null })
		.onConflict((c) =>
			c
				.columns(['proposalId', 'versionId'])
				.doUpdateSet((e) => ({
					disposition,
					reason,
					responsible,
					writtenBy,
					writtenAt: now,
					revision: e('answers.revision', '+', 1)
				}))
				.where((e) =>
					e.or([
						e('answers.disposition', '<>', disposition),
						e('answers.reason', '<>', reason),
						e(e.fn.coalesce('answers.responsible', e.val('')), '<>', responsible ?? '')
					])
				)
		)
		.execute();
}

/** Grows with every answer written for a version. */
export async function revisionOf(db: Db, versionId: string): Promise<number> {
	const row = await db
		.selectFrom('answers')
		.select((e) => e.fn.coalesce(e.fn.sum<number | string>('revision'), e.lit(0)).as('revision'))
		.where('versionId', '=', versionId)
		.executeTakeFirst();
	return Number(row?.revision ?? 0);
}

export async function goOut(db: Db, versionId: string, now: Instant): Promise<number> {
	const result = await db
		.updateTable('answers')
		.set({ publishedAt: now })
		.where('versionId', '=', versionId)
		.where('publishedAt', 'is', null)
		.executeTakeFirst();
	return Number(result.numUpdatedRows);
}

/** Newest version first. */
export async function published(db: Db, proposalIds: readonly string[]) {
	if (proposalIds.length === 0) return [];
	return db
		.selectFrom('answers as a')
		.innerJoin('versions as v', 'v.id', 'a.versionId')
		.select([
			'a.proposalId',
			'a.disposition',
			'a.reason',
			'a.responsible',
			'a.publishedAt',
			'v.number as versionNumber'
		])
		.where('a.proposalId', 'in', [...proposalIds])
		.where('a.publishedAt', 'is not', null)
		.orderBy('v.number', 'desc')
		.execute();
}

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
			'v.number as versionNumber',
			sql<number>`row_number() over (partition by a.proposal_id order by v.number desc)`.as('place')
		])
		.where((e) => e.or([e('a.publishedAt', 'is not', null), ...(draftId ? [e('a.versionId', '=', draftId)] : [])]));
}

/** Every contribution a version of this consultation has to answer, beside its newest answer. */
function inScope(db: Db, consultationId: string, draftId: string | null) {
	return db
		.with('newest', () => newest(db, draftId))
		.selectFrom('proposals as p')
		.leftJoin('newest as a', (join) => join.onRef('a.proposalId', '=', 'p.id').on('a.place', '=', 1))
		.where('p.consultationId', '=', consultationId)
		.where('p.publishedAt', 'is not', null)
		.where('p.hiddenAt', 'is', null);
}

const DONE = sql<number>`case when a.disposition is null or a.disposition = 'open' then 0 else 1 end`;

export async function countDone(db: Db, consultationId: string, draftId: string | null) {
	return inScope(db, consultationId, draftId)
		.select((e) => ['a.disposition', e.fn.countAll<number>().as('count')])
		.groupBy('a.disposition')
		.execute();
}

export async function lacking(db: Db, consultationId: string, draftId: string) {
	return inScope(db, consultationId, draftId)
		.select(['p.id', 'p.number', 'p.title'])
		.where(DONE, '=', 0)
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
		.select(['p.id', 'p.number', 'p.title', 'p.body', 'p.kind', 'p.authorGroup', 'f.title as field'])
		.select(['a.disposition', 'a.reason', 'a.responsible', 'a.publishedAt', 'a.versionNumber'])
		.select(DONE.as('done'));
}

export async function workOn(db: Db, consultationId: string, draftId: string | null, number: number) {
	return workRows(db, consultationId, draftId).where('p.number', '=', number).executeTakeFirst();
}

/** Lacking ones first, then by number; one row more to know whether there is a next page. */
export async function worklist(db: Db, consultationId: string, draftId: string | null, asked: WorkAsked) {
	let query = workRows(db, consultationId, draftId);
	if (asked.done !== null) query = query.where(DONE, '=', asked.done);
	if (asked.field) query = query.where('f.slug', '=', asked.field);
	if (asked.after)
		query = query.where(sql<boolean>`(${DONE}, p.number) > (${asked.after.done}, ${asked.after.number})`);
	return query
		.orderBy(DONE)
		.orderBy('p.number')
		.limit(asked.limit + 1)
		.execute();
}
