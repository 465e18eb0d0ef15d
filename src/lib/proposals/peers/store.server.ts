import type { Db } from '../../server/app.ts';
import type { Instant } from '../../time.ts';
import { rows } from '../store.server.ts';

/** What the group of this phase may read, the highest number first. */
export async function sharedPage(db: Db, phaseId: string, before: number | null, limit: number) {
	let query = rows(db)
		.where('p.peerPhaseId', '=', phaseId)
		.where('p.sharedAt', 'is not', null)
		.where('p.publishedAt', 'is', null)
		.where('p.rejectedAt', 'is', null)
		.where('p.hiddenAt', 'is', null)
		.where('p.withdrawnAt', 'is', null)
		.where('p.withheldAt', 'is', null);
	if (before !== null) query = query.where('p.number', '<', before);
	return query.orderBy('p.number', 'desc').limit(limit).execute();
}

/** What was shared in a peer phase that is over, and is not public yet; of phases that ended first, by number. */
export async function due(db: Db, now: Instant, limit: number) {
	return rows(db)
		.innerJoin('phases as ph', 'ph.id', 'p.peerPhaseId')
		.where('ph.endsAt', '<=', now)
		.where('p.sharedAt', 'is not', null)
		.where('p.publishedAt', 'is', null)
		.where('p.withheldAt', 'is', null)
		.where('p.withdrawnAt', 'is', null)
		.orderBy('ph.endsAt')
		.orderBy('p.number')
		.limit(limit)
		.execute();
}
