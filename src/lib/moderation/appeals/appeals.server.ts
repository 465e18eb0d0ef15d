import { z } from 'zod';
import type { Ctx } from '../../server/ctx.ts';
import { transaction } from '../../server/db/transaction.ts';
import { record } from '../../server/journal/journal.server.ts';
import { NotFound, obey } from '../../verdict.ts';
import { mayAppeal, OUTCOMES, type AppealInput, type OwnAppeal } from './appeal.ts';
import * as appeals from './store.server.ts';
import { caseOf } from '../case.server.ts';

const OutcomeName = z.enum(OUTCOMES);

function own(row: Awaited<ReturnType<typeof appeals.against>>[number]): OwnAppeal {
	return { state: row.outcome === null ? 'waiting' : OutcomeName.parse(row.outcome), reply: row.reply };
}

/** By the screening they are against. For authors: call it with screenings of their own texts only. */
export async function appealsAgainst(ctx: Ctx, screeningIds: readonly string[]): Promise<Map<string, OwnAppeal>> {
	return new Map((await appeals.against(ctx.db, screeningIds)).map((row) => [row.screeningId, own(row)]));
}

/** What somebody may appeal against: a decision on their own text. Everybody else's is not found. */
export async function toAppeal(ctx: Ctx, screeningId: string) {
	const { screening, subject, appeal, stands } = await caseOf(ctx, screeningId);
	if (!ctx.person || subject.authorId !== ctx.person.id) throw new NotFound('screening');
	const { id, deed, ground, note, at } = screening;
	const verdict = mayAppeal({ person: ctx.person, authorId: subject.authorId, stands, filed: appeal !== null });
	return { decision: { id, deed, ground, note, at, appeal: null }, texts: subject.texts, verdict };
}

/** Appeals. Once for a decision: a second try is refused (appealedBefore), unless it brings the same words. */
export async function appeal(ctx: Ctx, screeningId: string, form: AppealInput): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const { subject, appeal, stands } = await caseOf(ctx, screeningId);
		const { id: subjectId, kind: subjectKind, authorId, consultationId } = subject;
		if (ctx.person && authorId !== ctx.person.id) throw new NotFound('screening');
		if (ctx.person && appeal?.body === form.body) return;
		obey(mayAppeal({ person: ctx.person, authorId, stands, filed: appeal !== null }));
		await appeals.file(ctx.db, { screeningId, subjectKind, subjectId, body: form.body, filedAt: ctx.now });
		await record(ctx, { verb: 'appeal.filed', subjectId, consultationId, details: { kind: subjectKind } });
	});
}

/** Texts with an appeal that nobody has decided: they must stay readable for whoever will. */
export async function underAppeal(ctx: Ctx): Promise<string[]> {
	return appeals.subjectsWaiting(ctx.db);
}
