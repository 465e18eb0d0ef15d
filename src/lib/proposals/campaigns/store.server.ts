import { sql } from 'kysely';
import type { Db } from '../../server/app.ts';

/** What may belong to a campaign: all that was sent and stands, published or not. What a group writes among itself stays apart until all read it. */
export async function stamps(db: Db) {
	return db
		.selectFrom('proposals')
		.select(['id', 'consultationId', 'authorId', 'changedAt', 'redactedAt'])
		.where('submittedAt', 'is not', null)
		.where('number', 'is not', null)
		.where('rejectedAt', 'is', null)
		.where('hiddenAt', 'is', null)
		.where('withdrawnAt', 'is', null)
		.where('withheldAt', 'is', null)
		.where((e) => e.or([e('peerPhaseId', 'is', null), e('publishedAt', 'is not', null)]))
		.orderBy('number')
		.execute();
}

export async function texts(db: Db, ids: readonly string[]) {
	return db
		.selectFrom('proposals')
		.select(['id', 'title', 'body'])
		.where('id', 'in', [...ids])
		.execute();
}

export async function all(db: Db) {
	return db.selectFrom('nearCopies').select(['proposalId', 'firstId']).execute();
}

export async function add(db: Db, rows: readonly { proposalId: string; firstId: string }[]): Promise<void> {
	await db
		.insertInto('nearCopies')
		.values([...rows])
		.onConflict((c) => c.column('proposalId').doUpdateSet((e) => ({ firstId: e.ref('excluded.firstId') })))
		.execute();
}

export async function remove(db: Db, ids: readonly string[]): Promise<void> {
	await db
		.deleteFrom('nearCopies')
		.where('proposalId', 'in', [...ids])
		.execute();
}

/** Texts of campaigns, and what is still to be done with them. */
function members(db: Db, consultationId: string) {
	return db
		.selectFrom('nearCopies as n')
		.innerJoin('proposals as p', 'p.id', 'n.proposalId')
		.leftJoin('dockets as d', 'd.proposalId', 'p.id')
		.where('p.consultationId', '=', consultationId);
}

/** Neither published nor decided otherwise since it was counted. */
const WAITS = sql<number>`case when p.published_at is null and p.rejected_at is null and p.withdrawn_at is null
	and p.withheld_at is null and p.shared_at is null then 1 else 0 end`;
const PUBLIC = sql`p.published_at is not null and p.hidden_at is null and p.withdrawn_at is null`;
const UNANSWERED = sql<number>`case when ${PUBLIC} and p.answered = 0 then 1 else 0 end`;
const TO_PLACE = sql<number>`case when d.open_since is not null and d.hidden_at is null then 1 else 0 end`;
const SHOWN = sql<number>`case when ${PUBLIC} then 1 else 0 end`;

export async function countWaiting(db: Db): Promise<number> {
	const row = await db
		.selectFrom('nearCopies as n')
		.innerJoin('proposals as p', 'p.id', 'n.proposalId')
		.select(sql<number | string | null>`sum(${WAITS})`.as('count'))
		.executeTakeFirst();
	return Number(row?.count ?? 0);
}

/** Which text stands for its campaign: the first that was sent, or, for whoever does not screen, the first that is public. */
function leads(db: Db, open: boolean) {
	return db
		.selectFrom('nearCopies as n')
		.innerJoin('proposals as p', 'p.id', 'n.proposalId')
		.select((e) => ['n.firstId', e.fn.min('p.number').as('number')])
		.where((e) => (open ? e(SHOWN, '=', 1) : e('n.firstId', '=', e.ref('n.proposalId'))))
		.groupBy('n.firstId');
}

