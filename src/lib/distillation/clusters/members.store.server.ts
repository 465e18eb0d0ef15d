import type { Instant } from '../../time.ts';
import { MARK } from '../../moderation/redaction.ts';
import type { Db } from '../../server/app.ts';
import { staffName } from '../../texts/names.ts';

const MARKED = `%${MARK}%`;

export async function ofClusters(db: Db, clusterIds: readonly string[]) {
	if (clusterIds.length === 0) return [];
	return db
		.selectFrom('members')
		.select(['clusterId', 'itemId', 'proposalId', 'segmentId', 'relation', 'dissent'])
		.where('clusterId', 'in', [...clusterIds])
		.orderBy('proposalId')
		.orderBy('itemId')
		.execute();
}

export async function ofProposals(db: Db, proposalIds: readonly string[]) {
	if (proposalIds.length === 0) return [];
	return db
		.selectFrom('members')
		.select(['clusterId', 'itemId', 'proposalId', 'segmentId', 'relation', 'dissent'])
		.where('proposalId', 'in', [...proposalIds])
		.execute();
}

export async function ofItems(db: Db, itemIds: readonly string[]) {
	if (itemIds.length === 0) return [];
	return db
		.selectFrom('members')
		.select(['clusterId', 'itemId', 'proposalId', 'segmentId', 'relation', 'dissent'])
		.where('itemId', 'in', [...itemIds])
		.execute();
}

export interface SegmentRow {
	id: string;
	proposalId: string;
	starts: number;
	ends: number;
	text: string;
	digest: string;
}

/** Passages of these contributions, in order of the text; also the ones taken back. */
export async function segmentsOf(db: Db, proposalIds: readonly string[]) {
	if (proposalIds.length === 0) return [];
	return db
		.selectFrom('segments')
		.select(['id', 'proposalId', 'starts', 'ends', 'text', 'digest', 'removedAt', 'redactedAt', 'cutStarts', 'cutEnds'])
		.where('proposalId', 'in', [...proposalIds])
		.orderBy('proposalId')
		.orderBy('starts')
		.orderBy('id')
		.execute();
}

/** Born removed, like a cluster: the deed brings it to life. */
export async function addSegment(db: Db, segment: SegmentRow, cutBy: string, now: Instant): Promise<void> {
	await db
		.insertInto('segments')
		.values({
			...segment,
			...{ cutStarts: segment.starts, cutEnds: segment.ends },
			cutBy,
			cutAt: now,
			removedAt: now,
			redactedAt: null
		})
		.execute();
}

/** Passages whose contribution was blackened, or shown again, after they were cut or last followed. */
export async function toFollow(db: Db, limit: number) {
	return db
		.selectFrom('segments as s')
		.innerJoin('proposals as p', 'p.id', 's.proposalId')
		.select(['s.id', 's.starts', 's.text', 's.cutStarts', 's.cutEnds', 'p.body', 'p.redactedAt'])
		.where('p.withdrawnAt', 'is', null)
		.where((e) =>
			e.or([
				e.and([e('s.redactedAt', 'is', null), e('p.redactedAt', '>=', e.ref('s.cutAt'))]),
				e('s.redactedAt', '<', e.ref('p.redactedAt')),
				e.and([e('s.redactedAt', 'is not', null), e('p.redactedAt', 'is', null)]),
				// Cut from the blackened text, which is whole again.
				e.and([e('s.text', 'like', MARKED), e('p.redactedAt', 'is', null), e('p.body', 'not like', MARKED)])
			])
		)
		.limit(limit)
		.execute();
}

export async function follow(
	db: Db,
	id: string,
	passage: { starts: number; ends: number; text: string; digest: string },
	redactedAt: Instant | null
): Promise<void> {
	await db
		.updateTable('segments')
		.set({ ...passage, redactedAt })
		.where('id', '=', id)
		.execute();
}

/** Passages of contributions that their authors took back, and that still have words. */
export async function toForget(db: Db, limit: number) {
	return db
		.selectFrom('segments as s')
		.innerJoin('proposals as p', 'p.id', 's.proposalId')
		.select(['s.id', 'p.withdrawnAt'])
		.where('p.withdrawnAt', 'is not', null)
		.where('s.text', '<>', '')
		.limit(limit)
		.execute();
}

export async function addRemark(
	db: Db,
	remark: { id: string; subjectId: string; body: string; writtenBy: string },
	now: Instant
): Promise<void> {
	await db
		.insertInto('remarks')
		.values({ ...remark, writtenAt: now, removedAt: now })
		.execute();
}

export async function remarksOn(db: Db, subjectIds: readonly string[]) {
	if (subjectIds.length === 0) return [];
	const rows = await db
		.selectFrom('remarks as r')
		.leftJoin('persons as p', 'p.id', 'r.writtenBy')
		.select(['r.id', 'r.subjectId', 'r.body', 'p.pseudonym as by', 'r.writtenAt'])
		.where('r.subjectId', 'in', [...subjectIds])
		.where('r.removedAt', 'is', null)
		.orderBy('r.id')
		.execute();
	return rows.map((row) => ({ ...row, by: staffName(row.by) }));
}
