import { sql, type Insertable } from 'kysely';
import type { Db } from '../server/app.ts';
import type { Tables } from '../server/db/tables.ts';
import type { Instant } from '../time.ts';
import type { Section } from './positionPaper.ts';

export async function add(db: Db, paper: Insertable<Tables['positionPapers']>, body: string): Promise<void> {
	await db.insertInto('positionPapers').values(paper).execute();
	await db.insertInto('positionPaperFiles').values({ paperId: paper.id, body }).execute();
}

/** With the name of whose it is, and how many sections there are and went out. */
function papers(db: Db) {
	return db
		.selectFrom('positionPapers as p')
		.innerJoin('organisations as o', 'o.id', 'p.organisationId')
		.selectAll('p')
		.select('o.name as organisation')
		.select((e) => [
			e
				.selectFrom('positionPaperSections as s')
				.select((x) => x.fn.countAll<number>().as('n'))
				.whereRef('s.paperId', '=', 'p.id')
				.as('sections'),
			e
				.selectFrom('positionPaperFiles as f')
				.select((x) => x.fn.countAll<number>().as('n'))
				.whereRef('f.paperId', '=', 'p.id')
				.as('files'),
			e
				.selectFrom('positionPaperSections as s')
				.innerJoin('proposals as c', 'c.id', 's.proposalId')
				// Two equal sections are one contribution.
				.select((x) => x.fn.count<number>('c.id').distinct().as('n'))
				.whereRef('s.paperId', '=', 'p.id')
				.as('contributions'),
			e
				.selectFrom('positionPaperSections as s')
				.innerJoin('proposals as c', 'c.id', 's.proposalId')
				.select((x) => x.fn.count<number>('c.id').distinct().as('n'))
				.whereRef('s.paperId', '=', 'p.id')
				.where('c.publishedAnswer', '<>', '')
				.as('answered')
		]);
}

export async function byId(db: Db, id: string) {
	return papers(db).where('p.id', '=', id).executeTakeFirst();
}

/** Newest first. `organisationId` null: everybody's. */
export async function list(
	db: Db,
	organisationId: string | null,
	before: { at: Instant; id: string } | null,
	limit: number
) {
	let query = papers(db);
	if (organisationId !== null) query = query.where('p.organisationId', '=', organisationId);
	if (before !== null)
		query = query.where((e) => e(e.refTuple('p.uploadedAt', 'p.id'), '<', e.tuple(before.at, before.id)));
	return query.orderBy('p.uploadedAt', 'desc').orderBy('p.id', 'desc').limit(limit).execute();
}

export async function fileOf(db: Db, paperId: string): Promise<string | null> {
	const row = await db
		.selectFrom('positionPaperFiles')
		.select('body')
		.where('paperId', '=', paperId)
		.executeTakeFirst();
	return row?.body ?? null;
}

/** The oldest that nobody reads, or whose reader was not heard of since. */
export async function toRead(db: Db, silentSince: Instant) {
	return db
		.selectFrom('positionPapers')
		.select(['id', 'tries'])
		.where('status', '=', 'reading')
		.where((e) => e.or([e('claimedBy', 'is', null), e('beatAt', '<', silentSince)]))
		.orderBy('uploadedAt')
		.limit(1)
		.executeTakeFirst();
}

interface Claim {
	claimedBy: string | null;
	beatAt: Instant | null;
	tries: number;
}

export async function claim(db: Db, id: string, claim: Claim): Promise<void> {
	await db.updateTable('positionPapers').set(claim).where('id', '=', id).execute();
}

/** Whose claim it is. */
export interface Claimed {
	id: string;
	claimedBy: string;
}

/** False: another process reads it by now, or it is gone. */
async function ended(
	db: Db,
	{ id, claimedBy }: Claimed,
	outcome: { status: string; problem: string | null; dropped: string }
) {
	const { numUpdatedRows } = await db
		.updateTable('positionPapers')
		.set({ ...outcome, claimedBy: null, beatAt: null })
		.where('id', '=', id)
		.where('claimedBy', '=', claimedBy)
		.where('status', '=', 'reading')
		.executeTakeFirst();
	return numUpdatedRows > 0n;
}

