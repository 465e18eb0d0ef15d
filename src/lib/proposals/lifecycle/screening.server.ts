import { FROM_OLDEST } from '../../cursor.ts';
import type { Ctx } from '../../server/ctx.ts';
import { isNumber } from '../../server/db/counters.ts';
import { record } from '../../server/journal/journal.server.ts';
import { found, NotFound } from '../../verdict.ts';
import { stateOf } from '../proposal.ts';
import { read, type Proposal } from '../reading.server.ts';
import * as listing from '../lists/store.server.ts';
import * as peers from '../peers/peers.server.ts';
import * as search from '../lists/searchIndex.store.server.ts';
import * as store from '../store.server.ts';
import * as summaries from '../summaries/store.server.ts';
import * as taking from '../imports/store.server.ts';

interface ForModeration extends Proposal {
	authorId: string | null;
	/** It is of a group's own phase that is not over: published, it is read by that group alone. */
	forPeers: boolean;
}

/** What moderation sees and decides about: everything that was ever submitted. */
export async function forModeration(ctx: Ctx, id: string): Promise<ForModeration> {
	const row = found(await store.rowById(ctx.db, id), 'proposal');
	if (!row.submittedAt) throw new NotFound('proposal');
	return { ...read(ctx, row), authorId: row.authorId, forPeers: await peers.isForPeers(ctx, row) };
}

/** Of what was sent; null: there is none. Says nothing about who may see it. */
export async function idOf(ctx: Ctx, number: number): Promise<string | null> {
	return isNumber(number) ? ((await store.rowByNumber(ctx.db, number))?.id ?? null) : null;
}

/** Several of them by id, for the team's lists. */
export async function manyForModeration(ctx: Ctx, ids: readonly string[]): Promise<Proposal[]> {
	return (await store.rowsById(ctx.db, ids)).filter((row) => row.submittedAt).map((row) => read(ctx, row));
}

/** Oldest first, unless it is asked otherwise. `apart`: without the texts of campaigns. */
export async function waiting(ctx: Ctx, limit: number, apart = false, from = FROM_OLDEST): Promise<Proposal[]> {
	return (await listing.waiting(ctx.db, limit, apart, from)).map((row) => read(ctx, row));
}

export async function countWaiting(ctx: Ctx): Promise<number> {
	return listing.countWaiting(ctx.db);
}

export type ScreeningChange =
	| { deed: 'publish' | 'reject' | 'hide' | 'restore' | 'reopen' }
	| { deed: 'redact'; title: string; body: string; evidence: string | null; restored?: true }
	/** Its author has other words. `resent`: after a refusal, it is screened again. */
	| { deed: 'reword'; title: string; body: string; evidence: string | null; resent: boolean };

/** Carries out what moderation decided; the rules are moderation's. Call it inside its transaction. */
export async function screened(ctx: Ctx, id: string, deed: ScreeningChange): Promise<void> {
	const row = found(await store.rowById(ctx.db, id), 'proposal');
	const shared = deed.deed === 'publish' && (await peers.isForPeers(ctx, row));
	const published = shared ? { sharedAt: ctx.now } : { publishedAt: ctx.now };
	if (deed.deed === 'publish') await store.setMoments(ctx.db, id, { ...published, rejectedAt: null });
	if (deed.deed === 'reopen')
		await store.setMoments(ctx.db, id, { publishedAt: null, sharedAt: null, rejectedAt: null });
	if (deed.deed === 'reject') await store.setMoments(ctx.db, id, { rejectedAt: ctx.now });
	if (deed.deed === 'hide') await store.setMoments(ctx.db, id, { hiddenAt: ctx.now });
	if (deed.deed === 'restore') await store.setMoments(ctx.db, id, { hiddenAt: null });
	if (deed.deed === 'redact') {
		const { title, body, evidence } = deed;
		await store.changeText(ctx.db, id, { title, body, evidence }, ctx.now);
		await store.setMoments(ctx.db, id, { redactedAt: deed.restored ? null : ctx.now });
		if (!deed.restored) await taking.forgetOriginal(ctx.db, id);
		// It may say in German what is blackened now: somebody writes it anew.
		if (!deed.restored) await summaries.forget(ctx.db, id);
	}
	if (deed.deed === 'reword') {
		const { title, body, evidence } = deed;
		await store.changeText(ctx.db, id, { title, body, evidence }, ctx.now);
		if (deed.resent) await store.setMoments(ctx.db, id, { rejectedAt: null });
		// It says in German what stood there before: somebody writes it anew.
		await summaries.forget(ctx.db, id);
	}
	const after = found(await store.rowById(ctx.db, id), 'proposal');
	await search.index(ctx.db, id, stateOf(after) === 'published' ? after : null);
	if (shared) await peers.tellShared(ctx, row);
	else if (deed.deed === 'publish') {
		// No words of people in a journal that nobody can blacken.
		const details = { number: row.number ?? 0 };
		await record(ctx, { verb: 'proposal.published', subjectId: id, consultationId: row.consultationId, details });
	}
}
