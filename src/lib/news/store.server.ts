import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../server/app.ts';
import { isPublicComment } from '../server/db/publicTexts.ts';

/** Whose card or account (`account`), and for whom they speak (`person`): all seats of an organisation read its news. */
const whoOf = (accounts: readonly string[]) => sql`select id as account, coalesce(organisation_id, id) as person,
	created_at as since from persons where id in (${sql.join(accounts)})`;

/** Everything somebody can have written. */
const TEXTS = sql`select id, author_id, coalesce(number, 0) as number, title from proposals
	union all select id, author_id, 0, '' from comments
	union all select id, author_id, number, title from amendments`;

/**
 * Only the decision that stands: what was decided after it has taken its place, but for a blackening. That a text is looked
 * at again concerns whoever was told what is taken back; of a slip that was undone before they looked nobody hears.
 */
const STANDS = sql`(s.deed = 'redact' or not exists (select 1 from screenings l
	where l.subject_id = s.subject_id and l.at > s.at and l.deed <> 'redact'))
	and (s.deed <> 'reopen' or exists (select 1 from screenings f join news_seen k on k.item = 'decision:' || f.id
		where f.subject_id = s.subject_id and f.at < s.at and k.person_id = w.account))`;

/** What was published about one's texts, and what was decided. Titles only of what is one's own or public. */
const OF_TEXTS = sql`
	select w.account, 'answer:' || a.id as item, a.published_at as at, 'answer' as kind, 'proposal' as subject,
		coalesce(p.number, 0) as number, p.title, p.language, a.disposition as word
	from who w join proposals p on p.author_id = w.person join answers a on a.proposal_id = p.id
	where a.published_at is not null and p.withdrawn_at is null
	union all
	select w.account, 'decision:' || s.id, s.at, 'decision', 'proposal', coalesce(p.number, 0), p.title, p.language, s.deed
	from who w join proposals p on p.author_id = w.person join screenings s on s.subject_id = p.id
	where p.withdrawn_at is null and ${STANDS}
	union all
	select w.account, 'decision:' || s.id, s.at, 'decision', 'comment', 0, '', 'de', s.deed
	from who w join comments c on c.author_id = w.person join screenings s on s.subject_id = c.id
	where c.withdrawn_at is null and ${STANDS}
	union all
	select w.account, 'decision:' || s.id, s.at, 'decision', 'amendment', m.number, m.title, 'de', s.deed
	from who w join amendments m on m.author_id = w.person join screenings s on s.subject_id = m.id
	where m.withdrawn_at is null and ${STANDS}
	union all
	select w.account, 'appeal:' || e.screening_id, e.decided_at, 'appeal', e.subject_kind, t.number, t.title, 'de', e.outcome
	from who w join (${TEXTS}) t on t.author_id = w.person join appeals e on e.subject_id = t.id
	where e.decided_at is not null
	union all
	select w.account, 'edition:' || e.id, e.decided_at, 'decision', e.subject_kind, t.number, t.title, 'de',
		case when e.outcome = 'accepted' then 'publish' else 'refuse' end
	from who w join (${TEXTS}) t on t.author_id = w.person join text_editions e on e.subject_id = t.id
	where e.outcome = 'accepted' or e.outcome = 'refused'
	union all
	select w.account, 'outcome:' || m.id, v.published_at, 'outcome', 'amendment', m.number, m.title, 'de', m.outcome
	from who w join amendments m on m.author_id = w.person join versions v on v.id = m.outcome_version_id
	where m.outcome is not null and v.published_at is not null and m.withdrawn_at is null`;

const said = (join: RawBuilder<unknown>, number: RawBuilder<unknown>, subject: string) => sql`
	select w.account, 'reply:' || c.id as item, c.published_at as at, 'reply' as kind, ${sql.lit(subject)} as subject,
		${number} as number, '' as title, 'de' as language, '' as word
	from who w ${join}
	where ${isPublicComment('c')} and c.rejected_at is null
		and coalesce(c.author_id, '') <> w.person`;