/** Largest first. `open`: only what everybody reads says which there are and what stands in them. */
export async function campaigns(db: Db, consultationId: string, firstId: string | null, open: boolean) {
	let query = members(db, consultationId)
		.innerJoin(leads(db, open).as('lead'), 'lead.firstId', 'n.firstId')
		.innerJoin('proposals as f', (join) =>
			join.onRef('f.number', '=', 'lead.number').onRef('f.consultationId', '=', 'p.consultationId')
		)
		.select(['n.firstId', 'f.number', 'f.title', 'f.body', 'f.evidence', 'f.language'])
		.select((e) => [
			e.fn.countAll<number>().as('texts'),
			sql<number>`count(distinct coalesce(p.author_id, p.id))`.as('people'),
			e.fn.sum<number>(WAITS).as('waiting'),
			e.fn.sum<number>(SHOWN).as('published'),
			e.fn.sum<number>(TO_PLACE).as('toPlace'),
			e.fn.sum<number>(UNANSWERED).as('unanswered'),
			e.fn.min<string | null>('p.submittedAt').as('from'),
			e.fn.max<string | null>('p.submittedAt').as('to')
		])
		.groupBy(['n.firstId', 'f.number', 'f.title', 'f.body', 'f.evidence', 'f.language']);
	if (firstId !== null) query = query.where('n.firstId', '=', firstId);
	return query.orderBy('texts', 'desc').orderBy('f.number').execute();
}

export async function firstOf(db: Db, consultationId: string, number: number, open: boolean) {
	const query = members(db, consultationId).select('n.firstId').where('p.number', '=', number);
	return (open ? query.where(SHOWN, '=', 1) : query).executeTakeFirst();
}

export interface MembersAsked {
	firstId: string;
	state: 'waiting' | 'toPlace' | 'unanswered' | 'published' | 'all';
	after: number;
	/** Up to and with this number; missing: to the end. */
	upTo?: number | undefined;
	limit: number;
}

/** What says of its published texts that they are still the same, by number, without the texts. */
export async function publishedMarks(db: Db, consultationId: string, firstId: string, upTo?: number) {
	let query = members(db, consultationId)
		.select(['p.id', 'p.number', 'p.changedAt', 'p.redactedAt', UNANSWERED.as('unanswered')])
		.where('n.firstId', '=', firstId)
		.where(SHOWN, '=', 1);
	if (upTo !== undefined) query = query.where('p.number', '<=', upTo);
	return query.orderBy('p.number').execute();
}

export async function membersOf(db: Db, consultationId: string, asked: MembersAsked) {
	const { firstId, state, after, upTo, limit } = asked;
	let query = members(db, consultationId)
		.select(['p.id', 'p.number', 'p.title', 'p.body', 'p.evidence', 'p.language'])
		.select(['p.submittedAt', 'p.authorGroup', 'p.changedAt', 'p.redactedAt'])
		.select(['d.revision', WAITS.as('waits'), UNANSWERED.as('unanswered')])
		.where('n.firstId', '=', firstId)
		.where('p.number', '>', after);
	if (upTo !== undefined) query = query.where('p.number', '<=', upTo);
	if (state === 'waiting') query = query.where(WAITS, '=', 1);
	if (state === 'toPlace') query = query.where(TO_PLACE, '=', 1);
	if (state === 'unanswered') query = query.where(UNANSWERED, '=', 1);
	if (state === 'published') query = query.where(SHOWN, '=', 1);
	return query.orderBy('p.number').limit(limit).execute();
}

/** Of campaigns of which at least so many texts can be read by everybody: how many texts, and how many campaigns. */
export async function openTogether(db: Db, consultationId: string, least: number) {
	const each = db
		.selectFrom('nearCopies as n')
		.innerJoin('proposals as p', 'p.id', 'n.proposalId')
		.select((e) => ['n.firstId', e.fn.countAll<number>().as('texts')])
		.where('p.consultationId', '=', consultationId)
		.where('p.publishedAt', 'is not', null)
		.where('p.hiddenAt', 'is', null)
		.where('p.withdrawnAt', 'is', null)
		.groupBy('n.firstId')
		.having((e) => e.fn.countAll(), '>=', least);
	const row = await db
		.selectFrom(each.as('each'))
		.select((e) => [e.fn.sum<number | null>('each.texts').as('texts'), e.fn.countAll<number>().as('campaigns')])
		.executeTakeFirst();
	return { texts: Number(row?.texts ?? 0), campaigns: Number(row?.campaigns ?? 0) };
}
