import type { Db } from '../../server/app.ts';

/**
 * A code opens nothing any more, and so does nothing that it has opened: sessions, and what goes on without any session.
 * Mails and feeds of news can have been ordered by whoever found or copied the card; who holds it now cannot tell, and
 * orders them anew.
 */
export async function endAccessOf(db: Db, personId: string): Promise<void> {
	await db.deleteFrom('sessions').where('personId', '=', personId).execute();
	await db.deleteFrom('subscriptions').where('personId', '=', personId).execute();
}

/** The same for everybody who came in with a card of this batch. */
export async function endAccessOfBatch(db: Db, batchId: string): Promise<void> {
	const holders = db
		.selectFrom('cards')
		.select('personId')
		.where('batchId', '=', batchId)
		.where('personId', 'is not', null);
	await db.deleteFrom('sessions').where('personId', 'in', holders).execute();
	await db.deleteFrom('subscriptions').where('personId', 'in', holders).execute();
}
