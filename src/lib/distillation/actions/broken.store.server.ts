import type { Db } from '../../server/app.ts';

/** Whether members or merged clusters still refer to some of these clusters or segments although they were removed. */
export async function isBroken(db: Db, clusterIds: readonly string[], segmentIds: readonly string[]): Promise<boolean> {
	const gone = clusterIds.length === 0 ? [] : await goneClusters(db, clusterIds);
	const removed = segmentIds.length === 0 ? [] : await removedSegments(db, segmentIds);
	const [members, heirs, remarks] = [
		await first(db, gone, 'clusterId'),
		gone.length > 0 ? await heirOf(db, gone) : undefined,
		gone.length > 0 ? await remarkOn(db, gone) : undefined
	];
	return Boolean(members ?? heirs ?? remarks ?? (await first(db, removed, 'segmentId')));
}

async function goneClusters(db: Db, ids: readonly string[]) {
	const rows = await db
		.selectFrom('clusters')
		.select(['id', 'mergedIntoId', 'removedAt'])
		.where('id', 'in', [...ids])
		.execute();
	return rows.filter((row) => row.mergedIntoId !== null || row.removedAt !== null);
}

async function removedSegments(db: Db, ids: readonly string[]) {
	return db
		.selectFrom('segments')
		.select('id')
		.where('id', 'in', [...ids])
		.where('removedAt', 'is not', null)
		.execute();
}

async function first(db: Db, gone: readonly { id: string }[], column: 'clusterId' | 'segmentId') {
	const ids = gone.map(({ id }) => id);
	if (ids.length === 0) return undefined;
	return db.selectFrom('members').select('itemId as id').where(column, 'in', ids).limit(1).executeTakeFirst();
}

/** A cluster that went into one that was taken back. One that was merged itself passes its heirs on. */
async function heirOf(db: Db, gone: readonly { id: string; removedAt: string | null }[]) {
	const ids = gone.filter(({ removedAt }) => removedAt !== null).map(({ id }) => id);
	if (ids.length === 0) return undefined;
	return db
		.selectFrom('clusters')
		.select('id')
		.where('mergedIntoId', 'in', ids)
		.where('removedAt', 'is', null)
		.limit(1)
		.executeTakeFirst();
}

async function remarkOn(db: Db, gone: readonly { id: string; removedAt: string | null }[]) {
	const ids = gone.filter(({ removedAt }) => removedAt !== null).map(({ id }) => id);
	if (ids.length === 0) return undefined;
	return db
		.selectFrom('remarks')
		.select('id')
		.where('subjectId', 'in', ids)
		.where('removedAt', 'is', null)
		.limit(1)
		.executeTakeFirst();
}
