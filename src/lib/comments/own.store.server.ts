import { sql } from 'kysely';
import type { Db } from '../server/app.ts';
import { rows, type Place } from './store.server.ts';

/** Newest first. */
export async function rowsOfAuthor(db: Db, authorId: string, page?: { before: Place | null; limit: number }) {
	let query = rows(db).where('c.authorId', '=', authorId).orderBy('c.createdAt', 'desc').orderBy('c.id', 'desc');
	if (page) query = query.limit(page.limit);
	if (page?.before) {
		const { createdAt, id } = page.before;
		query = query.where(sql<boolean>`(c.created_at, c.id) < (${createdAt}, ${id})`);
	}
	return query.execute();
}