/** Nothing of it is kept but why. */
export async function refuse(db: Db, paper: Claimed, problem: string): Promise<void> {
	if (await ended(db, paper, { status: 'refused', problem, dropped: '[]' }))
		await db.deleteFrom('positionPaperFiles').where('paperId', '=', paper.id).execute();
}

export async function keepRead(db: Db, paper: Claimed, sections: readonly Section[], dropped: string): Promise<void> {
	if (!(await ended(db, paper, { status: 'read', problem: null, dropped }))) return;
	const rows = sections.map((section, place) => ({ paperId: paper.id, place, ...section, proposalId: null }));
	for (let from = 0; from < rows.length; from += 100)
		await db
			.insertInto('positionPaperSections')
			.values(rows.slice(from, from + 100))
			.execute();
}

export async function sections(db: Db, paperId: string) {
	return db
		.selectFrom('positionPaperSections as s')
		.leftJoin('proposals as p', 'p.id', 's.proposalId')
		.select(['s.place', 's.body', 's.proposalId', 'p.number', sql<string>`coalesce(p.title, s.heading)`.as('heading')])
		.where('s.paperId', '=', paperId)
		.orderBy('s.place')
		.execute();
}

export async function becomes(db: Db, paperId: string, place: number, proposalId: string): Promise<void> {
	// From here on the words are the contribution's: whoever takes it back takes them back here, too.
	await db
		.updateTable('positionPaperSections')
		.set({ proposalId, heading: '', body: '' })
		.where('paperId', '=', paperId)
		.where('place', '=', place)
		.execute();
}

export async function sent(db: Db, id: string, now: Instant): Promise<void> {
	await db.updateTable('positionPapers').set({ status: 'sent', sentAt: now }).where('id', '=', id).execute();
	// What was left out is nobody's contribution and nobody sends it any more.
	await db
		.updateTable('positionPaperSections')
		.set({ heading: '', body: '' })
		.where('paperId', '=', id)
		.where('proposalId', 'is', null)
		.execute();
}

/** The originals of papers from which these contributions came. */
export async function dropFilesOf(db: Db, proposalIds: readonly string[]): Promise<void> {
	if (proposalIds.length === 0) return;
	await db
		.deleteFrom('positionPaperFiles')
		.where('paperId', 'in', (e) =>
			e
				.selectFrom('positionPaperSections')
				.select('paperId')
				.where('proposalId', 'in', [...proposalIds])
		)
		.execute();
}

/** The originals of papers of which a contribution has lost its words. */
export async function dropFilesOfEmptied(db: Db): Promise<void> {
	await db
		.deleteFrom('positionPaperFiles')
		.where('paperId', 'in', (e) =>
			e
				.selectFrom('positionPaperSections as s')
				.innerJoin('proposals as p', 'p.id', 's.proposalId')
				.select('s.paperId')
				.where('p.body', '=', '')
		)
		.execute();
}

export async function remove(db: Db, ids: readonly string[]): Promise<void> {
	await db
		.deleteFrom('positionPapers')
		.where('id', 'in', [...ids])
		.execute();
}

/** Of one organisation. */
export async function countUnsent(db: Db, organisationId: string): Promise<number> {
	const row = await db
		.selectFrom('positionPapers')
		.select((e) => e.fn.countAll<number>().as('n'))
		.where('organisationId', '=', organisationId)
		.where('status', '<>', 'sent')
		.executeTakeFirstOrThrow();
	return Number(row.n);
}

export async function unsentBefore(db: Db, limit: Instant): Promise<string[]> {
	const rows = await db
		.selectFrom('positionPapers')
		.select('id')
		.where('status', '<>', 'sent')
		.where('uploadedAt', '<', limit)
		.execute();
	return rows.map(({ id }) => id);
}

export async function ofSeat(db: Db, seatId: string) {
	return db
		.selectFrom('positionPapers')
		.select(['name', 'size', 'digest', 'status', 'uploadedAt'])
		.where('seatId', '=', seatId)
		.orderBy('uploadedAt')
		.execute();
}

export async function forgetSeat(db: Db, seatId: string): Promise<void> {
	await db.updateTable('positionPapers').set({ seatId: null }).where('seatId', '=', seatId).execute();
}

export async function handOver(db: Db, from: string, into: string): Promise<void> {
	await db.updateTable('positionPapers').set({ organisationId: into }).where('organisationId', '=', from).execute();
}
