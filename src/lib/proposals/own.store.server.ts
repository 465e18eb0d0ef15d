import type { Db } from '../server/house.ts';
import { rows } from './store.server.ts';

/** What was sent, the highest number first: numbers tell no time of day. */
export async function sentBy(db: Db, authorId: string, before: number | null, limit: number) {
	let query = rows(db).where('p.authorId', '=', authorId).where('p.number', 'is not', null);
	if (before !== null) query = query.where('p.number', '<', before);
	return query.orderBy('p.number', 'desc').limit(limit).execute();
}

export async function draftsBy(db: Db, authorId: string, limit: number) {
	return rows(db)
		.where('p.authorId', '=', authorId)
		.where('p.number', 'is', null)
		.orderBy('p.createdAt', 'desc')
		.limit(limit)
		.execute();
}
