import { sql } from 'kysely';
import type { Db } from '../../server/app.ts';

/** Published contributions of a consultation, by what is asked. */
function contributions(db: Db, consultationId: string) {
	return db
		.selectFrom('proposals as p')
		.where('p.consultationId', '=', consultationId)
		.where('p.publishedAt', 'is not', null)
		.where('p.hiddenAt', 'is', null)
		.where('p.withdrawnAt', 'is', null);
}

export async function byKind(db: Db, consultationId: string) {
	return contributions(db, consultationId)
		.select((e) => ['p.kind as name', e.fn.countAll<number>().as('count')])
		.groupBy('p.kind')
		.execute();
}

/** By `WAYS`. */
export async function byWay(db: Db, consultationId: string) {
	const way = sql<string>`case when p.origin is not null then 'imported'
		when exists (select 1 from position_paper_sections s where s.proposal_id = p.id) then 'handedIn'
		else coalesce(r.channel, 'self') end`;
	return contributions(db, consultationId)
		.leftJoin('recordings as r', 'r.subjectId', 'p.id')
		.select((e) => [way.as('name'), e.fn.countAll<number>().as('count')])
		.groupBy(way)
		.execute();
}

export async function byLanguage(db: Db, consultationId: string) {
	return contributions(db, consultationId)
		.select((e) => ['p.language as name', e.fn.countAll<number>().as('count')])
		.groupBy('p.language')
		.execute();
}

/**
 * People, not texts: whoever wrote five of them is one. By account, else by the card it was written down for, else each
 * text by itself. null: nothing was said; whoever named two places is counted in one.
 */
export async function byDistrict(db: Db, consultationId: string) {
	const who = sql<string>`coalesce(p.author_id, r.card_id, p.id)`;
	const people = contributions(db, consultationId)
		.leftJoin('recordings as r', 'r.subjectId', 'p.id')
		.leftJoin('residences as h', 'h.proposalId', 'p.id')
		.where('p.organisationId', 'is', null)
		.where('p.origin', 'is', null)
		.select((e) => [who.as('who'), e.fn.max('h.district').as('district')])
		.groupBy(who);
	return db
		.selectFrom(people.as('w'))
		.select((e) => ['w.district as name', e.fn.countAll<number>().as('count')])
		.groupBy('w.district')
		.execute();
}

/** By the hour, as an instant begins: only whoever knows the clocks of Germany can tell the month. */
export async function byHour(db: Db, consultationId: string) {
	const hour = sql<string>`substr(p.published_at, 1, 13)`;
	return contributions(db, consultationId)
		.select((e) => [hour.as('hour'), e.fn.countAll<number>().as('count')])
		.groupBy(hour)
		.orderBy(hour)
		.execute();
}

/** People who have used a card. */
export async function peopleByGroup(db: Db) {
	return db
		.selectFrom('persons as p')
		.select((e) => ['p.group as name', e.fn.countAll<number>().as('count')])
		.where('p.organisationId', 'is', null)
		.where((e) => e.exists(e.selectFrom('cards as c').select('c.id').whereRef('c.personId', '=', 'p.id')))
		.groupBy('p.group')
		.execute();
}

export async function references(db: Db, consultationId: string) {
	return db
		.selectFrom('referenceFigures')
		.select(['group', 'percent', 'source'])
		.where('consultationId', '=', consultationId)
		.execute();
}

export async function setReferences(
	db: Db,
	consultationId: string,
	rows: readonly { group: string; percent: number; source: string }[]
): Promise<void> {
	await db.deleteFrom('referenceFigures').where('consultationId', '=', consultationId).execute();
	if (rows.length === 0) return;
	await db
		.insertInto('referenceFigures')
		.values(rows.map((row) => ({ consultationId, ...row })))
		.execute();
}
