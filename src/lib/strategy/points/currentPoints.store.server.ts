import type { Db } from '../../server/app.ts';

/** What stands in the newest published version of a consultation, without the long texts: in the order of the document. */
export async function currentPoints(db: Db, consultationId: string) {
	return db
		.selectFrom('versions as v')
		.innerJoin('versionPoints as vp', 'vp.versionId', 'v.id')
		.innerJoin('points as p', 'p.id', 'vp.pointId')
		.innerJoin('wordings as w', 'w.id', 'vp.wordingId')
		.innerJoin('fields as f', 'f.id', 'w.fieldId')
		.leftJoin('drops as d', (join) =>
			join.onRef('d.versionId', '=', 'vp.versionId').onRef('d.pointId', '=', 'vp.pointId')
		)
		.select(['p.id as pointId', 'p.number', 'w.id as wordingId', 'w.title', 'f.slug as fieldSlug', 'f.title as field'])
		.where('d.pointId', 'is', null)
		.where('v.number', '=', (e) =>
			e
				.selectFrom('versions as newest')
				.select((x) => x.fn.max('newest.number').as('number'))
				.where('newest.consultationId', '=', consultationId)
				.where('newest.publishedAt', 'is not', null)
		)
		.orderBy('f.position')
		.orderBy('vp.position')
		.orderBy('p.number')
		.execute();
}
