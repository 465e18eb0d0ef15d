import { sql } from 'kysely';
import type { Instant } from '../../time.ts';
import type { Stretch } from '../../cursor.ts';
import type { Db } from '../../server/app.ts';

const COLUMNS = [
	...(['id', 'subjectKind', 'subjectId', 'texts', 'sentAt', 'outcome'] as const),
	...(['ground', 'note', 'decidedAt', 'shownAt'] as const)
] as const;

export async function byId(db: Db, id: string) {
	return db.selectFrom('textEditions').select(COLUMNS).where('id', '=', id).executeTakeFirst();
}

export interface NewEdition {
	id: string;
	subjectKind: string;
	subjectId: string;
	texts: string;
	sentAt: Instant;
	outcome: string | null;
	decidedAt: Instant | null;
}

export async function add(db: Db, edition: NewEdition): Promise<void> {
	await db
		.insertInto('textEditions')
		.values({ ...edition, ground: null, note: null, decidedBy: null, shownAt: null })
		.execute();
}

export interface Settled {
	texts?: string;
	outcome: string;
	ground?: string | null;
	note?: string | null;
	decidedBy: string | null;
	decidedAt: Instant;
	shownAt?: Instant | null;
}

export async function settle(db: Db, id: string, settled: Settled): Promise<void> {
	await db.updateTable('textEditions').set(settled).where('id', '=', id).execute();
}

export async function setTexts(db: Db, id: string, texts: string): Promise<void> {
	await db.updateTable('textEditions').set({ texts }).where('id', '=', id).execute();
}

/** Oldest first. */
export async function ofSubjects(db: Db, subjectIds: readonly string[]) {
	if (subjectIds.length === 0) return [];
	return db
		.selectFrom('textEditions')
		.select(COLUMNS)
		.where('subjectId', 'in', [...subjectIds])
		.orderBy('sentAt')
		.orderBy('id')
		.execute();
}

/** Those that wait. */
export async function waiting(db: Db, limit: number, { offset, newest }: Stretch) {
	return db
		.selectFrom('textEditions')
		.select(COLUMNS)
		.where('outcome', 'is', null)
		.orderBy('sentAt', newest ? 'desc' : 'asc')
		.orderBy('id', newest ? 'desc' : 'asc')
		.limit(limit)
		.offset(offset)
		.execute();
}

export async function countWaiting(db: Db): Promise<number> {
	const row = await db
		.selectFrom('textEditions')
		.select((e) => e.fn.countAll<number>().as('count'))
		.where('outcome', 'is', null)
		.executeTakeFirst();
	return Number(row?.count ?? 0);
}

/** What a newer one of the same author takes the place of, and what nobody needs any more once the text is public. */
export async function drop(db: Db, subjectId: string, which: 'waiting' | 'replaced'): Promise<void> {
	let query = db.deleteFrom('textEditions').where('subjectId', '=', subjectId);
	query = which === 'waiting' ? query.where('outcome', 'is', null) : query.where('outcome', '=', 'replaced');
	await query.execute();
}

/** Words nobody may read, of before `limit`. That there was a change, and what became of it, stays. */
export async function emptyBefore(db: Db, limit: Instant): Promise<void> {
	await db
		.updateTable('textEditions')
		.set({ texts: '[]' })
		.where('decidedAt', '<', limit)
		.where('shownAt', 'is', null)
		.where('texts', '<>', '[]')
		.execute();
}

/** Whether somebody has replied to a comment. `unread`: also with a reply that waits for moderation. */
export async function isAnswered(db: Db, commentId: string, unread: boolean): Promise<boolean> {
	const published = sql`published_at is not null`;
	const given = unread ? sql`(${published} or (rejected_at is null and withdrawn_at is null))` : published;
	const { rows } = await sql<{ count: number }>`select count(*) as count from comments
		where parent_id = ${commentId} and ${given}`.execute(db);
	return Number(rows[0]?.count ?? 0) > 0;
}

/** Whether others have said something to a text, read by moderation or not, or said that they want it, too: then what they read stays readable. */
export async function isTouched(db: Db, id: string): Promise<boolean> {
	const { rows } = await sql<{ touched: number }>`select
		(select count(*) from supports where proposal_id = ${id})
		+ (select count(*) from amendment_supports where amendment_id = ${id})
		+ (select count(*) from comments where (published_at is not null or (rejected_at is null and withdrawn_at is null))
			and (proposal_id = ${id} or amendment_id = ${id} or parent_id = ${id}))
		+ (select count(*) from answers where proposal_id = ${id} and published_at is not null)
		+ (select count(*) from sources s join versions v on v.id = s.version_id
			where s.proposal_id = ${id} and v.published_at is not null) as touched`.execute(db);
	return Number(rows[0]?.touched ?? 0) > 0;
}
