import type { Instant } from '../time.ts';
import type { Db } from '../server/app.ts';

export async function add(
	db: Db,
	support: { amendmentId: string; personId: string; group: string },
	now: Instant
): Promise<boolean> {
	const result = await db
		.insertInto('amendmentSupports')
		.values({ ...support, createdAt: now })
		.onConflict((c) => c.columns(['amendmentId', 'personId']).doNothing())
		.executeTakeFirst();
	return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function remove(db: Db, amendmentId: string, personId: string): Promise<boolean> {
	const result = await db
		.deleteFrom('amendmentSupports')
		.where('amendmentId', '=', amendmentId)
		.where('personId', '=', personId)
		.executeTakeFirst();
	return result.numDeletedRows > 0n;
}

export async function count(db: Db, amendmentId: string, change: 1 | -1): Promise<void> {
	await db
		.updateTable('amendments')
		.set((e) => ({ supportCount: e('supportCount', '+', change) }))
		.where('id', '=', amendmentId)
		.execute();
}

export async function isSupporter(db: Db, amendmentId: string, personId: string): Promise<boolean> {
	const row = await db
		.selectFrom('amendmentSupports')
		.select('personId')
		.where('amendmentId', '=', amendmentId)
		.where('personId', '=', personId)
		.executeTakeFirst();
	return row !== undefined;
}
