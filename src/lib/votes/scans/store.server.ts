import type { Insertable } from 'kysely';
import type { Db } from '../../server/app.ts';
import type { Tables } from '../../server/db/tables.ts';
import type { Instant } from '../../time.ts';

export async function addScan(db: Db, scan: Insertable<Tables['ballotScans']>): Promise<void> {
	await db.insertInto('ballotScans').values(scan).execute();
}

export async function scanById(db: Db, id: string) {
	return db.selectFrom('ballotScans').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Newest first. `whose` null: everybody's. */
export async function scans(db: Db, whose: readonly string[] | null, limit: number) {
	let query = db
		.selectFrom('ballotScans as s')
		.selectAll('s')
		.select((e) => [
			e
				.selectFrom('ballotScanFiles as f')
				.select((x) => x.fn.countAll<number>().as('n'))
				.whereRef('f.scanId', '=', 's.id')
				.as('files'),
			e
				.selectFrom('ballotScanPages as p')
				.select((x) => x.fn.count<number>('p.paperId').distinct().as('n'))
				.whereRef('p.scanId', '=', 's.id')
				.where('p.problem', 'is', null)
				.as('waiting')
		])
		.orderBy('s.uploadedAt', 'desc')
		.orderBy('s.id', 'desc')
		.limit(limit);
	if (whose !== null) query = query.where('s.uploadedBy', 'in', [...whose]);
	return query.execute();
}

export async function addFile(db: Db, file: Insertable<Tables['ballotScanFiles']>): Promise<void> {
	await db.insertInto('ballotScanFiles').values(file).execute();
}

/** Those still to be read, without their bytes. */
export async function filesOf(db: Db, scanId: string) {
	return db
		.selectFrom('ballotScanFiles')
		.select(['id', 'name', 'through'])
		.where('scanId', '=', scanId)
		.orderBy('place')
		.execute();
}

/** The oldest file nobody reads, or whose reader was not heard of since. */
export async function nextFile(db: Db, silentSince: Instant) {
	return db
		.selectFrom('ballotScanFiles')
		.selectAll()
		.where((e) => e.or([e('claimedBy', 'is', null), e('beatAt', '<', silentSince)]))
		.orderBy('scanId')
		.orderBy('place')
		.limit(1)
		.executeTakeFirst();
}

export async function claimFile(db: Db, id: string, claim: { claimedBy: string; beatAt: Instant; tries: number }) {
	await db.updateTable('ballotScanFiles').set(claim).where('id', '=', id).execute();
}

/** How many pages of it are read; false: somebody else reads it by now, or it is gone. */
export async function beat(db: Db, id: string, claimedBy: string, now: Instant, through: number): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable('ballotScanFiles')
		.set({ beatAt: now, through })
		.where('id', '=', id)
		.where('claimedBy', '=', claimedBy)
		.executeTakeFirst();
	return numUpdatedRows > 0n;
}

export async function dropFile(db: Db, id: string): Promise<void> {
	await db.deleteFrom('ballotScanFiles').where('id', '=', id).execute();
}

export async function addPage(db: Db, page: Tables['ballotScanPages']): Promise<void> {
	await db.insertInto('ballotScanPages').values(page).execute();
}

export async function addPictures(db: Db, pictures: readonly Tables['ballotScanPictures'][]): Promise<void> {
	if (pictures.length > 0)
		await db
			.insertInto('ballotScanPictures')
			.values([...pictures])
			.execute();
}

export async function pagesOf(db: Db, scanId: string) {
	return db.selectFrom('ballotScanPages').selectAll().where('scanId', '=', scanId).orderBy('place').execute();
}

export async function pageRead(db: Db, paperId: string, page: number) {
	return db
		.selectFrom('ballotScanPages')
		.select('id')
		.where('paperId', '=', paperId)
		.where('page', '=', page)
		.where('problem', 'is', null)
		.executeTakeFirst();
}

export async function pageById(db: Db, id: string) {
	return db.selectFrom('ballotScanPages').select(['id', 'scanId', 'name']).where('id', '=', id).executeTakeFirst();
}

/** With its pictures. */
export async function dropPages(db: Db, ids: readonly string[]): Promise<void> {
	if (ids.length === 0) return;
	await db
		.deleteFrom('ballotScanPictures')
		.where('pageId', 'in', [...ids])
		.execute();
	await db
		.deleteFrom('ballotScanPages')
		.where('id', 'in', [...ids])
		.execute();
}

export async function picture(db: Db, scanId: string, pageId: string, point: number) {
	return db
		.selectFrom('ballotScanPictures as c')
		.innerJoin('ballotScanPages as p', 'p.id', 'c.pageId')
		.select('c.body')
		.where('p.scanId', '=', scanId)
		.where('c.pageId', '=', pageId)
		.where('c.point', '=', point)
		.executeTakeFirst();
}

export async function noteCounted(db: Db, scanId: string): Promise<void> {
	await db
		.updateTable('ballotScans')
		.set((e) => ({ counted: e('counted', '+', 1) }))
		.where('id', '=', scanId)
		.execute();
}

export async function uploadedBefore(db: Db, limit: Instant) {
	return db.selectFrom('ballotScans').select('id').where('uploadedAt', '<', limit).execute();
}

/** Everything of a pile; what was counted is counted. */
export async function dropScan(db: Db, id: string): Promise<void> {
	const pages = await db.selectFrom('ballotScanPages').select('id').where('scanId', '=', id).execute();
	await dropPages(
		db,
		pages.map((page) => page.id)
	);
	await db.deleteFrom('ballotScanFiles').where('scanId', '=', id).execute();
	await db.deleteFrom('ballotScans').where('id', '=', id).execute();
}
