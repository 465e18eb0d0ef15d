import type { Instant } from '../time.ts';
import type { Db } from '../server/app.ts';

const COLUMNS = [
	'p.id',
	'p.number',
	'p.consultationId',
	'p.fieldId',
	'f.title as field',
	'p.kind',
	'p.title',
	'p.body',
	'p.evidence',
	'p.authorId',
	'p.authorName',
	'p.authorGroup',
	'o.name as organisation',
	'p.createdAt',
	'p.changedAt',
	'p.submittedAt',
	'p.publishedAt',
	'p.rejectedAt',
	'p.hiddenAt',
	'p.redactedAt',
	'p.withdrawnAt',
	'p.withheldAt',
	'p.peerPhaseId',
	'p.sharedAt',
	'p.supportCount',
	'p.commentCount',
	'p.origin',
	'p.originUrl',
	'p.originOn',
	'p.language'
] as const;

/** Every proposal with the names of its field and organisation. */
export function rows(db: Db) {
	return db
		.selectFrom('proposals as p')
		.leftJoin('fields as f', 'f.id', 'p.fieldId')
		.leftJoin('organisations as o', 'o.id', 'p.organisationId')
		.select(COLUMNS);
}

export type ProposalRow = Awaited<ReturnType<typeof rowById>>;

export async function rowById(db: Db, id: string) {
	return rows(db).where('p.id', '=', id).executeTakeFirst();
}

export async function rowByNumber(db: Db, number: number) {
	return rows(db).where('p.number', '=', number).executeTakeFirst();
}

export async function rowsById(db: Db, ids: readonly string[]) {
	return ids.length === 0
		? []
		: rows(db)
				.where('p.id', 'in', [...ids])
				.execute();
}

export async function rowsOfAuthor(db: Db, authorId: string) {
	return rows(db).where('p.authorId', '=', authorId).orderBy('p.createdAt', 'desc').execute();
}

export async function addDraft(
	db: Db,
	draft: { id: string; consultationId: string; authorId: string | null },
	text: DraftText,
	now: Instant
): Promise<void> {
	await db
		.insertInto('proposals')
		.values({
			...draft,
			...text,
			number: null,
			authorName: null,
			authorGroup: null,
			organisationId: null,
			createdAt: now,
			changedAt: now,
			submittedAt: null,
			publishedAt: null,
			rejectedAt: null,
			hiddenAt: null,
			redactedAt: null,
			withdrawnAt: null,
			withheldAt: null,
			origin: null,
			originId: null,
			originUrl: null,
			originOn: null
		})
		.execute();
}

export interface DraftText {
	fieldId: string | null;
	kind: string;
	title: string;
	body: string;
	evidence: string | null;
	language: string;
}

export async function changeText(db: Db, id: string, text: Partial<DraftText>, now: Instant): Promise<void> {
	await db
		.updateTable('proposals')
		.set({ ...text, changedAt: now })
		.where('id', '=', id)
		.execute();
}

export interface Submission {
	number: number;
	authorName: string;
	authorGroup: string;
	organisationId: string | null;
	submittedAt: Instant;
	peerPhaseId: string | null;
	phaseId: string | null;
	answerBy: string | null;
}

export async function submit(db: Db, id: string, submission: Submission): Promise<void> {
	await db.updateTable('proposals').set(submission).where('id', '=', id).execute();
}

export async function removeDraft(db: Db, id: string): Promise<void> {
	await db.deleteFrom('proposals').where('id', '=', id).where('submittedAt', 'is', null).execute();
}

type Moment = 'publishedAt' | 'rejectedAt' | 'hiddenAt' | 'redactedAt' | 'withdrawnAt' | 'withheldAt' | 'sharedAt';
type Moments = Partial<Record<Moment, Instant | null>>;

export async function setMoments(db: Db, id: string, moments: Moments): Promise<void> {
	await db.updateTable('proposals').set(moments).where('id', '=', id).execute();
}

export async function addToCount(
	db: Db,
	id: string,
	count: 'supportCount' | 'commentCount',
	change: number
): Promise<void> {
	await db
		.updateTable('proposals')
		.set((e) => ({ [count]: e(count, '+', change) }))
		.where('id', '=', id)
		.execute();
}
