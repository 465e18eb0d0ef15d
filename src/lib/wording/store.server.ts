import type { Db } from '../server/app.ts';

export interface OverrideRow {
	number: number;
	locale: string;
	key: string;
	/** null: back to ours. */
	text: string | null;
	savedBy: string | null;
	savedAt: string;
}

/** 0: nobody has written any. */
export async function newestNumber(db: Db): Promise<number> {
	const row = await db
		.selectFrom('textOverrides')
		.select(({ fn }) => fn.max('number').as('number'))
		.executeTakeFirst();
	return Number(row?.number ?? 0);
}

/** The newest of each text in each language; those that went back to ours are among them. */
export async function newest(db: Db): Promise<Pick<OverrideRow, 'locale' | 'key' | 'text'>[]> {
	return db
		.selectFrom('textOverrides as o')
		.select(['o.locale', 'o.key', 'o.text'])
		.where(({ eb, selectFrom }) =>
			eb(
				'o.number',
				'=',
				selectFrom('textOverrides as later')
					.select(({ fn }) => fn.max('later.number').as('number'))
					.whereRef('later.key', '=', 'o.key')
					.whereRef('later.locale', '=', 'o.locale')
			)
		)
		.execute();
}

/** What was said in place of a text at some time. */
export interface Former {
	number: number;
	/** null: ours again. */
	text: string | null;
	/** null: somebody who is not there any more. */
	by: string | null;
	at: string;
}

/** Newest first. */
export async function history(db: Db, locale: string, key: string, limit: number): Promise<Former[]> {
	return db
		.selectFrom('textOverrides as o')
		.leftJoin('persons as p', 'p.id', 'o.savedBy')
		.select(['o.number', 'o.text', 'o.savedAt as at', 'p.pseudonym as by'])
		.where('o.locale', '=', locale)
		.where('o.key', '=', key)
		.orderBy('o.number', 'desc')
		.limit(limit)
		.execute();
}

export async function add(db: Db, row: OverrideRow): Promise<void> {
	await db.insertInto('textOverrides').values(row).execute();
}
