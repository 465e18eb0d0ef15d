import type { Db } from '../server/house.ts';

interface Voter {
	phaseId: string;
	token: string;
}

function ballotsOf(db: Db, voter: Voter) {
	return db
		.selectFrom('ballotBoxes as b')
		.innerJoin('ballots as v', (join) => join.onRef('v.boxId', '=', 'b.id').on('v.voter', '=', voter.token))
		.where('b.phaseId', '=', voter.phaseId);
}

export async function choicesOf(db: Db, voter: Voter, pointIds: readonly string[]) {
	if (pointIds.length === 0) return [];
	return ballotsOf(db, voter)
		.select(['b.pointId', 'b.wordingId', 'v.choice'])
		.where('b.pointId', 'in', [...pointIds])
		.execute();
}

export async function allChoicesOf(db: Db, voter: Voter) {
	return ballotsOf(db, voter).select(['b.wordingId', 'v.choice', 'v.hand']).execute();
}
