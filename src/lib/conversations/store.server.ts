import type { Instant } from '../time.ts';
import type { Db } from '../server/app.ts';

function heads(db: Db) {
	return db
		.selectFrom('conversations as c')
		.select(['c.id', 'c.number', 'c.title', 'c.url', 'c.attribution', 'c.language', 'c.importedAt', 'c.changedAt'])
		.select(['c.drawnAt', 'c.drawnFor']);
}

export async function byOrigin(db: Db, origin: string) {
	return heads(db).where('c.origin', '=', origin).executeTakeFirst();
}

/** What everybody may see, with its picture and how many statements can be read. */
export async function byNumber(db: Db, number: number) {
	return heads(db)
		.select(['c.landscape', 'c.digest', 'c.figures'])
		.select((e) =>
			e
				.selectFrom('conversationStatements as s')
				.select((x) => x.fn.countAll<number>().as('n'))
				.whereRef('s.conversationId', '=', 'c.id')
				.where('s.takenOutAt', 'is', null)
				.where('s.body', '!=', '')
				.as('statements')
		)
		.where('c.number', '=', number)
		.where('c.importedAt', 'is not', null)
		.executeTakeFirst();
}

/** Newest first. */
export async function page(db: Db, before: number | null, limit: number) {
	let query = db
		.selectFrom('conversations')
		.select(['number', 'title', 'attribution', 'language'])
		.where('importedAt', 'is not', null)
		.orderBy('number', 'desc')
		.limit(limit);
	if (before !== null) query = query.where('number', '<', before);
	return query.execute();
}

interface NewConversation {
	id: string;
	number: number;
	origin: string;
	title: string;
	url: string | null;
	attribution: string;
	language: string;
	changedAt: Instant;
}

/** Seen by nobody yet. */
export async function begin(db: Db, row: NewConversation): Promise<void> {
	await db
		.insertInto('conversations')
		.values({ ...row, importedAt: null, drawnAt: null, drawnFor: null, landscape: null, digest: null, figures: null })
		.execute();
}

/** From here on everybody sees it, and it is to be drawn. */
export async function finish(db: Db, id: string, { now, figures }: { now: Instant; figures: string }): Promise<void> {
	await db
		.updateTable('conversations')
		.set((e) => ({ changedAt: now, figures, importedAt: e.fn.coalesce('importedAt', e.val(now)) }))
		.where('id', '=', id)
		.execute();
}

export async function figuresOf(db: Db, id: string): Promise<string | null> {
	const row = await db.selectFrom('conversations').select('figures').where('id', '=', id).executeTakeFirst();
	return row?.figures ?? null;
}

/** With its statements and votes. */
export async function remove(db: Db, id: string): Promise<void> {
	await db.deleteFrom('conversations').where('id', '=', id).execute();
}

/** With what has come in of it. */
export async function removeUnfinished(db: Db, origin: string): Promise<void> {
	await db.deleteFrom('conversations').where('origin', '=', origin).where('importedAt', 'is', null).execute();
}

/** Whose picture is not of what was taken over last. */
export async function undrawn(db: Db) {
	return heads(db)
		.where('c.importedAt', 'is not', null)
		.where((e) => e.or([e('c.drawnFor', 'is', null), e('c.drawnFor', '<', e.ref('c.changedAt'))]))
		.orderBy('c.number')
		.execute();
}

export async function landscapeOf(db: Db, id: string): Promise<string | null> {
	const row = await db.selectFrom('conversations').select('landscape').where('id', '=', id).executeTakeFirst();
	return row?.landscape ?? null;
}

export async function putLandscape(
	db: Db,
	id: string,
	drawn: { drawnAt: Instant; drawnFor: Instant; landscape: string | null; digest: string | null }
): Promise<void> {
	await db.updateTable('conversations').set(drawn).where('id', '=', id).execute();
}
