import { sql } from 'kysely';
import type { Instant } from '../../time.ts';
import type { Db } from '../../server/app.ts';

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

/** Of a contribution the newest answer that went out with this version or one before: looked up for each row shown. */
const answered = (number: number) => sql<string>`(
	select a.id from answers a join versions v on v.id = a.version_id
	where a.proposal_id = p.id and a.published_at is not null and v.number <= ${number}
	order by v.number desc limit 1
)`;

export async function rows(db: Db, asked: SynopsisAsked) {
	let query = db
		.selectFrom('proposals as p')
		.leftJoin('fields as f', 'f.id', 'p.fieldId')
		.leftJoin('answers as a', (join) => join.on('a.id', '=', answered(asked.version.number)))
		.select(['p.id', 'p.number', 'p.title', 'p.language', 'p.authorGroup', 'f.title as field'])
		.select(['a.disposition', 'a.reason', 'a.responsible'])
		.where('p.consultationId', '=', asked.consultationId)
		.where('p.publishedAt', 'is not', null)
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
