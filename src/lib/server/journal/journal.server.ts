import { sql } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '../ctx.ts';
import type { Instant } from '../../time.ts';
import { forgetMemo } from '../performance/transactionMemo.ts';
import { newId } from '../ids.ts';

/**
 * What happened, append-only, written by verbs in their own transaction. Chronicle, feeds and notifications are
 * readings of it. It never says how somebody voted, and public entries never say who acted.
 */
const AUDIENCE = {
	'profile.changed': 'staff',
	'consultation.established': 'staff',
	'consultation.changed': 'staff',
	'consultation.closed': 'public',
	'statements.changed': 'staff',
	'text.reworded': 'staff',
	'text.translated': 'staff',
	'closure.ready': 'staff',
	'closure.approved': 'staff',
	'closure.approvalTakenBack': 'staff',
	'phase.began': 'public',
	'phase.shortened': 'public',
	'phase.extended': 'public',
	'phase.narrowed': 'public',
	'phase.changed': 'staff',
	'phase.ready': 'staff',
	'phase.approved': 'staff',
	'phase.approvalTakenBack': 'staff',
	'ballots.sealed': 'public',
	'proposal.submitted': 'staff',
	'proposal.shared': 'staff',
	'proposal.published': 'public',
	'proposal.imported': 'staff',
	'proposal.withdrawn': 'staff',
	'proposal.withheld': 'staff',
	'proposal.summarised': 'staff',
	'comment.submitted': 'staff',
	'comment.published': 'public',
	'comment.withdrawn': 'staff',
	'amendment.submitted': 'staff',
	'amendment.published': 'public',
	'amendment.withdrawn': 'staff',
	'amendment.decided': 'staff',
	'thanks.granted': 'staff',
	'thanks.limited': 'staff',
	'thanks.booked': 'staff',
	'meeting.planned': 'staff',
	'meeting.changed': 'staff',
	'meeting.cancelled': 'staff',
	'workshop.recorded': 'staff',
	'workshop.changed': 'staff',
	'workshop.published': 'staff',
	'workshop.retracted': 'staff',
	'hands.counted': 'staff',
	'reading.written': 'staff',
	'reading.removed': 'staff',
	'photo.added': 'staff',
	'photo.removed': 'staff',
	'recording.made': 'staff',
	'recording.takenOver': 'staff',
	'recording.withdrawn': 'staff',
	'position.taken': 'staff',
	'paper.uploaded': 'staff',
	'paper.sent': 'staff',
	'paper.removed': 'staff',
	'papers.printed': 'staff',
	'scan.uploaded': 'staff',
	'import.uploaded': 'staff',
	'sheets.printed': 'staff',
	'votes.recorded': 'staff',
	'votes.withdrawn': 'staff',
	'appeal.filed': 'staff',
	'appeal.decided': 'staff',
	'ticket.filed': 'staff',
	'ticket.delayed': 'staff',
	'ticket.answered': 'staff',
	'tickets.dropped': 'staff',
	'subject.rejected': 'staff',
	'subject.hidden': 'staff',
	'subject.restored': 'staff',
	'subject.redacted': 'staff',
	'subject.changed': 'staff',
	'edition.decided': 'staff',
	'subject.reopened': 'staff',
	'version.drafted': 'staff',
	'version.changed': 'staff',
	'version.justified': 'staff',
	'version.explained': 'staff',
	'version.ready': 'staff',
	'version.approved': 'staff',
	'version.approvalTakenBack': 'staff',
	'version.published': 'public',
	'priorities.prepared': 'staff',
	'priorities.published': 'public',
	'evaluations.published': 'public',
	'promise.reported': 'public',
	'round.opened': 'staff',
	'round.closed': 'staff',
	'board.quorumSet': 'staff',
	'board.invited': 'staff',
	'board.uninvited': 'staff',
	'board.joined': 'staff',
	'board.left': 'staff',
	'board.asked': 'staff',
	'board.closed': 'staff',
	'answers.written': 'staff',
	'answers.takenBack': 'staff',
	'answers.published': 'public',
	'landscape.published': 'public',
	'import.began': 'staff',
	'import.imported': 'staff',
	'import.failed': 'staff',
	'import.cancelled': 'staff',
	'import.retracted': 'staff',
	'conversation.imported': 'staff',
	'conversation.drawn': 'staff',
	'conversation.removed': 'staff',
	'call.drafted': 'staff',
	'call.changed': 'staff',
	'call.ready': 'staff',
	'call.approved': 'staff',
	'call.approvalTakenBack': 'staff',
	'call.published': 'public',
	'report.drafted': 'staff',
	'report.changed': 'staff',
	'report.discarded': 'staff',
	'report.ready': 'staff',
	'report.approved': 'staff',
	'report.approvalTakenBack': 'staff',
	'report.published': 'public',
	'preview.made': 'staff',
	'preview.revoked': 'staff',
	'addendum.drafted': 'staff',
	'addendum.discarded': 'staff',
	'addendum.ready': 'staff',
	'addendum.approved': 'staff',
	'addendum.approvalTakenBack': 'staff',
	'correction.published': 'public',
	'removal.published': 'public',
	'restoration.published': 'public',
	'withdrawal.published': 'public',
	'removal.destroyed': 'staff',
	'data.published': 'public',
	'data.changed': 'public',
	'data.restored': 'staff',
	'references.set': 'staff',
	'batch.issued': 'staff',
	'batch.revoked': 'staff',
	'organisation.made': 'staff',
	'organisation.renamed': 'staff',
	'organisation.merged': 'staff',
	'organisation.seatEnded': 'staff',
	'place.made': 'staff',
	'place.changed': 'staff',
	'place.joined': 'staff',
	'place.parted': 'staff',
	'card.replaced': 'staff',
	'card.replacementStopped': 'staff',
	'card.revoked': 'staff',
	'batch.moved': 'staff',
	'batch.listed': 'staff',
	'staff.invited': 'staff',
	'password.linkMade': 'staff',
	'password.requested': 'staff',
	'password.set': 'staff',
	'password.changed': 'staff',
	'factor.enrolled': 'staff',
	'factor.recovered': 'staff',
	'factor.renewed': 'staff',
	'factor.reset': 'staff',
	'account.made': 'staff',
	'account.linked': 'staff',
	'account.unlinked': 'staff',
	'account.recoveryOpened': 'staff',
	'account.blocked': 'staff',
	'account.unblocked': 'staff',
	'role.given': 'staff',
	'role.taken': 'staff',
	'originals.dropped': 'staff',
	'person.left': 'staff',
	'retention.done': 'staff'
} as const;

