import type { Db } from '../server/app.ts';

export interface RevisionRow {
	revision: number;
	content: string;
	concern: string;
	note: string;
	savedBy: string | null;
	savedAt: string;
}

/** 0: nobody has saved one. */
export async function newestNumber(db: Db): Promise<number> {
	const row = await db
		.selectFrom('profiles')
		.select(({ fn }) => fn.max('revision').as('revision'))
		.executeTakeFirst();
	return Number(row?.revision ?? 0);
}

export async function byNumber(db: Db, revision: number): Promise<RevisionRow | undefined> {
	return db.selectFrom('profiles').selectAll().where('revision', '=', revision).executeTakeFirst();
}

/** Newest first, without their content, with the name of whoever saved them. `concerns`: null: of all. */
export async function history(db: Db, concerns: readonly string[] | null, limit: number) {
	let query = db
		.selectFrom('profiles')
		.leftJoin('persons', 'persons.id', 'profiles.savedBy')
		.select(['profiles.revision', 'profiles.concern', 'profiles.note', 'profiles.savedAt', 'persons.pseudonym'])
		.orderBy('profiles.revision', 'desc')
		.limit(limit);
	if (concerns !== null) query = query.where('profiles.concern', 'in', [...concerns]);
	return query.execute();
}

export async function add(db: Db, row: RevisionRow): Promise<void> {
	await db.insertInto('profiles').values(row).execute();
}
