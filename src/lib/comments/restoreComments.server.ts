import type { Ctx } from '../server/ctx.ts';
import { newId } from '../server/ids.ts';
import type { Stance, Subject } from './comment.ts';
import * as restoring from './restoreComments.store.server.ts';

/** A comment as open data tells of it. */
export interface RestoredComment {
	/** What it is called there. */
	row: number;
	/** The one it answers; null: none, 'gone': one that is no longer public. */
	answers: number | 'gone' | null;
	subject: Subject;
	stance: Stance;
	body: string;
	authorName: string;
	authorGroup: string;
	organisationId: string | null;
	createdAt: string;
	publishedAt: string;
}

function subjectIds(subject: Subject) {
	const none = { proposalId: null, pointId: null, wordingId: null, amendmentId: null };
	if (subject.kind === 'point') return { ...none, pointId: subject.id, wordingId: subject.wordingId };
	return subject.kind === 'amendment' ? { ...none, amendmentId: subject.id } : { ...none, proposalId: subject.id };
}

/** Puts them back, each under the one it answers. Call it inside `transaction`. */
export async function restore(ctx: Ctx, comments: readonly RestoredComment[]): Promise<void> {
	const ids = new Map(comments.map(({ row }) => [row, newId()]));
	const rootsFirst = [...comments].sort((a, b) => Number(a.answers !== null) - Number(b.answers !== null));
	for (const { row, answers, subject, ...text } of rootsFirst) {
		const place = { ...subjectIds(subject), consultationId: subject.consultationId };
		const known = answers === null || answers === 'gone' ? null : ids.get(answers);
		const parentId = answers === null ? null : (known ?? (await restoreGone(ctx, place, text.createdAt)));
		await restoring.add(ctx.db, { ...text, ...place, id: ids.get(row) ?? '', parentId, hiddenAt: null });
	}
}

type Place = ReturnType<typeof subjectIds> & { consultationId: string };

/** What was answered and is no longer public: its place stays, so that the answer has one. */
async function restoreGone(ctx: Ctx, place: Place, createdAt: string): Promise<string> {
	const id = newId();
	const nothing = { stance: 'note', body: '', authorName: '', authorGroup: 'none', organisationId: null };
	const dates = { createdAt, publishedAt: createdAt, hiddenAt: ctx.now };
	await restoring.add(ctx.db, { ...place, ...nothing, ...dates, id, parentId: null });
	return id;
}