export const JOURNAL_VERBS = Object.keys(AUDIENCE);
export type JournalVerb = keyof typeof AUDIENCE;

export interface Entry {
	id: string;
	consultationId: string | null;
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

/** Call it inside `transaction`, after the write it tells of. `at`: only of what is put back, the day on which it was. */
export async function record(ctx: Ctx, happening: Happening, at: Instant = ctx.now): Promise<void> {
	await ctx.db
		.insertInto('journal')
		.values({
			id: newId(Date.parse(at)),
			at,
			verb: happening.verb,
			audience: AUDIENCE[happening.verb],
			subjectId: happening.subjectId,
			consultationId: happening.consultationId ?? null,
			actorId: ctx.person?.id ?? null,
			details: JSON.stringify(happening.details ?? {}),
			number: numberIn(happening.details)
		})
		.execute();
	ctx.recorded.push(happening.verb);
	forgetMemo(ctx.db);
}

/** By which it is found again; a fact that is no number of ours has none. */
function numberIn(details: Happening['details']): number | null {
	const said = String(details?.number ?? '');
	return /^\d{1,9}$/.test(said) ? Number(said) : null;
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
		.select(['id', 'at', 'verb', 'subjectId', 'consultationId', 'details'])
		.where(sql<boolean>`audience = 'public'`)
		.where('verb', 'in', [...asked.verbs])
		.orderBy('id', 'desc')
		.limit(asked.limit);
	if (asked.before) query = query.where('id', '<', asked.before);
	// Said as the index of milestones says it: one does not pass by all contributions to find the few.
	if (!asked.verbs.includes('proposal.published')) query = query.where(sql<boolean>`verb <> 'proposal.published'`);
	return query.execute();
}

/**
 * Changes whenever anything was recorded, by whichever process. Several of the newest ids, because an id is made when a
 * request comes and seen when it commits: what is seen last need not be the greatest.
 */
export async function latestEntries(ctx: Ctx): Promise<string> {
	const rows = await ctx.db.selectFrom('journal').select('id').orderBy('id', 'desc').limit(50).execute();
	return rows.map((row) => row.id).join();
}

/** What the newest entry of this kind about a thing says of it, or null: whether something was already told. */
export async function latestOf(
	ctx: Ctx,
	subjectId: string,
	verb: JournalVerb
): Promise<{ at: Instant; details: Record<string, unknown> } | null> {
	const row = await ctx.db
		.selectFrom('journal')
		.select(['at', 'details'])
		.where('subjectId', '=', subjectId)
		.where('verb', '=', verb)
		.orderBy('id', 'desc')
		.limit(1)
		.executeTakeFirst();
	return row ? { at: row.at, details: z.record(z.string(), z.unknown()).parse(JSON.parse(row.details)) } : null;
}

/** When anything was recorded last; null: never. */
export async function lastChange(ctx: Ctx): Promise<Instant | null> {
	const row = await ctx.db.selectFrom('journal').select('at').orderBy('id', 'desc').limit(1).executeTakeFirst();
	return row?.at ?? null;
}
