import { hasRole } from '../../people/person.ts';
import { futureHolder } from '../../people/cards/cardUse.server.ts';
import { colleaguesOf } from '../../people/places/places.server.ts';
import { ChannelName, mayRecord, mayWithdrawConsent, type Channel } from '../../recording/recording.ts';
import type { Ctx } from '../../server/ctx.ts';
import { transaction } from '../../server/db/transaction.ts';
import { record } from '../../server/journal/journal.server.ts';
import { isoDay } from '../../texts/dates.ts';
import { DAY, earlier } from '../../time.ts';
import { found, obey, Refused } from '../../verdict.ts';
import { remove } from '../ballots/ballots.server.ts';
import * as store from './store.server.ts';
import { voterFor } from '../ballots/voterToken.server.ts';

const PAGE = 25;

export interface ListedSheet {
	id: string;
	channel: Channel;
	saidOn: string;
	place: string;
	/** The person's own hand, the end of the phase or a withdrawal may have come in between. */
	mayWithdraw: boolean;
	withdrawn: boolean;
}

const DAYS = 14;

/** How many sheets of votes one and one's colleagues typed in on each of the last days, newest first. */
export async function sheetDays(ctx: Ctx): Promise<{ day: string; count: number }[]> {
	obey(mayRecord(ctx.person));
	const rows = await store.since(ctx.db, await colleaguesOf(ctx), earlier(ctx.now, DAYS * DAY));
	const days = new Map<string, number>();
	for (const { recordedAt } of rows) days.set(isoDay(recordedAt), (days.get(isoDay(recordedAt)) ?? 0) + 1);
	return [...days].map(([day, count]) => ({ day, count }));
}

/** Sheets one or a colleague typed in, newest first; whoever administers sees everybody's. `after`: id of the last one before. */
export async function sheets(ctx: Ctx, after: string | null): Promise<{ sheets: ListedSheet[]; next: string | null }> {
	obey(mayRecord(ctx.person));
	const last = after === null ? undefined : await store.byId(ctx.db, after);
	const before = last ? { at: last.recordedAt, id: last.id } : null;
	const whose = hasRole(ctx.person, 'admin') ? null : await colleaguesOf(ctx);
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
	await transaction(ctx, async (ctx) => {
		const sheet = found(await store.byId(ctx.db, id), 'recording');
		const { recordedBy, cardId, phaseId, consultationId } = sheet;
		const colleagues = await colleaguesOf(ctx);
		obey(mayWithdrawConsent({ person: ctx.person, colleagues, recordedBy, takenOverAt: null }));
		if (sheet.withdrawnAt) return;
		if (!cardId) throw new Refused('ballotsSealed');
		const holder = await futureHolder(ctx, cardId);
		if (!holder) throw new Refused('cardInUse');
		const voter = await voterFor(ctx, phaseId, { id: holder });
		await remove(ctx, voter);
		await store.markWithdrawn(ctx.db, cardId, phaseId, ctx.now);
		await record(ctx, { verb: 'votes.withdrawn', subjectId: id, consultationId });
	});
}

/** Of somebody who leaves. Call it inside `transaction`. */
export async function forgetSheetsOf(ctx: Ctx, personId: string): Promise<void> {
	await store.forgetCardOf(ctx.db, personId);
}
