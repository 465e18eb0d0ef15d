import type { Instant } from '../server/ctx.ts';
import type { Db } from '../server/house.ts';

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
		.select(['boxId', 'group', 'agree', 'pass', 'disagree'])
		.where('boxId', 'in', [...boxIds])
		.where('standing', '=', 'person')
		.orderBy('boxId')
		.orderBy('group')
		.execute();
}

/** The ballots of one box before this day: box by box, so that not all of them are in memory as objects at once. */
export async function ballots(db: Db, boxId: number, before: string) {
	return db
		.selectFrom('ballots')
		.select(['voter', 'choice', 'group'])
		.where('boxId', '=', boxId)
		.where('standing', '=', 'person')
		.where('day', '<', before)
		.execute();
}

/** How many people have voted, or voted anew, on these days. */
export async function votersIn(
	db: Db,
	boxIds: readonly number[],
	{ from, before }: { from: string; before: string }
): Promise<number> {
	const row = await db
		.selectFrom('ballots')
		.select((e) => e.fn.count<number>('voter').distinct().as('voters'))
		.where('boxId', 'in', [...boxIds])
		.where('standing', '=', 'person')
		.where('day', '>=', from)
		.where('day', '<', before)
		.executeTakeFirstOrThrow();
	return Number(row.voters);
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
