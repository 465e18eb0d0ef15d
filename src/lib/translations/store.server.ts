import type { Db } from '../server/app.ts';
import type { Tables } from '../server/db/tables.ts';

export type TranslationRow = Tables['officialTranslations'];

/** 0: nobody has written any. */
export async function newestNumber(db: Db): Promise<number> {
	const row = await db
		.selectFrom('officialTranslations')
		.select(({ fn }) => fn.max('number').as('number'))
		.executeTakeFirst();
	return Number(row?.number ?? 0);
}

/**
 * Rises with whatever changes what readers are shown: another translation, another published version, an addendum that
 * takes words away. 0: nobody has translated anything.
 */
export async function stateNumber(db: Db): Promise<number> {
	const row = await db
		.selectNoFrom((e) => [
			e
				.selectFrom('officialTranslations')
				.select(({ fn }) => fn.max('number').as('n'))
				.as('said'),
			e
				.selectFrom('versions')
				.select(({ fn }) => fn.countAll().as('n'))
				.where('publishedAt', 'is not', null)
				.as('versions'),
			e
				.selectFrom('addenda')
				.select(({ fn }) => fn.countAll().as('n'))
				.as('addenda')
		])
		.executeTakeFirstOrThrow();
	const said = Number(row.said ?? 0);
	return said === 0 ? 0 : (said * STEP + Number(row.versions)) * STEP + Number(row.addenda);
}
const STEP = 10_000;

const CONTENT = ['number', 'locale', 'kind', 'key', 'part', 'german', 'text'] as const;
const MAKING = ['maker', 'machine', 'checkers', 'checkedOn'] as const;

export type Said = Omit<TranslationRow, 'savedBy' | 'savedAt'>;

/** The newest of each part and German wording, oldest first; those that were taken away are among them. */
export async function newest(db: Db): Promise<Said[]> {
	return db
		.selectFrom('officialTranslations as o')
		.select([...CONTENT, ...MAKING])
		.where(({ eb, selectFrom }) =>
			eb(
				'o.number',
				'=',
				selectFrom('officialTranslations as later')
					.select(({ fn }) => fn.max('later.number').as('number'))
					.whereRef('later.locale', '=', 'o.locale')
					.whereRef('later.kind', '=', 'o.kind')
					.whereRef('later.key', '=', 'o.key')
					.whereRef('later.part', '=', 'o.part')
					.whereRef('later.german', '=', 'o.german')
			)
		)
		.orderBy('o.number')
		.execute();
}

/** What was said of a thing at some time. */
export interface Former extends Said {
	/** null: somebody who is not there any more. */
	by: string | null;
	at: string;
}

interface Thing {
	locale: string;
	kind: string;
	key: string;
}

/** Newest first, of all parts of one thing. */
export async function history(db: Db, { locale, kind, key }: Thing, limit: number): Promise<Former[]> {
	return db
		.selectFrom('officialTranslations as o')
		.leftJoin('persons as p', 'p.id', 'o.savedBy')
		.select(['o.number', 'o.locale', 'o.kind', 'o.key', 'o.part', 'o.german', 'o.text', ...MAKING])
		.select(['o.savedAt as at', 'p.pseudonym as by'])
		.where('o.locale', '=', locale)
		.where('o.kind', '=', kind)
		.where('o.key', '=', key)
		.orderBy('o.number', 'desc')
		.limit(limit)
		.execute();
}

export async function byNumber(db: Db, number: number): Promise<Said | undefined> {
	return db
		.selectFrom('officialTranslations')
		.select([...CONTENT, ...MAKING])
		.where('number', '=', number)
		.executeTakeFirst();
}

export async function add(db: Db, rows: readonly TranslationRow[]): Promise<void> {
	if (rows.length > 0)
		await db
			.insertInto('officialTranslations')
			.values([...rows])
			.execute();
}