/** What others said to one's comment, one's contribution, one's amendment. */
const SAID = sql.join(
	[
		said(
			sql`join proposals s on s.author_id = w.person join comments c on c.proposal_id = s.id`,
			sql`s.number`,
			'proposal'
		),
		said(
			sql`join amendments s on s.author_id = w.person join comments c on c.amendment_id = s.id`,
			sql`s.number`,
			'amendment'
		),
		said(
			sql`join comments o on o.author_id = w.person join comments c on c.parent_id = o.id join points s on s.id = c.point_id`,
			sql`s.number`,
			'point'
		),
		said(
			sql`join comments o on o.author_id = w.person join comments c on c.parent_id = o.id
				join proposals s on s.id = c.proposal_id and coalesce(s.author_id, '') <> w.person`,
			sql`s.number`,
			'proposal'
		),
		said(
			sql`join comments o on o.author_id = w.person join comments c on c.parent_id = o.id
				join amendments s on s.id = c.amendment_id and coalesce(s.author_id, '') <> w.person`,
			sql`s.number`,
			'amendment'
		)
	],
	sql` union all `
);

/** Of the process: the same for everybody, so that having been told says nothing about what somebody did. */
const ofProcess = (now: string) => sql`
	select w.account, 'version:' || v.id as item, v.published_at as at, 'version' as kind, 'version' as subject,
		v.number, v.title, 'de' as language, v.kind as word
	from who w join versions v on v.published_at > w.since
	union all
	select w.account, 'phase:' || f.id, f.begins_at, 'phase', 'phase', 0, f.title, 'de', f.slug
	from who w join phases f on f.begins_at > w.since
	where f.begins_at <= ${now} and f.ends_at > ${now}`;

/** What the authors of sources are asked about, and have not answered. */
const ASKED = sql`
	select distinct w.account, 'asked:' || r.version_id || ':' || s.point_id as item, r.opened_at as at, 'asked' as kind,
		'point' as subject, pt.number, '' as title, 'de' as language, '' as word
	from who w join proposals c on c.author_id = w.person join sources s on s.proposal_id = c.id
	join understanding_rounds r on r.version_id = s.version_id
	join versions v on v.id = s.version_id
	join version_points vp on vp.version_id = s.version_id and vp.point_id = s.point_id
	join wordings x on x.id = vp.wording_id join points pt on pt.id = s.point_id
	where r.closed_at is null and v.published_at is null and x.frozen_at is null
		and c.published_at is not null and c.hidden_at is null and c.withdrawn_at is null
		and not exists (select 1 from drops d where d.version_id = s.version_id and d.point_id = s.point_id)
		and not exists (select 1 from understandings u
			where u.version_id = s.version_id and u.point_id = s.point_id and u.person_id = w.person)`;

/** Everything that concerns these accounts and that they have not been told of. */
const unseen = (accounts: readonly string[], now: string) => sql`
	with who as (${whoOf(accounts)})
	select n.account, n.item, n.at, n.kind, n.subject, n.number, n.title, n.language, n.word from (
		${OF_TEXTS} union all ${SAID} union all ${ofProcess(now)} union all ${ASKED}
	) n where n.at <= ${now}
		and not exists (select 1 from news_seen k where k.person_id = n.account and k.item = n.item)`;

/** Newest first. */
export async function unseenOf(db: Db, account: string, now: string, limit: number): Promise<unknown[]> {
	const rows = await sql`${unseen([account], now)} order by at desc, item limit ${limit}`.execute(db);
	return rows.rows;
}

/** A span of time, and the subscription by which nothing is told twice; null: none. */
export interface Span {
	after: string;
	until: string;
	subscriptionId: string | null;
}

/** What became new in it, newest first, and how many that are in all. */
export async function unseenWithin(db: Db, account: string, { after, until, subscriptionId }: Span, limit: number) {
	const fresh = sql`select * from (${unseen([account], until)}) f where f.at > ${after} and not exists (
		select 1 from subscription_items i where i.subscription_id = ${subscriptionId ?? ''} and i.item = f.item)`;
	const { rows } = await sql<unknown>`${fresh} order by at desc, item limit ${limit}`.execute(db);
	if (rows.length < limit) return { rows, count: rows.length };
	const counted = await sql<{ count: number }>`select count(*) as count from (${fresh}) a`.execute(db);
	return { rows, count: Number(counted.rows[0]?.count ?? 0) };
}

