import { hasRole } from '../people/person.ts';
import { holderToBe } from '../people/handing.server.ts';
import { ChannelName, mayRecord, mayWithdrawConsent, type Channel } from '../recording/recording.ts';
import type { Ctx } from '../server/ctx.ts';
import { together } from '../server/db/together.ts';
import { record } from '../server/journal/journal.server.ts';
import { found, obey, Refused } from '../verdict.ts';
import { remove } from './ballots.server.ts';
import * as store from './sheets.store.server.ts';
import { voterFor } from './voter.server.ts';

export const PAGE = 25;

export interface ListedSheet {
	id: string;
	channel: Channel;
	saidOn: string;
	place: string;
	/** The person's own hand, the end of the phase or a withdrawal may have come in between. */
	mayWithdraw: boolean;
	withdrawn: boolean;
}

/** Sheets one typed in, newest first; whoever administers sees everybody's. `after`: id of the last one before. */
export async function sheets(ctx: Ctx, after: string | null): Promise<{ sheets: ListedSheet[]; next: string | null }> {
	obey(mayRecord(ctx.person));
	const last = after === null ? undefined : await store.byId(ctx.db, after);
	const before = last ? { at: last.recordedAt, id: last.id } : null;
	const whose = hasRole(ctx.person, 'admin') ? null : (ctx.person?.id ?? '');
	const rows = await store.page(ctx.db, whose, before, PAGE + 1);
	const shown = rows.slice(0, PAGE).map(({ id, channel, saidOn, place, cardId, withdrawnAt, ballotsSealedAt }) => ({
		...{ id, channel: ChannelName.parse(channel), saidOn, place, withdrawn: withdrawnAt !== null },
		mayWithdraw: withdrawnAt === null && ballotsSealedAt === null && cardId !== null
	}));
	return { sheets: shown, next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null };
}

/**
 * Somebody does not want her votes counted any more: all ballots written down for her in this phase go. Twice is once.
 * Refused: notYourRecording; ballotsSealed; cardInUse, when she answers for them herself by now.
 */
export async function withdrawSheet(ctx: Ctx, id: string): Promise<void> {
	await together(ctx, async (ctx) => {
		const sheet = found(await store.byId(ctx.db, id), 'recording');
		const { recordedBy, cardId, phaseId, consultationId } = sheet;
		obey(mayWithdrawConsent({ person: ctx.person, recordedBy, takenOverAt: null }));
		if (sheet.withdrawnAt) return;
		if (!cardId) throw new Refused('ballotsSealed');
		const holder = await holderToBe(ctx, cardId);
		if (!holder) throw new Refused('cardInUse');
		const voter = await voterFor(ctx, phaseId, { id: holder });
		await remove(ctx, voter);
		await store.markWithdrawn(ctx.db, cardId, phaseId, ctx.now);
		await record(ctx, { verb: 'votes.withdrawn', subjectId: id, consultationId });
	});
}

/** Of somebody who leaves. Call it inside `together`. */
export async function forgetSheetsOf(ctx: Ctx, personId: string): Promise<void> {
	await store.forgetCardOf(ctx.db, personId);
}
