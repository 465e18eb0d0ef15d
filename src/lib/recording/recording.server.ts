import { z } from 'zod';
import * as comments from '../comments/comments.server.ts';
import type { State } from '../moderation/screening.ts';
import * as moderation from '../moderation/moderation.server.ts';
import type { Spoken } from '../people/language.ts';
import { hasRole } from '../people/person.ts';
import * as proposals from '../proposals/proposals.server.ts';
import type { Ctx } from '../server/ctx.ts';
import { together } from '../server/db/together.ts';
import { record } from '../server/journal/journal.server.ts';
import { excerpt } from '../texts/excerpt.ts';
import { found, obey } from '../verdict.ts';
import { ChannelName, mayRecord, mayWithdrawConsent, SUBJECTS, type Channel, type SubjectKind } from './recording.ts';
import * as store from './store.server.ts';

export { putDownMany, type Outcome } from './pile.server.ts';
export { countMine, takeOver, takeOverMine } from './takingOver.server.ts';
export { cardOf, putDown, putDownComment, type Recorded } from './writing.server.ts';

const KindName = z.enum(SUBJECTS);

/** What everybody may know of how words came here. Place and helper stay with the team. */
export interface Note {
	channel: Channel;
	readBack: boolean;
	takenOver: boolean;
	/** The meeting it comes from, while that is public. */
	workshop: { number: number; label: string } | null;
}

/** Of those among these contributions and comments that somebody else wrote down. */
export async function notesOn(ctx: Ctx, subjectIds: readonly string[]): Promise<Map<string, Note>> {
	const rows = await store.ofSubjects(ctx.db, subjectIds);
	return new Map(
		rows.map(({ subjectId, channel, readBackAt, takenOverAt, workshop, workshopLabel }) => [
			subjectId,
			{
				channel: ChannelName.parse(channel),
				readBack: readBackAt !== null,
				takenOver: takenOverAt !== null,
				workshop: workshop === null ? null : { number: workshop, label: workshopLabel ?? '' }
			}
		])
	);
}

/**
 * Somebody does not want it any more: the words go, wherever they stand, also while moderation is about to decide. Twice is
 * once. Refused: takenOverNow, when the person answers for it herself by now.
 */
export async function withdrawConsent(ctx: Ctx, subjectId: string): Promise<void> {
	await together(ctx, async (ctx) => {
		const row = found(await store.bySubject(ctx.db, subjectId), 'recording');
		obey(mayWithdrawConsent({ person: ctx.person, ...row }));
		if (row.withdrawnAt) return;
		await moderation.forget(ctx, KindName.parse(row.subjectKind), subjectId);
		await store.markWithdrawn(ctx.db, subjectId, ctx.now);
		const { consultationId } = row;
		await record(ctx, { verb: 'recording.withdrawn', subjectId, consultationId });
	});
}

export const PAGE = 25;
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
}

/** What one wrote down, newest first; whoever administers sees everybody's. `after`: id of the last one before. */
export async function mine(ctx: Ctx, after: string | null): Promise<{ recordings: Listed[]; next: string | null }> {
	obey(mayRecord(ctx.person));
	const last = after === null ? undefined : await store.bySubject(ctx.db, after);
	const before = last ? { at: last.recordedAt, id: last.subjectId } : null;
	const whose = hasRole(ctx.person, 'admin') ? null : (ctx.person?.id ?? '');
	const rows = await store.page(ctx.db, whose, before, PAGE + 1);
	const shown = rows.slice(0, PAGE);
	return { recordings: await listed(ctx, shown), next: rows.length > PAGE ? (shown.at(-1)?.subjectId ?? null) : null };
}

async function listed(ctx: Ctx, rows: readonly store.RecordingRow[]): Promise<Listed[]> {
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
		const mayWithdraw = row.withdrawnAt === null && mayWithdrawConsent({ person: ctx.person, ...row }).ok;
		return [{ subjectId, kind: KindName.parse(row.subjectKind), ...words, language, ...origin, mayWithdraw }];
	});
}

/** Of somebody who leaves. Call it inside `together`. */
export async function forgetCardOf(ctx: Ctx, personId: string): Promise<void> {
	await store.forgetCardOf(ctx.db, personId);
}
