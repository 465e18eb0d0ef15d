import { sql } from 'kysely';
import type { Db } from '../server/app.ts';

const PUBLIC = sql<boolean>`(p.published_at is not null and p.hidden_at is null and p.rejected_at is null
	and p.withdrawn_at is null and p.withheld_at is null)`;

/** People who take part for themselves: no organisation, nobody of the staff. */
const ORDINARY = sql<boolean>`(o.organisation_id is null
	and not exists (select 1 from roles r where r.person_id = o.id))`;

export async function authors(db: Db, consultationId: string) {
	return db
		.selectFrom('proposals as p')
		.innerJoin('persons as o', 'o.id', 'p.authorId')
		.select(['p.id as proposalId', 'o.id as personId', 'o.group'])
		.where('p.consultationId', '=', consultationId)
		.where(PUBLIC)
		.where('p.organisationId', 'is', null)
		.where(ORDINARY)
		.execute();
}

/** One row a person: there are many more supports than people, and each row that is read costs the server its time. */
export async function supporters(db: Db, consultationId: string) {
	const each = db
		.selectFrom('supports as s')
		.innerJoin('proposals as p', 'p.id', 's.proposalId')
		.select(['s.personId', sql<string>`string_agg(p.id, ',')`.as('supported')])
		.where('p.consultationId', '=', consultationId)
		.where(PUBLIC)
		.groupBy('s.personId');
	const rows = await db
		.selectFrom(each.as('b'))
		.innerJoin('persons as o', 'o.id', 'b.personId')
		.select(['o.id as personId', 'o.group', 'b.supported'])
		.where(ORDINARY)
		.execute();
	return rows.flatMap(({ supported, ...person }) =>
		supported.split(',').map((proposalId) => ({ ...person, proposalId }))
	);
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

/** What lies in the clusters of a consultation. */
export async function members(db: Db, consultationId: string) {
	return db
		.selectFrom('members as m')
		.innerJoin('clusters as c', 'c.id', 'm.clusterId')
		.select(['m.clusterId', 'm.proposalId', 'm.dissent'])
		.where('c.consultationId', '=', consultationId)
		.where('c.mergedIntoId', 'is', null)
		.where('c.removedAt', 'is', null)
		.execute();
}
