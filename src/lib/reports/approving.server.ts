import { stateOf, type ApprovalSubject, type State } from '../approvals/approval.ts';
import * as approvals from '../approvals/approvals.server.ts';
import type { Ctx } from '../server/ctx.ts';
import { transaction } from '../server/db/transaction.ts';
import { found, obey } from '../verdict.ts';
import { draftOf, type ReportDraft } from './drafts/reportDraft.server.ts';
import { mayApproveReport, mayDraftReport } from './report.ts';
import * as store from './store.server.ts';

/** What the second person agrees to before a report goes out. */

function subjectOf({ id, consultationId, title }: ReportDraft): ApprovalSubject {
	return { kind: 'report', id, consultationId, number: null, title, path: '/werkstatt/berichte' };
}

/** Everything that would go out with it; `previous`: the report it would be chained to, and be compared with. */
export async function approvalState(
	ctx: Ctx,
	{ consultationId, title, foreword, figures }: ReportDraft
): Promise<State> {
	const before = await store.rowBefore(ctx.db, consultationId, null);
	return stateOf({ text: { title, foreword }, numbers: figures, previous: before?.digest ?? null });
}

/** How far exactly this state of the draft is approved. */
export async function approvalsOf(ctx: Ctx, draft: ReportDraft): Promise<approvals.ApprovalStanding> {
	return approvals.standing(ctx, subjectOf(draft), await approvalState(ctx, draft));
}

async function onDraft(
	ctx: Ctx,
	consultationId: string,
	work: (ctx: Ctx, draft: ReportDraft) => Promise<void>
): Promise<void> {
	await transaction(ctx, async (ctx) => work(ctx, found(await draftOf(ctx, consultationId), 'report draft')));
}

/** Tells everybody who may approve that it is ready to be read. */
export async function ask(ctx: Ctx, consultationId: string): Promise<void> {
	await onDraft(ctx, consultationId, async (ctx, draft) => {
		obey(mayDraftReport(ctx.person));
		await approvals.ask(ctx, subjectOf(draft), await approvalState(ctx, draft));
	});
}

/** Agrees to exactly this state; `seen` is its digest. Stale: something has changed since it was read. */
export async function approve(ctx: Ctx, consultationId: string, seen: string): Promise<void> {
	await onDraft(ctx, consultationId, async (ctx, draft) => {
		obey(mayApproveReport(ctx.person));
		await approvals.give(ctx, subjectOf(draft), await approvalState(ctx, draft), seen);
	});
}

export async function takeApprovalBack(ctx: Ctx, consultationId: string): Promise<void> {
	await onDraft(ctx, consultationId, (ctx, draft) => approvals.takeBack(ctx, subjectOf(draft)));
}

/** Whether the draft waits for the hand of the one who looks. */
export async function waiting(ctx: Ctx, consultationId: string): Promise<approvals.Waiting[]> {
	const draft = await draftOf(ctx, consultationId);
	return draft ? approvals.waitingFor(ctx, subjectOf(draft), await approvalState(ctx, draft)) : [];
}
