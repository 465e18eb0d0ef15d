import { sql } from 'kysely';
import type { Instant } from '../server/ctx.ts';
import type { Db } from '../server/house.ts';

export interface SynopsisAsked {
	consultationId: string;
	/** The version's number and day: what came later does not belong to it. */
	version: { number: number; publishedAt: Instant };
	field: string | undefined;
	group: string | undefined;
	outcome: string | undefined;
	after: number;
	limit: number;
}

/** Of every contribution the newest answer that went out with this version or one before. */
function answered(db: Db, number: number) {
	return db
		.selectFrom('answers as a')
		.innerJoin('versions as v', 'v.id', 'a.versionId')
		.select(['a.proposalId', 'a.disposition', 'a.reason', 'a.responsible'])
		.select(sql<number>`row_number() over (partition by a.proposal_id order by v.number desc)`.as('place'))
		.where('a.publishedAt', 'is not', null)
		.where('v.number', '<=', number);
}

export async function rows(db: Db, asked: SynopsisAsked) {
	let query = db
		.with('answered', () => answered(db, asked.version.number))
		.selectFrom('proposals as p')
		.leftJoin('fields as f', 'f.id', 'p.fieldId')
		.leftJoin('answered as a', (join) => join.onRef('a.proposalId', '=', 'p.id').on('a.place', '=', 1))
		.select(['p.id', 'p.number', 'p.title', 'p.language', 'p.authorGroup', 'f.title as field'])
		.select(['a.disposition', 'a.reason', 'a.responsible'])
		.where('p.consultationId', '=', asked.consultationId)
		.where('p.publishedAt', '<=', asked.version.publishedAt)
		.where('p.hiddenAt', 'is', null)
		.where('p.withdrawnAt', 'is', null)
		.where('p.number', '>', asked.after);
	if (asked.field) query = query.where('f.slug', '=', asked.field);
	if (asked.group) query = query.where('p.authorGroup', '=', asked.group);
	if (asked.outcome === 'none') query = query.where('a.disposition', 'is', null);
	else if (asked.outcome) query = query.where('a.disposition', '=', asked.outcome);
	return query.orderBy('p.number').limit(asked.limit).execute();
}
