import type { Instant } from '../time.ts';
import type { Db } from '../server/app.ts';

export interface AddendumRow {
	number: number;
	consultationId: string;
	kind: string;
	frozen: string;
	digest: string;
	publishedAt: Instant;
}

/** Oldest first. */
export async function all(db: Db): Promise<AddendumRow[]> {
	return db
		.selectFrom('addenda')
		.select(['number', 'consultationId', 'kind', 'frozen', 'digest', 'publishedAt'])
		.orderBy('number')
		.execute();
}

export async function add(db: Db, row: AddendumRow & { publishedBy: string | null }): Promise<void> {
	await db.insertInto('addenda').values(row).execute();
}

/** The two texts of every published version, without reading them twice. */
export async function textsOfVersions(db: Db) {
	return db
		.selectFrom('versions')
		.select(['id', 'number', 'frozen', 'digest', 'digestNow'])
		.where('publishedAt', 'is not', null)
		.orderBy('number')
		.execute();
}

export interface DraftRow {
	id: string;
	consultationId: string;
	kind: string;
	targetKind: string;
	targetNumber: number;
	facts: string;
	reason: string;
	createdAt: Instant;
	createdBy: string | null;
}

const DRAFT = [
	...(['id', 'consultationId', 'kind', 'targetKind', 'targetNumber', 'facts'] as const),
	...(['reason', 'createdAt', 'createdBy'] as const)
] as const;

/** Newest first. */
export async function drafts(db: Db): Promise<DraftRow[]> {
	return db.selectFrom('addendumDrafts').select(DRAFT).orderBy('createdAt', 'desc').orderBy('id', 'desc').execute();
}

export async function draft(db: Db, id: string): Promise<DraftRow | undefined> {
	return db.selectFrom('addendumDrafts').select(DRAFT).where('id', '=', id).executeTakeFirst();
}

export async function addDraft(db: Db, row: DraftRow): Promise<void> {
	await db.insertInto('addendumDrafts').values(row).execute();
}

export async function dropDraft(db: Db, id: string): Promise<boolean> {
	const { numDeletedRows } = await db.deleteFrom('addendumDrafts').where('id', '=', id).executeTakeFirst();
	return numDeletedRows > 0n;
}

export async function seal(db: Db, row: { addendum: number; body: string; until: Instant }): Promise<void> {
	await db.insertInto('sealedWords').values(row).execute();
}

export async function sealed(db: Db, addendum: number) {
	return db.selectFrom('sealedWords').select(['body', 'until']).where('addendum', '=', addendum).executeTakeFirst();
}

export async function allSealed(db: Db) {
	return db.selectFrom('sealedWords').select(['addendum', 'body', 'until']).orderBy('addendum').execute();
}

export async function dropSeal(db: Db, addendum: number): Promise<void> {
	await db.deleteFrom('sealedWords').where('addendum', '=', addendum).execute();
}

/** What is kept of files made of published texts; they are made anew. */
export async function dropPrints(db: Db): Promise<void> {
	await db.deleteFrom('prints').execute();
}

/** Somebody may have been making one while words went. */
export async function dropPrintsUntil(db: Db, at: Instant): Promise<void> {
	await db.deleteFrom('prints').where('madeAt', '<=', at).execute();
}

/** When words last went from what is published, or from under seal; null: never. */
export async function lastWordsGone(db: Db): Promise<Instant | null> {
	const row = await db
		.selectFrom('journal')
		.select((e) => e.fn.max('at').as('at'))
		.where('verb', 'in', ['removal.published', 'removal.destroyed'])
		.executeTakeFirst();
	return row?.at ?? null;
}
