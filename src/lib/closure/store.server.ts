import type { Instant } from '../time.ts';
import type { Db } from '../server/app.ts';

export async function add(db: Db, consultationId: string, closedAt: Instant): Promise<void> {
	await db.insertInto('closures').values({ consultationId, closedAt }).execute();
}
