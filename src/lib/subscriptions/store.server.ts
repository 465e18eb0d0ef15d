import { sql, type ExpressionBuilder } from 'kysely';
import type { Db } from '../server/app.ts';
import type { Tables } from '../server/db/tables.ts';
import type { Instant } from '../time.ts';
import type { Rhythm } from './subscription.ts';

/** Whose it is: of somebody's own texts, or of a point. */
export type Subject = { personId: string; pointId: null } | { personId: null; pointId: string };

export interface NewSubscription {
	id: string;
	subject: Subject;
	address: string | null;
	fingerprint: string | null;
	rhythm: Rhythm | 'feed';
	locale: string;
	askedAt: Instant;
	confirmedAt: Instant | null;
}

export async function add(db: Db, { subject, ...row }: NewSubscription): Promise<void> {
	await db
		.insertInto('subscriptions')
		.values({ ...row, ...subject, lookedAt: row.confirmedAt })
		.execute();
}

const COLUMNS = ['id', 'personId', 'pointId', 'address', 'rhythm', 'locale', 'askedAt', 'confirmedAt'] as const;

export async function byId(db: Db, id: string) {
	return db.selectFrom('subscriptions').select(COLUMNS).where('id', '=', id).executeTakeFirst();
}
export type Row = NonNullable<Awaited<ReturnType<typeof byId>>>;

export async function ofPerson(db: Db, personId: string) {
	return db.selectFrom('subscriptions').select(COLUMNS).where('personId', '=', personId).orderBy('askedAt').execute();
}

export async function numberOf(db: Db, pointId: string): Promise<number | undefined> {
	const row = await db.selectFrom('points').select('number').where('id', '=', pointId).executeTakeFirst();
	return row?.number;
}

/** The one of this address for a point. */
export async function ofPoint(db: Db, pointId: string, fingerprint: string) {
	return db
		.selectFrom('subscriptions')
		.select(COLUMNS)
		.where('pointId', '=', pointId)
		.where('fingerprint', '=', fingerprint)
		.executeTakeFirst();
}

export async function confirm(db: Db, id: string, now: Instant): Promise<void> {
	await db
		.updateTable('subscriptions')
		.set({ confirmedAt: now, lookedAt: now })
		.where('id', '=', id)
		.where('confirmedAt', 'is', null)
		.execute();
}

/** What is asked for once more waits again for as long as the first time. */
export async function askAgain(db: Db, id: string, now: Instant): Promise<void> {
	await db
		.updateTable('subscriptions')
		.set({ askedAt: now })
		.where('id', '=', id)
		.where('confirmedAt', 'is', null)
		.execute();
}

/** As it was asked for with the mail whose link was pressed. */
export async function setOrder(
	db: Db,
	id: string,
	{ rhythm, locale }: { rhythm: Rhythm; locale: string }
): Promise<void> {
	await db
		.updateTable('subscriptions')
		.set({ rhythm, locale })
		.where('id', '=', id)
		.where('rhythm', '<>', 'feed')
		.execute();
}

export async function setRhythm(db: Db, id: string, rhythm: Rhythm): Promise<void> {
	await db.updateTable('subscriptions').set({ rhythm }).where('id', '=', id).where('rhythm', '<>', 'feed').execute();
}

export async function remove(db: Db, ids: readonly string[]): Promise<void> {
	if (ids.length === 0) return;
	await db.deleteFrom('subscriptionItems').where('subscriptionId', 'in', ids).execute();
	await db.deleteFrom('subscriptions').where('id', 'in', ids).execute();
}

const neverConfirmed = (before: Instant) => (e: ExpressionBuilder<Tables, 'subscriptions'>) =>
	e.and([e('confirmedAt', 'is', null), e('askedAt', '<', before)]);

export async function anyUnconfirmed(db: Db, before: Instant): Promise<boolean> {
	const one = db.selectFrom('subscriptions').select('id').where(neverConfirmed(before)).limit(1);
	return (await one.executeTakeFirst()) !== undefined;
}

/** Asked for before this moment, and never confirmed: also not in the very moment in which they go. */
export async function removeUnconfirmed(db: Db, before: Instant): Promise<void> {
	await db.deleteFrom('subscriptions').where(neverConfirmed(before)).execute();
}

/** Returns how many. */
export async function removeAll(db: Db): Promise<number> {
	const { numDeletedRows } = await db.deleteFrom('subscriptions').executeTakeFirst();
	return Number(numDeletedRows);
}

/** Which are due, longest waiting first. `now`: what was looked at later was so with a clock that has been set back. */
export async function due(db: Db, rhythm: Rhythm, before: Instant, now: Instant, limit: number): Promise<string[]> {
	const rows = await db
		.selectFrom('subscriptions')
		.select('id')
		.where('rhythm', '=', rhythm)
		.where('confirmedAt', 'is not', null)
		.where((e) => e.or([e('lookedAt', '<', before), e('lookedAt', '>', now)]))
		.orderBy('lookedAt')
		.limit(limit)
		.execute();
	return rows.map(({ id }) => id);
}

/** True: it is this one's turn, and nobody else's. */
export async function takeTurn(db: Db, id: string, before: Instant, now: Instant): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable('subscriptions')
		.set({ lookedAt: now })
		.where('id', '=', id)
		.where((e) => e.or([e('lookedAt', '<', before), e('lookedAt', '>', now)]))
		.executeTakeFirst();
	return numUpdatedRows > 0n;
}

export async function addTold(db: Db, subscriptionId: string, items: readonly string[]): Promise<void> {
	await db
		.insertInto('subscriptionItems')
		.values(items.map((item) => ({ subscriptionId, item })))
		.execute();
}

interface Span {
	after: Instant;
	until: Instant;
	/** The subscription to which nothing is told twice; null: whoever asks is told all. */
	subscriptionId: string | null;
}

/** What became of a point in public: other words, let go, how far it is. */
const becameOf = (pointId: string, { after, until, subscriptionId }: Span) => sql`select item, at, kind, version from (
		select 'wording:' || v.id as item, v.published_at as at, 'wording' as kind, v.number as version
		from version_points vp join versions v on v.id = vp.version_id
		join version_points old on old.version_id = v.previous_id and old.point_id = vp.point_id
		where vp.point_id = ${pointId} and vp.wording_id <> old.wording_id and v.published_at is not null
			and not exists (select 1 from drops d where d.version_id = v.id and d.point_id = vp.point_id)
		union all
		select 'dropped:' || v.id, v.published_at, 'dropped', v.number
		from drops d join versions v on v.id = d.version_id
		where d.point_id = ${pointId} and v.published_at is not null
		union all
		select 'promise:' || u.id, u.at, 'promise', 0 from promise_updates u where u.point_id = ${pointId}
	) n where at > ${after} and at <= ${until} and not exists (
		select 1 from subscription_items i where i.subscription_id = ${subscriptionId ?? ''} and i.item = n.item)`;

/** Newest first, and how many there are. */
export async function newsOfPoint(db: Db, pointId: string, span: Span, limit: number) {
	const became = becameOf(pointId, span);
	const { rows } = await sql<unknown>`${became} order by at desc, item limit ${limit}`.execute(db);
	if (rows.length < limit) return { rows, count: rows.length };
	const counted = await sql<{ count: number }>`select count(*) as count from (${became}) a`.execute(db);
	return { rows, count: Number(counted.rows[0]?.count ?? 0) };
}
