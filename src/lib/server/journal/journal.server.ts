import { sql } from 'kysely';
import type { Ctx } from '../ctx.ts';
import { newId } from '../ids.ts';

/**
 * What happened, append-only, written by verbs in their own transaction. Chronicle, feeds and notifications are
 * readings of it. It never says how somebody voted, and public entries never say who acted.
 */
const AUDIENCE = {
	'phase.began': 'public',
	'phase.changed': 'staff',
	'proposal.submitted': 'staff',
	'proposal.published': 'public',
	'proposal.imported': 'staff',
	'comment.submitted': 'staff',
	'comment.published': 'public',
	'comment.withdrawn': 'staff',
	'subject.rejected': 'staff',
	'subject.hidden': 'staff',
	'subject.restored': 'staff',
	'subject.redacted': 'staff',
	'version.drafted': 'staff',
	'version.changed': 'staff',
	'version.approved': 'staff',
	'version.published': 'public',
	'point.changed': 'staff',
	'answers.published': 'public',
	'call.drafted': 'staff',
	'call.published': 'public',
	'report.published': 'public',
	'batch.issued': 'staff',
	'batch.revoked': 'staff',
	'staff.invited': 'staff',
	'role.given': 'staff',
	'role.taken': 'staff',
	'originals.dropped': 'staff'
} as const;

export type JournalVerb = keyof typeof AUDIENCE;

export interface Entry {
	id: string;
	at: string;
	verb: string;
	subjectId: string;
	/** Plain facts for the sentence, e.g. `{ number: '3', title: '…' }`; no personal data. */
	details: string;
}

export interface Happening {
	verb: JournalVerb;
	subjectId: string;
	consultationId?: string | null;
	details?: Record<string, string | number>;
}

/** Call it inside `together`, after the write it tells of. */
export async function record(ctx: Ctx, happening: Happening): Promise<void> {
	await ctx.db
		.insertInto('journal')
		.values({
			id: newId(Date.parse(ctx.now)),
			at: ctx.now,
			verb: happening.verb,
			audience: AUDIENCE[happening.verb],
			subjectId: happening.subjectId,
			consultationId: happening.consultationId ?? null,
			actorId: ctx.person?.id ?? null,
			details: JSON.stringify(happening.details ?? {})
		})
		.execute();
	ctx.recorded.push(happening.verb);
}

export interface EntriesAsked {
	verbs: readonly JournalVerb[];
	/** Keyset: only entries older than this id. */
	before?: string | null;
	limit: number;
}

/** Newest first. Only verbs whose audience is the public. */
export async function publicEntries(ctx: Ctx, asked: EntriesAsked): Promise<Entry[]> {
	if (asked.verbs.length === 0) return [];
	let query = ctx.db
		.selectFrom('journal')
		.select(['id', 'at', 'verb', 'subjectId', 'details'])
		.where('audience', '=', 'public')
		.where('verb', 'in', [...asked.verbs])
		.orderBy('id', 'desc')
		.limit(asked.limit);
	if (asked.before) query = query.where('id', '<', asked.before);
	return query.execute();
}

/** The newest entry's id: changes whenever anything was recorded, by whichever process. */
export async function latestEntry(ctx: Ctx): Promise<string> {
	const row = await ctx.db
		.selectFrom('journal')
		.select(sql<string>`max(id)`.as('id'))
		.executeTakeFirst();
	return row?.id ?? '';
}
