import { sql } from 'kysely';
import { isNumber } from '../../server/db/counters.ts';
import { preparedQuery } from '../../server/performance/preparedQuery.ts';
import type { Db } from '../../server/app.ts';

/** Points through all versions. */
export async function byNumber(db: Db, number: number) {
	if (!isNumber(number)) return undefined;
	return db
		.selectFrom('points')
		.select(['id', 'number', 'consultationId'])
		.where('number', '=', number)
		.executeTakeFirst();
}

/** Every point that stands in the newest published version of its consultation, with its wording there. */
export const standingNow = preparedQuery((db) =>
	db
		.selectFrom('points as p')
		.innerJoin('versions as v', 'v.consultationId', 'p.consultationId')
		.innerJoin('versionPoints as vp', (join) =>
			join.onRef('vp.versionId', '=', 'v.id').onRef('vp.pointId', '=', 'p.id')
		)
		.select(['p.number', 'p.id', 'p.consultationId', 'vp.wordingId'])
		.where('v.number', '=', (e) =>
			e
				.selectFrom('versions as newest')
				.select((x) => x.fn.max('newest.number').as('number'))
				.whereRef('newest.consultationId', '=', 'p.consultationId')
				.where('newest.publishedAt', 'is not', null)
		)
);

/** Every version a point stands in, oldest first, with the wording it has there. */
export async function appearances(db: Db, pointId: string) {
	return db
		.selectFrom('versionPoints as vp')
		.innerJoin('versions as v', 'v.id', 'vp.versionId')
		.innerJoin('wordings as w', 'w.id', 'vp.wordingId')
		.innerJoin('fields as f', 'f.id', 'w.fieldId')
		.select([
			'w.id as wordingId',
			'v.id as versionId',
			'v.number as versionNumber',
			'v.publishedAt',
			'w.title',
			'w.body',
			sql<string>`coalesce(vp.field_title, f.title)`.as('field')
		])
		.where('vp.pointId', '=', pointId)
		.orderBy('v.number')
		.execute();
}

/** The last published version that let a point go. */
export async function dropOf(db: Db, pointId: string) {
	return db
		.selectFrom('drops as d')
		.innerJoin('versions as v', 'v.id', 'd.versionId')
		.select(['v.number as versionNumber', 'v.publishedAt', 'd.reason'])
		.where('d.pointId', '=', pointId)
		.where('v.publishedAt', 'is not', null)
		.orderBy('v.number', 'desc')
		.limit(1)
		.executeTakeFirst();
}

/** Where contributions stand as sources in published versions, oldest version first. */
export async function places(db: Db, proposalIds: readonly string[]) {
	if (proposalIds.length === 0) return [];
	return db
		.selectFrom('sources as s')
		.innerJoin('versions as v', 'v.id', 's.versionId')
		.innerJoin('points as p', 'p.id', 's.pointId')
		.innerJoin('versionPoints as vp', (join) =>
			join.onRef('vp.versionId', '=', 's.versionId').onRef('vp.pointId', '=', 's.pointId')
		)
		.innerJoin('wordings as w', 'w.id', 'vp.wordingId')
		.select([
			's.proposalId',
			'p.number as pointNumber',
			'w.title as pointTitle',
			'v.number as versionNumber',
			's.relation'
		])
		.where('s.proposalId', 'in', [...proposalIds])
		.where('v.publishedAt', 'is not', null)
		.orderBy('v.number')
		.orderBy('p.number')
		.execute();
}

export async function byId(db: Db, id: string) {
	return db.selectFrom('points').select(['id', 'number']).where('id', '=', id).executeTakeFirst();
}

export async function byIds(db: Db, ids: readonly string[]) {
	return ids.length === 0
		? []
		: db
				.selectFrom('points')
				.select(['id', 'number'])
				.where('id', 'in', [...ids])
				.execute();
}

export async function wasPublished(db: Db, pointId: string): Promise<boolean> {
	return (await appearances(db, pointId)).some((row) => row.publishedAt !== null);
}

/** Only those that were published. */
export async function frozenWords(db: Db, ids: readonly string[]) {
	if (ids.length === 0) return [];
	return db
		.selectFrom('wordings')
		.select(['id', 'title', 'body'])
		.where('id', 'in', [...ids])
		.where('frozenAt', 'is not', null)
		.execute();
}

/** The point behind a wording and how it is called there. */
export async function headings(db: Db, wordingIds: readonly string[]) {
	if (wordingIds.length === 0) return [];
	return db
		.selectFrom('wordings as w')
		.innerJoin('points as p', 'p.id', 'w.pointId')
		.select((e) => [
			'w.id as wordingId',
			'p.number',
			'w.title',
			e
				.selectFrom('versionPoints as vp')
				.innerJoin('versions as v', 'v.id', 'vp.versionId')
				.select('vp.wordingId')
				.whereRef('vp.pointId', '=', 'p.id')
				.where('v.publishedAt', 'is not', null)
				.orderBy('v.number', 'desc')
				.limit(1)
				.as('newestId')
		])
		.where('w.id', 'in', [...wordingIds])
		.execute();
}
