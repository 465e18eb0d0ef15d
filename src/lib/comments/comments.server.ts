import * as consultations from '../consultations/consultations.server.ts';
import { mayShowWords } from '../people/consents/consent.ts';
import * as consents from '../people/consents/consents.server.ts';
import { AuthorGroupName, type AuthorGroup } from '../people/person.ts';
import { authorKeys, NO_STATEMENT, recordOf } from '../profile/groups/group.ts';
import * as profile from '../profile/profile.server.ts';
import * as proposals from '../proposals/proposals.server.ts';
import { signedIn, type Ctx } from '../server/ctx.ts';
import { transaction } from '../server/db/transaction.ts';
import { expectUnused } from '../server/db/expectUnusedId.ts';
import { record } from '../server/journal/journal.server.ts';
import { found, NotFound, obey } from '../verdict.ts';
import { mayComment, mayWithdraw, type Comment, type CommentInput, type Subject, type Text } from './comment.ts';
import { forget } from './onBehalf.server.ts';
import { changeAndCount, changesOf, whereabouts, type CommentChange } from './commentChanges.server.ts';
import { asText, asThread } from './reading.server.ts';
import * as store from './store.server.ts';
import { newRow, rootOf, sentBefore } from './writing.server.ts';

export type { Comment, Subject, Text } from './comment.ts';
export { forget, giveTo, recordOnBehalf } from './onBehalf.server.ts';
export { countWaiting, forModeration, manyForModeration, waiting } from './screening.server.ts';
export type { CommentChange } from './commentChanges.server.ts';
export { mine, minePage, OWN_PAGE } from './own.server.ts';
export { emptyRejectedBefore, forgetAllOf, unlinkAllOf } from './eraseAuthor.server.ts';

/** Roots on one page; their answers come with them. */
export const PAGE = 50;

/** A published contribution as something to comment on. Everything else is not found, one's own waiting one too. */
export async function aboutProposal(ctx: Ctx, number: number): Promise<Subject> {
	const proposal = await proposals.byNumber(ctx, number);
	if (proposal.state !== 'published') throw new NotFound('proposal');
	return { kind: 'proposal', id: proposal.id, consultationId: proposal.consultationId };
}

/**
 * Sends a comment to moderation and freezes name, group and organisation. `find` runs inside the transaction and throws
 * NotFound when the subject may not be seen. The same form sent twice changes nothing.
 */
export async function write(ctx: Ctx, find: (ctx: Ctx) => Promise<Subject>, form: CommentInput): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const person = signedIn(ctx);
		const known = await store.rowById(ctx.db, form.id);
		if (known) return sentBefore(known, person, form);
		await expectUnused(ctx.db, form.id);
		const subject = await find(ctx);
		const { phases } = await consultations.byId(ctx, subject.consultationId);
		obey(mayComment({ person, phases, now: ctx.now, kind: subject.kind }));
		const allowed = await consents.accept(ctx, form.consents);
		obey(mayShowWords(allowed));
		const parentId = form.parentId && (await rootOf(ctx, subject, form.parentId));
		await store.add(ctx.db, { ...newRow(person, subject, form), parentId }, ctx.now);
		const { consultationId } = subject;
		await record(ctx, {
			verb: 'comment.submitted',
			subjectId: form.id,
			consultationId,
			details: { about: subject.kind }
		});
	});
}

/**
 * One page of what is said about a subject: roots newest first, their answers oldest first. `after`: id of the last root
 * of the page before; an unknown one starts at the beginning.
 */
export async function page(
	ctx: Ctx,
	subject: Pick<Subject, 'kind' | 'id'>,
	after: string | null
): Promise<{ comments: Comment[]; next: string | null }> {
	const before = (after && (await store.rowById(ctx.db, after))) || null;
	const rows = await store.roots(ctx.db, { subject, readerId: readerOf(ctx), before, limit: PAGE });
	const shown = rows.slice(0, PAGE);
	return { comments: await read(ctx, shown), next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null };
}

const readerOf = (ctx: Ctx) => ctx.person?.id ?? null;

async function read(ctx: Ctx, roots: readonly store.CommentRow[]): Promise<Comment[]> {
	const ids = roots.map((row) => row.id);
	return asThread(readerOf(ctx), roots, await store.replies(ctx.db, ids, readerOf(ctx)));
}

/** One's own comment; everybody else's is not found. */
export async function own(ctx: Ctx, id: string): Promise<Text> {
	const row = found(await store.rowById(ctx.db, id), 'comment');
	if (!ctx.person || row.authorId !== ctx.person.id) throw new NotFound('comment');
	return asText(readerOf(ctx), row);
}

/** Takes back one's own comment and forgets its words. Its place stays, so that answers to it still make sense. */
export async function withdraw(ctx: Ctx, id: string): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const row = found(await store.rowById(ctx.db, id), 'comment');
		if (ctx.person && row.authorId !== ctx.person.id) throw new NotFound('comment');
		obey(mayWithdraw(ctx.person, row.authorId));
		await forget(ctx, id);
	});
}

/** Carries out what moderation decided; the rules are moderation's. Call it inside its transaction. */
export async function screened(ctx: Ctx, id: string, deed: CommentChange): Promise<void> {
	const row = found(await store.rowById(ctx.db, id), 'comment');
	await changeAndCount(ctx, row, changesOf(deed, ctx.now));
	if (deed.deed !== 'publish') return;
	const details = await whereabouts(ctx, row);
	await record(ctx, { verb: 'comment.published', subjectId: id, consultationId: row.consultationId, details });
}

/** How many comments everybody can read on each of these amendments. */
export async function countsOnAmendments(ctx: Ctx, ids: readonly string[]): Promise<Map<string, number>> {
	const rows = await store.onAmendments(ctx.db, ids);
	return new Map(rows.map(({ amendmentId, count }) => [amendmentId ?? '', count]));
}

/** Comments everybody can read, by the group frozen in them. */
export async function countByGroup(ctx: Ctx, consultationId: string): Promise<Record<AuthorGroup, number>> {
	const counts = recordOf(authorKeys((await profile.current(ctx)).groups), () => 0);
	for (const row of await store.countsByGroup(ctx.db, consultationId)) {
		const group = AuthorGroupName.catch(NO_STATEMENT).parse(row.group);
		counts[group] = (counts[group] ?? 0) + row.count;
	}
	return counts;
}

/** Everything that anybody can read, oldest first, so many at a time. */
export async function* published(ctx: Ctx, size: number): AsyncGenerator<Text[]> {
	let last: store.CommentRow | undefined;
	do {
		const after = last?.publishedAt ? { publishedAt: last.publishedAt, id: last.id } : null;
		const rows = await store.published(ctx.db, after, size);
		yield rows.map((row) => asText(ctx.person?.id ?? null, row));
		last = rows.length < size ? undefined : rows.at(-1);
	} while (last);
}
