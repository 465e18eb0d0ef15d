import { sql } from 'kysely';
import type { Db } from '../server/app.ts';

const PUBLIC = sql<boolean>`(p.published_at is not null and p.hidden_at is null and p.rejected_at is null
	and p.withdrawn_at is null and p.withheld_at is null)`;

/** People who take part for themselves: no organisation, nobody of the staff. */
const ORDINARY = sql<boolean>`(o.organisation_id is null
	and not exists (select 1 from roles r where r.person_id = o.id))`;

/**
 * People and the numbers of the public contributions they wrote or support. One row a person, and numbers instead of ids:
 * there are many more supports than people, and whatever is read of each costs the server its time.
 */
export async function backings(db: Db, consultationId: string) {
	const known = db.selectFrom('proposals as p').where('p.consultationId', '=', consultationId).where(PUBLIC);
	const wrote = known
		.select(['p.authorId as personId', 'p.number'])
		.where('p.organisationId', 'is', null)
		.where('p.authorId', 'is not', null);
	const supports = known.innerJoin('supports as s', 's.proposalId', 'p.id').select(['s.personId', 'p.number']);
	const each = db
		.selectFrom(wrote.unionAll(supports).as('b'))
		.select(['b.personId', sql<string>`string_agg(cast(b.number as text), ',')`.as('numbers')])
		.groupBy('b.personId');
	const rows = await db
		.selectFrom(each.as('b'))
		.innerJoin('persons as o', 'o.id', 'b.personId')
		.select(['o.group', 'b.numbers'])
		.where(ORDINARY)
		.execute();
	return rows.map(({ group, numbers }) => ({ group, contributions: numbers.split(',').map(Number) }));
}

/** Public contributions behind which nobody is known who could be counted, and those of organisations. */
export async function uncounted(db: Db, consultationId: string) {
	return db
		.selectFrom('proposals as p')
		.select((e) => [
			e.fn.countAll<number>().filterWhere('p.organisationId', 'is not', null).as('ofOrganisations'),
			e.fn
				.countAll<number>()
				.filterWhere('p.organisationId', 'is', null)
				.filterWhere('p.authorId', 'is', null)
				.as('ofNobodyKnown')
		])
		.where('p.consultationId', '=', consultationId)
		.where(PUBLIC)
		.executeTakeFirstOrThrow();
}

/** Live clusters that hold something. */
export async function clusters(db: Db, consultationId: string) {
	return db
		.selectFrom('clusters')
		.select(['id', 'number', 'title', 'pointId'])
		.where('consultationId', '=', consultationId)
		.where('mergedIntoId', 'is', null)
		.where('removedAt', 'is', null)
		.where('memberCount', '>', 0)
		.orderBy('number')
		.execute();
}

/** What lies in the clusters of a consultation, public or no longer. */
export async function members(db: Db, consultationId: string) {
	return db
		.selectFrom('members as m')
		.innerJoin('clusters as c', 'c.id', 'm.clusterId')
		.innerJoin('proposals as p', 'p.id', 'm.proposalId')
		.select(['m.clusterId', 'p.number as contribution', sql<boolean>`m.dissent is not null`.as('dissents')])
		.where('p.number', 'is not', null)
		.$narrowType<{ contribution: number }>()
		.where('c.consultationId', '=', consultationId)
		.where('c.mergedIntoId', 'is', null)
		.where('c.removedAt', 'is', null)
		.execute();
}
