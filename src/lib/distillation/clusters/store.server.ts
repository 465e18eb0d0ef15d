import { sql } from 'kysely';
import type { Instant } from '../../time.ts';
import type { Db } from '../../server/app.ts';
import type { ClusterAsk } from './cluster.ts';

function rows(db: Db) {
	return db
		.selectFrom('clusters as c')
		.leftJoin('clusters as heir', 'heir.id', 'c.mergedIntoId')
		.leftJoin('clusters as origin', 'origin.id', 'c.splitFromId')
		.select([
			'c.id',
			'c.number',
			'c.consultationId',
			'c.title',
			'c.gist',
			'c.pointId',
			'c.mergedIntoId',
			'c.assigneeId',
			'c.memberCount',
			'c.dissentCount',
			'c.revision',
			'c.createdAt',
			'c.removedAt',
			'heir.number as mergedInto',
			'origin.number as splitFrom'
		]);
}

export type ClusterRow = NonNullable<Awaited<ReturnType<typeof byId>>>;

export async function byId(db: Db, id: string) {
	return rows(db).where('c.id', '=', id).executeTakeFirst();
}

export async function byIds(db: Db, ids: readonly string[]) {
	return ids.length === 0
		? []
		: rows(db)
				.where('c.id', 'in', [...ids])
				.orderBy('c.number')
				.execute();
}

export async function byNumber(db: Db, consultationId: string, number: number) {
	return rows(db).where('c.consultationId', '=', consultationId).where('c.number', '=', number).executeTakeFirst();
}

export async function ofPoint(db: Db, pointId: string) {
	return rows(db)
		.where('c.pointId', '=', pointId)
		.where('c.mergedIntoId', 'is', null)
		.where('c.removedAt', 'is', null)
		.orderBy('c.number')
		.execute();
}

/** Numbers of what went into it, and of what came out of it. */
export async function relatives(db: Db, id: string) {
	return db
		.selectFrom('clusters')
		.select(['number', 'title', 'mergedIntoId', 'splitFromId'])
		.where((e) => e.or([e('mergedIntoId', '=', id), e('splitFromId', '=', id)]))
		.where('removedAt', 'is', null)
		.orderBy('number')
		.execute();
}

export interface NewCluster {
	id: string;
	number: number;
	consultationId: string;
	title: string;
	splitFromId: string | null;
	createdBy: string;
}

/** Inserted as removed: the action that creates it clears `removedAt`, and undoing that action sets it again. */
export async function add(db: Db, cluster: NewCluster, now: Instant): Promise<void> {
	await db
		.insertInto('clusters')
		.values({
			...cluster,
			gist: '',
			pointId: null,
			mergedIntoId: null,
			assigneeId: null,
			createdAt: now,
			removedAt: now
		})
		.execute();
}

export async function touch(db: Db, id: string, by: { memberCount: number; dissentCount: number }): Promise<void> {
	await db
		.updateTable('clusters')
		.set((e) => ({
			memberCount: e('memberCount', '+', by.memberCount),
			dissentCount: e('dissentCount', '+', by.dissentCount),
			revision: e('revision', '+', 1)
		}))
		.where('id', '=', id)
		.execute();
}

export interface ListAsked {
	ask: ClusterAsk;
	me: string | null;
	after: { memberCount: number; number: number } | null;
	limit: number;
}

/** Live ones: newest first, or largest first. */
export async function page(db: Db, consultationId: string, { ask, me, after, limit }: ListAsked) {
	let query = rows(db)
		.where('c.consultationId', '=', consultationId)
		.where('c.mergedIntoId', 'is', null)
		.where('c.removedAt', 'is', null);
	if (ask.show === 'pointless') query = query.where('c.pointId', 'is', null);
	if (ask.show === 'pointed') query = query.where('c.pointId', 'is not', null);
	if (ask.show === 'dissent') query = query.where('c.dissentCount', '>', 0);
	if (ask.show === 'mine') query = query.where('c.assigneeId', '=', me ?? '');
	for (const word of wordsIn(ask.q)) query = query.where(says(word));
	if (ask.sort === 'largest') query = query.orderBy('c.memberCount', 'desc');
	if (after && ask.sort === 'newest') query = query.where('c.number', '<', after.number);
	if (after && ask.sort === 'largest')
		query = query.where(sql<boolean>`(c.member_count, c.number) < (${after.memberCount}, ${after.number})`);
	return query.orderBy('c.number', 'desc').limit(limit).execute();
}

const wordsIn = (asked: string | undefined) => (asked ?? '').split(/\s+/).filter((word) => word !== '');

/** Titles are short and few: umlauts as they are typed, small and capital letters alike as far as the database knows. */
function says(word: string) {
	const pattern = `%${word.replace(/[%_\\]/g, '')}%`;
	const [small, capital] = [pattern.toLowerCase(), `${pattern.slice(0, 2).toUpperCase()}${pattern.slice(2)}`];
	return sql<boolean>`(lower(c.title) like ${small} or c.title like ${pattern} or c.title like ${capital} or cast(c.number as text) = ${word})`;
}
