import type { Instant } from '../server/ctx.ts';
import type { Db } from '../server/house.ts';

export async function add(db: Db, consultationId: string, closedAt: Instant): Promise<void> {
	await db.insertInto('closures').values({ consultationId, closedAt }).execute();
}
