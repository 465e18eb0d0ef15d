import { stateOf, type ApprovalSubject, type State } from '../approvals/approval.ts';
import * as approvals from '../approvals/approvals.server.ts';
import type { Ctx } from '../server/ctx.ts';
import { transaction } from '../server/db/transaction.ts';
import { obey } from '../verdict.ts';
import { isComplete, mayApproveCall, mayAskApproval } from './call.ts';
import { factsOf, inWorkshop, type Call } from './reading.server.ts';
import * as store from './store.server.ts';

/** What the second person agrees to before a call goes out. */

function subjectOf({ id, number, title, consultationId }: Call): ApprovalSubject {
	return { kind: 'call', id, number, title, consultationId, path: `/werkstatt/aufrufe/${number}` };
}

/** Everything that would go out with it. */
export function approvalState({ title, intro, deadline, versionNumber, items }: Call): State {
	const shown = items.map(({ kind, title, body, pointIds }) => ({ kind, title, body, pointIds }));
	return stateOf({ text: { title, intro, deadline, versionNumber }, items: shown });
}

/** How far exactly this state of the call is approved. */
export function approvalsOf(ctx: Ctx, call: Call): Promise<approvals.ApprovalStanding> {
	return approvals.standing(ctx, subjectOf(call), approvalState(call));
}

/** Tells everybody who may approve that it is ready to be read. */
export async function ask(ctx: Ctx, number: number): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const call = await inWorkshop(ctx, number);
		obey(mayAskApproval(factsOf(ctx, call)));
		await approvals.ask(ctx, subjectOf(call), approvalState(call));
	});
}

/** Agrees to exactly this state; `seen` is its digest. Stale: something has changed since it was read. */
export async function approve(ctx: Ctx, number: number, seen: string): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const call = await inWorkshop(ctx, number);
		obey(mayApproveCall(factsOf(ctx, call)));
		await approvals.give(ctx, subjectOf(call), approvalState(call), seen);
	});
}

export async function takeApprovalBack(ctx: Ctx, number: number): Promise<void> {
	await transaction(ctx, async (ctx) => approvals.takeBack(ctx, subjectOf(await inWorkshop(ctx, number))));
}

/** Complete drafts that wait for a publisher's hand: somebody asked and nobody has agreed, or all but publishing is done. */
export async function waiting(ctx: Ctx): Promise<approvals.Waiting[]> {
	const found: approvals.Waiting[] = [];
	for (const { number } of await store.draftRows(ctx.db)) {
		const call = await inWorkshop(ctx, number);
		if (isComplete(call.items.map(({ pointIds, ...item }) => ({ ...item, grounds: pointIds.length })))) {
			found.push(...(await approvals.waitingFor(ctx, subjectOf(call), approvalState(call))));
		}
	}
	return found;
}
