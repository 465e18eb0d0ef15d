import type { Db } from '../../server/app.ts';

/** Behind which standing points of a version these contributions are. */
export async function sourced(db: Db, versionId: string, proposalIds: readonly string[]) {
	if (proposalIds.length === 0) return [];
	return db
		.selectFrom('sources as s')
		.innerJoin('points as p', 'p.id', 's.pointId')
		.leftJoin('drops as d', (join) =>
			join.onRef('d.versionId', '=', 's.versionId').onRef('d.pointId', '=', 's.pointId')
		)
		.select(['s.proposalId', 'p.number'])
		.where('s.versionId', '=', versionId)
		.where('s.proposalId', 'in', [...proposalIds])
		.where('d.pointId', 'is', null)
		.orderBy('p.number')
		.execute();
}

/** The standing points of a version with these contributions behind them. */
export async function rowsOfSources(db: Db, versionId: string, proposalIds: readonly string[]) {
	if (proposalIds.length === 0) return [];
	return db
		.selectFrom('sources as s')
		.innerJoin('points as p', 'p.id', 's.pointId')
		.innerJoin('versionPoints as vp', (join) =>
			join.onRef('vp.versionId', '=', 's.versionId').onRef('vp.pointId', '=', 's.pointId')
		)
		.innerJoin('wordings as w', 'w.id', 'vp.wordingId')
		.leftJoin('drops as d', (join) =>
			join.onRef('d.versionId', '=', 's.versionId').onRef('d.pointId', '=', 's.pointId')
		)
		.select(['s.proposalId', 's.relation', 'p.number', 'w.title'])
		.where('s.versionId', '=', versionId)
		.where('s.proposalId', 'in', [...proposalIds])
		.where('d.pointId', 'is', null)
		.orderBy('p.number')
		.execute();
}
