import type { Instant } from '../time.ts';
import type { Db } from '../server/app.ts';

/** Everything that was said, what was taken out included. */
export async function statements(db: Db, conversationId: string) {
	return db
		.selectFrom('conversationStatements')
		.select(['number', 'originId', 'body', 'takenOutAt'])
		.where('conversationId', '=', conversationId)
		.orderBy('number')
		.execute();
}

/** Those that can be read (some have votes, and the export has no words for them), from the one after this number on. */
export async function readable(db: Db, conversationId: string, after: number, limit: number) {
	return db
		.selectFrom('conversationStatements')
		.select(['number', 'body'])
		.where('conversationId', '=', conversationId)
		.where('takenOutAt', 'is', null)
		.where('body', '!=', '')
		.where('number', '>', after)
		.orderBy('number')
		.limit(limit)
		.execute();
}

export interface NewStatement {
	conversationId: string;
	number: number;
	originId: string;
	body: string;
	takenOutAt: Instant | null;
}

export async function addStatements(db: Db, rows: readonly NewStatement[]): Promise<void> {
	await db
		.insertInto('conversationStatements')
		.values([...rows])
		.execute();
}

export async function setTakenOut(db: Db, conversationId: string, number: number, at: Instant | null): Promise<void> {
	await db
		.updateTable('conversationStatements')
		.set({ takenOutAt: at })
		.where('conversationId', '=', conversationId)
		.where('number', '=', number)
		.execute();
}

/** Only to what has none: words that are there stay. */
export async function giveWords(db: Db, conversationId: string, number: number, body: string): Promise<void> {
	await db
		.updateTable('conversationStatements')
		.set({ body })
		.where('conversationId', '=', conversationId)
		.where('number', '=', number)
		.where('body', '=', '')
		.execute();
}

/** How these people had voted when they were last taken over. */
export async function votesOf(db: Db, conversationId: string, people: readonly string[]) {
	if (people.length === 0) return [];
	return db
		.selectFrom('conversationPeople')
		.select(['originId', 'votes'])
		.where('conversationId', '=', conversationId)
		.where('originId', 'in', [...people])
		.execute();
}

/** A part of the people, in the order of their ids there. */
export async function peopleAfter(db: Db, conversationId: string, after: string, limit: number) {
	return db
		.selectFrom('conversationPeople')
		.select(['originId', 'votes'])
		.where('conversationId', '=', conversationId)
		.where('originId', '>', after)
		.orderBy('originId')
		.limit(limit)
		.execute();
}

export async function putPeople(
	db: Db,
	rows: readonly { conversationId: string; originId: string; votes: string }[]
): Promise<void> {
	if (rows.length === 0) return;
	await db
		.insertInto('conversationPeople')
		.values([...rows])
		.onConflict((c) =>
			c.columns(['conversationId', 'originId']).doUpdateSet((e) => ({ votes: e.ref('excluded.votes') }))
		)
		.execute();
}
