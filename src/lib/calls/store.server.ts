import type { Instant } from '../time.ts';
import type { Db } from '../server/app.ts';

function rows(db: Db) {
	return db
		.selectFrom('calls as c')
		.innerJoin('versions as v', 'v.id', 'c.versionId')
		.leftJoin('calls as successor', 'successor.id', 'c.successorId')
		.select([
			'c.id',
			'c.number',
			'c.consultationId',
			'c.versionId',
			'v.number as versionNumber',
			'c.title',
			'c.intro',
			'c.deadline',
			'c.createdBy',
			'c.createdAt',
			'c.revision',
			'c.changedBy',
			'c.publishedAt',
			'c.withdrawnAt',
			'c.successorId',
			'successor.number as successor'
		]);
}

export type CallRow = Awaited<ReturnType<typeof allRows>>[number];

export async function allRows(db: Db) {
	return rows(db).orderBy('c.number', 'desc').execute();
}

export async function draftRows(db: Db): Promise<{ number: number }[]> {
	return db.selectFrom('calls').select('number').where('publishedAt', 'is', null).orderBy('number').execute();
}

export async function publishedRows(db: Db) {
	return rows(db).where('c.publishedAt', 'is not', null).orderBy('c.publishedAt', 'desc').execute();
}

export async function isAnyPublished(db: Db): Promise<boolean> {
	const row = await db
		.selectFrom('calls')
		.select('id')
		.where('publishedAt', 'is not', null)
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
}

export async function rowByNumber(db: Db, number: number) {
	return rows(db).where('c.number', '=', number).executeTakeFirst();
}

export async function rowById(db: Db, id: string) {
	return rows(db).where('c.id', '=', id).executeTakeFirst();
}

export async function itemRows(db: Db, callIds: readonly string[]) {
	if (callIds.length === 0) return [];
	return db
		.selectFrom('callItems')
		.select(['id', 'callId', 'kind', 'position', 'title', 'body'])
		.where('callId', 'in', [...callIds])
		.orderBy('position')
		.orderBy('id')
		.execute();
}

/** Only grounds that stand in the version the call is derived from. */
export async function groundRows(db: Db, callIds: readonly string[]) {
	if (callIds.length === 0) return [];
	return db
		.selectFrom('callGrounds as g')
		.innerJoin('callItems as i', 'i.id', 'g.itemId')
		.innerJoin('calls as c', 'c.id', 'i.callId')
		.innerJoin('versionPoints as p', (join) =>
			join.onRef('p.versionId', '=', 'c.versionId').onRef('p.pointId', '=', 'g.pointId')
		)
		.select(['g.itemId', 'g.pointId'])
		.where('i.callId', 'in', [...callIds])
		.orderBy('p.position')
		.execute();
}

export interface Head {
	title: string;
	intro: string;
	deadline: Instant | null;
}

export async function add(
	db: Db,
	call: Head & { id: string; number: number; consultationId: string; versionId: string; by: string },
	now: Instant
): Promise<void> {
	const { by, ...row } = call;
	await db
		.insertInto('calls')
		.values({ ...row, createdBy: by, changedBy: by, createdAt: now, publishedAt: null, publishedBy: null })
		.execute();
}

export async function changeHead(db: Db, id: string, head: Head): Promise<void> {
	await db.updateTable('calls').set(head).where('id', '=', id).execute();
}

/** Whatever was changed, and by whom: whoever reads the call meanwhile must read it again before publishing. */
export async function touch(db: Db, id: string, by: string): Promise<void> {
	await db
		.updateTable('calls')
		.set((e) => ({ revision: e('revision', '+', 1), changedBy: by }))
		.where('id', '=', id)
		.execute();
}

export async function publish(db: Db, id: string, by: string, now: Instant): Promise<void> {
	await db.updateTable('calls').set({ publishedAt: now, publishedBy: by }).where('id', '=', id).execute();
}

export async function putItem(
	db: Db,
	item: { id: string; callId: string; kind: string; position: number; title: string; body: string },
	pointIds: readonly string[]
): Promise<void> {
	const { title, body } = item;
	await db
		.insertInto('callItems')
		.values(item)
		.onConflict((c) => c.column('id').doUpdateSet({ title, body }))
		.execute();
	await db.deleteFrom('callGrounds').where('itemId', '=', item.id).execute();
	const grounds = [...new Set(pointIds)].map((pointId) => ({ itemId: item.id, pointId }));
	if (grounds.length > 0) await db.insertInto('callGrounds').values(grounds).execute();
}

export async function itemExists(db: Db, id: string): Promise<boolean> {
	const row = await db.selectFrom('callItems').select('id').where('id', '=', id).executeTakeFirst();
	return row !== undefined;
}

export async function removeItem(db: Db, id: string): Promise<void> {
	await db.deleteFrom('callGrounds').where('itemId', '=', id).execute();
	await db.deleteFrom('callItems').where('id', '=', id).execute();
}

export async function setPositions(db: Db, ids: readonly string[]): Promise<void> {
	for (const [position, id] of ids.entries()) {
		await db.updateTable('callItems').set({ position }).where('id', '=', id).execute();
	}
}

/** Puts other words where published ones stand. Only an addendum may, which says so and is sealed. */
export async function correctHead(db: Db, id: string, part: 'title' | 'intro', text: string): Promise<void> {
	await db
		.updateTable('calls')
		.set({ [part]: text })
		.where('id', '=', id)
		.execute();
}

export async function correctItem(db: Db, id: string, part: 'title' | 'body', text: string): Promise<void> {
	await db
		.updateTable('callItems')
		.set({ [part]: text })
		.where('id', '=', id)
		.execute();
}

export async function withdraw(
	db: Db,
	id: string,
	row: { withdrawnAt: Instant; successorId: string | null }
): Promise<void> {
	await db.updateTable('calls').set(row).where('id', '=', id).execute();
}

export async function addPublished(
	db: Db,
	call: Head & { id: string; number: number; consultationId: string; versionId: string; publishedAt: Instant }
): Promise<void> {
	const nobody = { createdBy: null, changedBy: null, publishedBy: null };
	await db
		.insertInto('calls')
		.values({ ...call, ...nobody, createdAt: call.publishedAt })
		.execute();
}
