import type { Instant } from '../time.ts';
import type { Db } from '../server/app.ts';

export async function all(db: Db) {
	return db.selectFrom('statements').select(['place', 'text']).execute();
}

export async function put(db: Db, place: string, text: string, changedAt: Instant): Promise<void> {
	await db
		.insertInto('statements')
		.values({ place, text, changedAt })
		.onConflict((c) => c.column('place').doUpdateSet({ text, changedAt }))
		.execute();
}

export async function remove(db: Db, place: string): Promise<void> {
	await db.deleteFrom('statements').where('place', '=', place).execute();
}

export interface RevisionRow {
	number: number;
	place: string;
	/** null: taken away. */
	text: string | null;
	savedAt: Instant;
}

export async function newestNumber(db: Db): Promise<number> {
	const newest = db.selectFrom('statementRevisions').select(({ fn }) => fn.max('number').as('number'));
	return Number((await newest.executeTakeFirst())?.number ?? 0);
}

export async function addRevision(db: Db, row: RevisionRow & { savedBy: string | null }): Promise<void> {
	await db.insertInto('statementRevisions').values(row).execute();
}

export async function revision(db: Db, number: number) {
	return db.selectFrom('statementRevisions').select(['place', 'text']).where('number', '=', number).executeTakeFirst();
}

/** Newest first, with what stood there before; `by` null: somebody who is not there any more, or the program. */
export async function revisions(db: Db, limit: number) {
	return db
		.selectFrom('statementRevisions as r')
		.leftJoin('persons as p', 'p.id', 'r.savedBy')
		.select(['r.number', 'r.place', 'r.text', 'r.savedAt as at', 'p.pseudonym as by'])
		.select(({ selectFrom }) =>
			selectFrom('statementRevisions as former')
				.select('former.text')
				.whereRef('former.place', '=', 'r.place')
				.whereRef('former.number', '<', 'r.number')
				.orderBy('former.number', 'desc')
				.limit(1)
				.as('before')
		)
		.orderBy('r.number', 'desc')
		.limit(limit)
		.execute();
}