export async function countUnseen(db: Db, account: string, now: string): Promise<number> {
	const { rows } = await sql<{ count: number }>`select count(*) as count from (${unseen([account], now)}) a`.execute(
		db
	);
	return Number(rows[0]?.count ?? 0);
}

/** Which of these accounts there is something new for from before this moment and since when at most; nothing of what. */
export async function waitingAmong(db: Db, accounts: readonly string[], moment: string) {
	if (accounts.length === 0) return [];
	const { rows } = await sql<{ account: string; newest: string }>`
		select account, max(at) as newest from (${unseen(accounts, moment)}) a group by account`.execute(db);
	return rows;
}

/** Until when the last list of this batch counted. */
export async function listedUntil(db: Db, batchId: string): Promise<string | null> {
	const row = await db.selectFrom('newsLists').select('until').where('batchId', '=', batchId).executeTakeFirst();
	return row?.until ?? null;
}

export async function listed(db: Db, batchId: string): Promise<string[]> {
	const rows = await db.selectFrom('newsListCards').select('personId').where('batchId', '=', batchId).execute();
	return rows.map(({ personId }) => personId);
}

/** In place of the one before. */
export async function putList(
	db: Db,
	{ batchId, until }: { batchId: string; until: string },
	accounts: readonly string[]
): Promise<void> {
	await db
		.insertInto('newsLists')
		.values({ batchId, until })
		.onConflict((c) => c.column('batchId').doUpdateSet({ until }))
		.execute();
	await db.deleteFrom('newsListCards').where('batchId', '=', batchId).execute();
	// In no order that says who came first.
	const rows = [...accounts].sort().map((personId) => ({ batchId, personId }));
	await db.insertInto('newsListCards').values(rows).execute();
}

export async function markSeen(db: Db, personId: string, items: readonly string[]): Promise<void> {
	if (items.length === 0) return;
	await db
		.insertInto('newsSeen')
		.values(items.map((item) => ({ personId, item })))
		.onConflict((c) => c.columns(['personId', 'item']).doNothing())
		.execute();
}

export async function seenBy(db: Db, personId: string): Promise<string[]> {
	const rows = await db
		.selectFrom('newsSeen')
		.select('item')
		.where('personId', '=', personId)
		.orderBy('item')
		.execute();
	return rows.map(({ item }) => item);
}

export async function forget(db: Db, personId: string): Promise<void> {
	await db.deleteFrom('newsSeen').where('personId', '=', personId).execute();
	await db.deleteFrom('newsListCards').where('personId', '=', personId).execute();
}

export async function forgetEverybody(db: Db): Promise<void> {
	await db.deleteFrom('newsSeen').execute();
	await db.deleteFrom('newsListCards').execute();
	await db.deleteFrom('newsLists').execute();
}

/** 1: this person has commented the point, or proposed another wording for it. */
const spokeTo = (personId: string) => sql<number>`case when
	exists (select 1 from comments c where c.point_id = p.id and c.author_id = ${personId} and c.withdrawn_at is null)
	or exists (select 1 from amendments m where m.point_id = p.id and m.author_id = ${personId} and m.withdrawn_at is null)
	then 1 else 0 end`;

/** The points that have other words in this version than in the one before, and whether this person spoke there. */
export async function rewordedPoints(db: Db, version: number, personId: string) {
	return db
		.selectFrom('versions as v')
		.innerJoin('versionPoints as vp', 'vp.versionId', 'v.id')
		.innerJoin('versionPoints as old', (join) =>
			join.onRef('old.versionId', '=', 'v.previousId').onRef('old.pointId', '=', 'vp.pointId')
		)
		.innerJoin('points as p', 'p.id', 'vp.pointId')
		.innerJoin('wordings as w', 'w.id', 'vp.wordingId')
		.select(['p.number', 'w.title'])
		.select(spokeTo(personId).as('spoke'))
		.where('v.number', '=', version)
		.where('v.publishedAt', 'is not', null)
		.whereRef('vp.wordingId', '<>', 'old.wordingId')
		.orderBy('p.number')
		.execute();
}
