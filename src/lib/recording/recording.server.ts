import { z } from 'zod';
import * as comments from '../comments/comments.server.ts';
import type { State } from '../moderation/screening.ts';
import * as moderation from '../moderation/moderation.server.ts';
import type { Spoken } from '../people/details/language.ts';
import { hasRole } from '../people/person.ts';
import { colleaguesOf } from '../people/places/places.server.ts';
import * as proposals from '../proposals/proposals.server.ts';
import type { Ctx } from '../server/ctx.ts';
import { transaction } from '../server/db/transaction.ts';
import { record } from '../server/journal/journal.server.ts';
import { isoDay } from '../texts/dates.ts';
import { excerpt } from '../texts/excerpt.ts';
import { DAY, earlier } from '../time.ts';
import { found, obey } from '../verdict.ts';
import { ChannelName, mayRecord, mayWithdrawConsent, SUBJECTS, type Channel, type SubjectKind } from './recording.ts';
import * as store from './store.server.ts';

export { recordMany } from './sheets/manySheets.server.ts';
export { countMine, claimRecords, claimMine } from './claim.server.ts';
export { discussion } from './discussion.server.ts';
export { notesOn } from './notes.server.ts';
export { cardOf, recordSheet, recordComment } from './writing.server.ts';

const KindName = z.enum(SUBJECTS);

/**
 * Somebody does not want it any more: the words go, wherever they stand, also while moderation is about to decide. Twice is
 * once. Refused: takenOverNow, when the person answers for it herself by now.
 */
export async function withdrawConsent(ctx: Ctx, subjectId: string): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const row = found(await store.bySubject(ctx.db, subjectId), 'recording');
		obey(mayWithdrawConsent({ person: ctx.person, colleagues: await colleaguesOf(ctx), ...row }));
		if (row.withdrawnAt) return;
		await moderation.forget(ctx, KindName.parse(row.subjectKind), subjectId);
		await store.markWithdrawn(ctx.db, subjectId, ctx.now);
		const { consultationId } = row;
		await record(ctx, { verb: 'recording.withdrawn', subjectId, consultationId });
	});
}

const PAGE = 25;
const EXCERPT = 80;

export interface Listed {
	subjectId: string;
	kind: SubjectKind;
	/** Of a contribution; 0 for a comment. */
	number: number;
	title: string;
	language: Spoken;
	state: State;
	channel: Channel;
	saidOn: string;
	place: string;
	mayWithdraw: boolean;
	/** A colleague of the same place wrote it down. */
	byColleague: boolean;
}

/** What one and one's colleagues wrote down, newest first; whoever administers sees everybody's. `after`: id of the last one before. */
export async function mine(ctx: Ctx, after: string | null): Promise<{ recordings: Listed[]; next: string | null }> {
	obey(mayRecord(ctx.person));
	const last = after === null ? undefined : await store.bySubject(ctx.db, after);
	const before = last ? { at: last.recordedAt, id: last.subjectId } : null;
	const colleagues = await colleaguesOf(ctx);
	const whose = hasRole(ctx.person, 'admin') ? null : colleagues;
	const rows = await store.page(ctx.db, whose, before, PAGE + 1);
	const shown = rows.slice(0, PAGE);
	return {
		recordings: await listed(ctx, shown, colleagues),
		next: rows.length > PAGE ? (shown.at(-1)?.subjectId ?? null) : null
	};
}

export interface DayCount {
	/** YYYY-MM-DD, on which it was written down. */
	day: string;
	proposals: number;
	comments: number;
	/** Of these: with a card to take it over. */
	codes: number;
}

const DAYS = 14;

/** How much one and one's colleagues wrote down on each of the last days, newest first: what is handed in in the evening. */
export async function dayCounts(ctx: Ctx): Promise<DayCount[]> {
	obey(mayRecord(ctx.person));
	const rows = await store.since(ctx.db, await colleaguesOf(ctx), earlier(ctx.now, DAYS * DAY));
	const days = new Map<string, DayCount>();
	for (const { recordedAt, subjectKind, cardId } of rows) {
		const day = isoDay(recordedAt);
		const count = days.get(day) ?? { day, proposals: 0, comments: 0, codes: 0 };
		if (subjectKind === 'proposal') count.proposals += 1;
		else count.comments += 1;
		if (cardId !== null) count.codes += 1;
		days.set(day, count);
	}
	return [...days.values()];
}

async function listed(ctx: Ctx, rows: readonly store.RecordingRow[], colleagues: readonly string[]): Promise<Listed[]> {
	const ids = rows.map((row) => row.subjectId);
	const proposed = new Map((await proposals.manyForModeration(ctx, ids)).map((one) => [one.id, one]));
	const said = new Map((await comments.manyForModeration(ctx, ids)).map((one) => [one.id, one]));
	return rows.flatMap((row) => {
		const { subjectId, saidOn, place } = row;
		const proposal = proposed.get(subjectId);
		const subject = proposal ?? said.get(subjectId);
		if (!subject) return [];
		const { state, body } = subject;
		const words = { number: proposal?.number ?? 0, title: proposal?.title ?? excerpt(body, EXCERPT), state };
		const language = proposal?.language ?? 'de';
		const origin = { channel: ChannelName.parse(row.channel), saidOn, place };
		const mayWithdraw = row.withdrawnAt === null && mayWithdrawConsent({ person: ctx.person, colleagues, ...row }).ok;
		return [
			{
				subjectId,
				kind: KindName.parse(row.subjectKind),
				...words,
				language,
				...origin,
				mayWithdraw,
				byColleague: row.recordedBy !== ctx.person?.id
			}
		];
	});
}

/** Of somebody who leaves. Call it inside `transaction`. */
export async function forgetCardOf(ctx: Ctx, personId: string): Promise<void> {
	await store.forgetCardOf(ctx.db, personId);
}
