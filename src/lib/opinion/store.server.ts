import type { Instant } from '../time.ts';
import type { Db } from '../server/app.ts';

/** The newest phase in which people have voted on one of these wordings, and the boxes of it. */
export async function newestBoxes(db: Db, wordingIds: readonly string[]) {
	if (wordingIds.length === 0) return [];
	const boxes = await db
		.selectFrom('ballotBoxes as b')
		.innerJoin('phases as p', 'p.id', 'b.phaseId')
		.select(['b.id', 'b.wordingId', 'b.phaseId'])
		.where('b.wordingId', 'in', [...wordingIds])
		.orderBy('p.beginsAt', 'desc')
		.orderBy('b.id')
		.execute();
	return boxes.filter(({ phaseId }) => phaseId === boxes[0]?.phaseId);
}

/** Only persons: organisations are never added to them. */
export async function tallies(db: Db, boxIds: readonly number[]) {
	if (boxIds.length === 0) return [];
	return db
		.selectFrom('tallies')
		.select(['boxId', 'group'])
		.select((e) => [
			e.fn.sum<number>('agree').as('agree'),
			e.fn.sum<number>('pass').as('pass'),
			e.fn.sum<number>('disagree').as('disagree')
		])
		.where('boxId', 'in', [...boxIds])
		.where('standing', '=', 'person')
		.groupBy(['boxId', 'group'])
		.orderBy('boxId')
		.orderBy('group')
		.execute();
}

function rows(db: Db) {
	return db.selectFrom('landscapes').select(['number', 'at', 'content', 'digest']);
}

export async function newest(db: Db, consultationId: string) {
	return rows(db).where('consultationId', '=', consultationId).orderBy('number', 'desc').limit(1).executeTakeFirst();
}

export async function byNumber(db: Db, number: number) {
	return rows(db).where('number', '=', number).executeTakeFirst();
}

/** Oldest first. */
export async function numbers(db: Db, consultationId: string): Promise<number[]> {
	const rows = await db
		.selectFrom('landscapes')
		.select('number')
		.where('consultationId', '=', consultationId)
		.orderBy('number')
		.execute();
	return rows.map(({ number }) => number);
}

/** Newest first. */
export async function heads(db: Db, consultationId: string, most: number) {
	return db
		.selectFrom('landscapes')
		.select(['number', 'at'])
		.where('consultationId', '=', consultationId)
		.orderBy('number', 'desc')
		.limit(most)
		.execute();
}

export async function every(db: Db) {
	return db
		.selectFrom('landscapes')
		.select(['number', 'consultationId', 'at', 'content', 'digest'])
		.orderBy('number')
		.execute();
}
export type LandscapeRow = Awaited<ReturnType<typeof every>>[number];

export interface NewLandscape {
	number: number;
	consultationId: string;
	at: Instant;
	content: string;
	digest: string;
}

export async function add(db: Db, landscape: NewLandscape): Promise<void> {
	await db.insertInto('landscapes').values(landscape).execute();
}
