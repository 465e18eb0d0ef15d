import type { Db } from '../../server/app.ts';

/** Of one phase: what is voted on in which box. */
export async function boxesIn(
	db: Db,
	phaseId: string,
	wanted: { pointIds?: readonly string[]; ids?: readonly number[] }
) {
	if (wanted.pointIds?.length === 0 || wanted.ids?.length === 0) return [];
	let query = db.selectFrom('ballotBoxes').select(['id', 'pointId', 'wordingId']).where('phaseId', '=', phaseId);
	if (wanted.pointIds) query = query.where('pointId', 'in', [...wanted.pointIds]);
	if (wanted.ids) query = query.where('id', 'in', [...wanted.ids]);
	return query.execute();
}
