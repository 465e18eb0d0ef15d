import { sql } from 'kysely';
import type { Db } from '../server/app.ts';
import type { Instant } from '../time.ts';

const hourOf = (column: string) => sql<string>`substr(${sql.ref(column)}, 1, 13)`;
const many = sql<number | string>`count(*)`;

/** `peersAt`: without what groups write among themselves at this moment; null: with it. */
interface Span {
	since: Instant;
	peersAt: Instant | null;
}

const notAmongPeers = (now: Instant | null) =>
	now === null
		? sql<boolean>`1 = 1`
		: sql<boolean>`(published_at is not null or peer_phase_id is null
			or peer_phase_id not in (select id from phases where ends_at > ${now}))`;

/** Contributions by the hour in which they were sent: only whoever knows the clocks of Germany can tell the day. */
export async function came(db: Db, consultationId: string, { since, peersAt }: Span) {
	return db
		.selectFrom('proposals')
		.select([hourOf('submittedAt').as('hour'), many.as('count')])
		.where('consultationId', '=', consultationId)
		.where('submittedAt', '>=', since)
		.where(notAmongPeers(peersAt))
		.groupBy(hourOf('submittedAt'))
		.execute();
}

/** Since when nobody has to screen it: the first of what was decided, or done by its author. */
const SETTLED = sql<string | null>`(select min(at) from (select published_at as at union all select shared_at
	union all select rejected_at union all select withdrawn_at union all select withheld_at) as moments)`;

/** Contributions by the hour from which on they wait for nobody. */
export async function screened(db: Db, consultationId: string, { since, peersAt }: Span) {
	const settled = db
		.selectFrom('proposals')
		.select(sql<string>`substr(${SETTLED}, 1, 13)`.as('hour'))
		.where('consultationId', '=', consultationId)
		.where(sql<boolean>`${SETTLED} >= ${since}`)
		.where(notAmongPeers(peersAt))
		.where('submittedAt', 'is not', null);
	return db
		.selectFrom(settled.as('settled'))
		.select(['settled.hour', many.as('count')])
		.groupBy('settled.hour')
		.execute();
}

/** Contributions to be screened. */
export async function waiting(db: Db, consultationId: string, peersAt: Instant | null) {
	const row = await db
		.selectFrom('proposals')
		.select([many.as('count'), sql<string | null>`min(submitted_at)`.as('since')])
		.where('consultationId', '=', consultationId)
		.where('submittedAt', 'is not', null)
		.where('publishedAt', 'is', null)
		.where('rejectedAt', 'is', null)
		.where('withdrawnAt', 'is', null)
		.where('withheldAt', 'is', null)
		.where('sharedAt', 'is', null)
		.where(notAmongPeers(peersAt))
		.executeTakeFirst();
	return { count: Number(row?.count ?? 0), since: row?.since ?? null };
}

/** Published ones that have no place at the desk yet. */
export async function toPlace(db: Db, consultationId: string) {
	const row = await db
		.selectFrom('dockets')
		.select([many.as('count'), sql<string | null>`min(open_since)`.as('since')])
		.where('consultationId', '=', consultationId)
		.where('openSince', 'is not', null)
		.where('hiddenAt', 'is', null)
		.executeTakeFirst();
	return { count: Number(row?.count ?? 0), since: row?.since ?? null };
}

export async function unanswered(db: Db, consultationId: string) {
	const row = await db
		.selectFrom('proposals')
		.select([many.as('count'), sql<string | null>`min(published_at)`.as('since')])
		.where('consultationId', '=', consultationId)
		.where('publishedAt', 'is not', null)
		.where('hiddenAt', 'is', null)
		.where('withdrawnAt', 'is', null)
		.where('answered', '=', 0)
		.executeTakeFirst();
	return { count: Number(row?.count ?? 0), since: row?.since ?? null };
}

/** What lies open with whom; null: with nobody. */
export async function load(db: Db, consultationId: string) {
	return db
		.selectFrom('dockets')
		.select(['assigneeId', many.as('count')])
		.where('consultationId', '=', consultationId)
		.where('openSince', 'is not', null)
		.where('hiddenAt', 'is', null)
		.groupBy('assigneeId')
		.execute();
}

/** Published contributions by group and by the way they came. */
export async function byGroupAndChannel(db: Db, consultationId: string) {
	const channel = sql<string>`case when p.origin is not null then 'imported'
		when exists (select 1 from position_paper_sections s where s.proposal_id = p.id) then 'paper'
		when exists (select 1 from scribes w where w.subject_id = p.id) then 'recorded' else 'written' end`;
	return db
		.selectFrom('proposals as p')
		.select(['p.authorGroup as group', channel.as('channel'), many.as('count')])
		.where('p.consultationId', '=', consultationId)
		.where('p.publishedAt', 'is not', null)
		.where('p.hiddenAt', 'is', null)
		.where('p.withdrawnAt', 'is', null)
		.groupBy(['p.authorGroup', channel])
		.execute();
}

/** Texts of campaigns that are published, and how many campaigns that are. */
export async function together(db: Db, consultationId: string) {
	const row = await db
		.selectFrom('nearCopies as n')
		.innerJoin('proposals as p', 'p.id', 'n.proposalId')
		.select([many.as('texts'), sql<number | string>`count(distinct n.first_id)`.as('campaigns')])
		.where('p.consultationId', '=', consultationId)
		.where('p.publishedAt', 'is not', null)
		.where('p.hiddenAt', 'is', null)
		.where('p.withdrawnAt', 'is', null)
		.executeTakeFirst();
	return { texts: Number(row?.texts ?? 0), campaigns: Number(row?.campaigns ?? 0) };
}
