import type { Db } from '../server/app.ts';

/** What of published calls rests on what. */
function resting(db: Db) {
	return db
		.selectFrom('callGrounds as g')
		.innerJoin('callItems as i', 'i.id', 'g.itemId')
		.innerJoin('calls as c', 'c.id', 'i.callId')
		.select(['c.number as callNumber', 'c.title as callTitle', 'i.id as itemId', 'i.title as itemTitle', 'i.kind'])
		.where('c.publishedAt', 'is not', null)
		.where('c.withdrawnAt', 'is', null)
		.orderBy('c.number', 'desc')
		.orderBy('i.position');
}

export async function restingOnPoints(db: Db, pointIds: readonly string[]) {
	if (pointIds.length === 0) return [];
	return resting(db)
		.select('g.pointId as subjectId')
		.where('g.pointId', 'in', [...pointIds])
		.execute();
}

/** Through the sources of the very version the call rests on, not of any later one. */
export async function restingOnProposals(db: Db, proposalIds: readonly string[]) {
	if (proposalIds.length === 0) return [];
	return resting(db)
		.innerJoin('sources as s', (join) =>
			join.onRef('s.versionId', '=', 'c.versionId').onRef('s.pointId', '=', 'g.pointId')
		)
		.select('s.proposalId as subjectId')
		.where('s.proposalId', 'in', [...proposalIds])
		.execute();
}
