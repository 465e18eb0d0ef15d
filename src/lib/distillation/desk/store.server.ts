import { sql } from 'kysely';
import { occurring } from '../../server/db/fullTextSearch.ts';
import { searchParts } from '../../proposals/lists/searchText.ts';
import type { Instant } from '../../time.ts';
import type { Db } from '../../server/app.ts';
import type { WorkListAsk } from './workItem.ts';

export interface PageAsked {
	ask: Omit<WorkListAsk, 'after' | 'field'>;
	/** null: any. */
	fieldId: string | null;
	/** Published at this moment or before. */
	until: Instant | null;
	me: string;
	after: { publishedAt: string; number: number } | null;
	limit: number;
}

/** Oldest first. What is open is in an index of its own; when all is done that index is empty. */
export async function page(db: Db, consultationId: string, asked: PageAsked) {
	const { ask, fieldId, until, me, after, limit } = asked;
	const since = ask.show === 'open' ? 'd.openSince' : 'd.publishedAt';
	let query = db
		.selectFrom('dockets as d')
		.select(['d.proposalId', 'd.number', 'd.publishedAt'])
		.where('d.consultationId', '=', consultationId)
		.where('d.hiddenAt', 'is', null);
	if (ask.show === 'open') query = query.where('d.openSince', 'is not', null);
	if (ask.show === 'done') query = query.where('d.openSince', 'is', null);
	if (fieldId !== null) query = query.where('d.fieldId', '=', fieldId);
	if (ask.group) query = query.where('d.group', '=', ask.group);
	if (ask.kind) query = query.where('d.kind', '=', ask.kind);
	if (ask.language) query = query.where(writtenIn(ask.language));
	if (until) query = query.where(since, '<=', until);
	if (ask.who === 'me') query = query.where('d.assigneeId', '=', me);
	if (ask.who === 'nobody') query = query.where('d.assigneeId', 'is', null);
	const parts = ask.q ? searchParts(ask.q) : [];
	if (parts.length > 0) query = query.where(await occurring(db, 'proposal_texts', 'd.number', parts));
	// Campaigns stand apart; whoever looks for words finds their texts, too.
	else query = query.where(sql<boolean>`not exists (select 1 from near_copies n where n.proposal_id = d.proposal_id)`);
	if (after) query = query.where(sql<boolean>`(${sql.ref(since)}, d.number) > (${after.publishedAt}, ${after.number})`);
	return query.orderBy(since).orderBy('d.number').limit(limit).execute();
}

/** Asked of the contribution itself: moderation may correct what somebody left standing in the form. */
function writtenIn(language: string) {
	return sql<boolean>`exists (select 1 from proposals p where p.id = d.proposal_id and p.language = ${language})`;
}
