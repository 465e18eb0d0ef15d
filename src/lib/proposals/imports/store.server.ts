import { sql } from 'kysely';
import type { Instant } from '../../time.ts';
import type { Db } from '../../server/app.ts';
import type { Tables } from '../../server/db/tables.ts';
import { rowId } from '../../server/db/fullTextSearch.ts';
import * as search from '../lists/searchIndex.store.server.ts';
import type { DraftText } from '../store.server.ts';

interface Staged extends Omit<DraftText, 'evidence'> {
	id: string;
	consultationId: string;
	authorName: string;
	authorGroup: string;
	origin: string;
	originId: string;
	originUrl: string | null;
	originOn: string | null;
}

const NOT_YET = {
	...{ number: null, evidence: null, authorId: null, organisationId: null, submittedAt: null, publishedAt: null },
	...{ rejectedAt: null, hiddenAt: null, redactedAt: null, withdrawnAt: null, withheldAt: null }
};

/** Without number and dates: like a draft, and nobody's. */
export async function addStaged(db: Db, rows: readonly Staged[], now: Instant): Promise<void> {
	await db
		.insertInto('proposals')
		.values(rows.map((row) => ({ ...row, ...NOT_YET, createdAt: now, changedAt: now })))
		.execute();
}

export async function addRows(db: Db, rows: readonly Tables['importRows'][]): Promise<void> {
	await db
		.insertInto('importRows')
		.values([...rows])
		.execute();
}

const ofJob = (db: Db, jobId: string) => db.selectFrom('importRows').select('proposalId').where('jobId', '=', jobId);

interface Released {
	/** Number of the contribution at place 0. */
	first: number;
	now: Instant;
	publishedAt: Instant | null;
}

export async function release(db: Db, jobId: string, { first, now, publishedAt }: Released): Promise<void> {
	await db
		.updateTable('proposals')
		.set((e) => ({
			number: sql<number>`${rowId(first)} + ${e
				.selectFrom('importRows as r')
				.select('r.place')
				.whereRef('r.proposalId', '=', 'proposals.id')}`,
			...{ submittedAt: now, publishedAt, changedAt: now }
		}))
		.where('id', 'in', ofJob(db, jobId))
		.where('submittedAt', 'is', null)
		.execute();
}

/** Of an import, from a place on, what everybody may read. */
export async function publishedOf(db: Db, jobId: string, from: number, limit: number) {
	return db
		.selectFrom('importRows as r')
		.innerJoin('proposals as p', 'p.id', 'r.proposalId')
		.select(['p.id', 'p.number', 'p.title', 'p.body', 'p.evidence'])
		.where('r.jobId', '=', jobId)
		.where('r.place', '>=', from)
		.where('r.place', '<', from + limit)
		.where('p.publishedAt', 'is not', null)
		.where('p.hiddenAt', 'is', null)
		.where('p.withdrawnAt', 'is', null)
		.execute();
}

export async function stagedOf(db: Db, jobId: string, limit: number): Promise<string[]> {
	const rows = await db
		.selectFrom('importRows as r')
		.innerJoin('proposals as p', 'p.id', 'r.proposalId')
		.select('p.id')
		.where('r.jobId', '=', jobId)
		.where('p.submittedAt', 'is', null)
		.limit(limit)
		.execute();
	return rows.map(({ id }) => id);
}

/** With everything that hangs on them. */
export async function drop(db: Db, ids: readonly string[]): Promise<void> {
	if (ids.length === 0) return;
	await db
		.deleteFrom('proposals')
		.where('id', 'in', [...ids])
		.where('submittedAt', 'is', null)
		.execute();
}

/** After this place; `withdrawn`: also what was taken back. */
export async function rowsOf(db: Db, jobId: string, after: number, limit: number, withdrawn = false) {
	let query = db
		.selectFrom('importRows as r')
		.innerJoin('proposals as p', 'p.id', 'r.proposalId')
		.select(['p.id', 'p.number', 'p.supportCount', 'p.commentCount', 'r.place'])
		.where('r.jobId', '=', jobId)
		.where('r.place', '>', after)
		.orderBy('r.place')
		.limit(limit);
	if (!withdrawn) query = query.where('p.withdrawnAt', 'is', null);
	return query.execute();
}

export async function withdrawAll(db: Db, jobId: string, now: Instant): Promise<void> {
	await db
		.updateTable('proposals')
		.set({ withdrawnAt: now })
		.where('id', 'in', ofJob(db, jobId))
		.where('withdrawnAt', 'is', null)
		.execute();
}

/** Words, index, original and where they are from: the same file may come in again. */
export async function forgetWords(db: Db, ids: readonly string[], now: Instant): Promise<void> {
	const which = [...ids];
	await db.deleteFrom('importOriginals').where('proposalId', 'in', which).execute();
	await search.removeMany(db, which);
	await db
		.updateTable('proposals')
		.set({ ...{ title: '', body: '', evidence: null, language: 'de', changedAt: now }, ...FROM_NOWHERE })
		.where('id', 'in', which)
		.execute();
}

const FROM_NOWHERE = { origin: null, originId: null, originUrl: null, originOn: null };

export async function textsAfter(db: Db, consultationId: string, after: string, limit: number) {
	return db
		.selectFrom('proposals')
		.select(['id', 'title', 'body'])
		.where('consultationId', '=', consultationId)
		.where('id', '>', after)
		.where('submittedAt', 'is not', null)
		.where('withdrawnAt', 'is', null)
		.where('rejectedAt', 'is', null)
		.orderBy('id')
		.limit(limit)
		.execute();
}

export async function knownOriginIds(db: Db, origin: string, ids: readonly string[]): Promise<string[]> {
	if (ids.length === 0) return [];
	const rows = await db
		.selectFrom('proposals')
		.select('originId')
		.where('origin', '=', origin)
		.where('originId', 'in', [...ids])
		.execute();
	return rows.flatMap((row) => (row.originId === null ? [] : [row.originId]));
}

/** As they stand here: to see whether the same ids in a file mean the same contributions. */
export async function knownTitles(db: Db, origin: string, ids: readonly string[]) {
	if (ids.length === 0) return [];
	return db
		.selectFrom('proposals')
		.select(['originId', 'title', 'withdrawnAt'])
		.where('origin', '=', origin)
		.where('originId', 'in', [...ids])
		.execute();
}

export async function ofOrigin(db: Db, origin: string) {
	return db
		.selectFrom('proposals')
		.select(['id', 'number', 'supportCount', 'commentCount'])
		.where('origin', '=', origin)
		.where('submittedAt', 'is not', null)
		.orderBy('number')
		.execute();
}

/** The same id may come in again, and is another contribution then. */
export async function clearOrigin(db: Db, id: string): Promise<void> {
	await db.updateTable('proposals').set(FROM_NOWHERE).where('id', '=', id).execute();
}

export async function keepOriginals(db: Db, originals: readonly Tables['importOriginals'][]): Promise<void> {
	if (originals.length > 0)
		await db
			.insertInto('importOriginals')
			.values([...originals])
			.execute();
}

export async function originalOf(db: Db, proposalId: string) {
	return db
		.selectFrom('importOriginals')
		.select(['title', 'body'])
		.where('proposalId', '=', proposalId)
		.executeTakeFirst();
}

export async function forgetOriginal(db: Db, proposalId: string): Promise<void> {
	await db.deleteFrom('importOriginals').where('proposalId', '=', proposalId).execute();
}
