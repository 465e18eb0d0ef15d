import * as answers from '../answers/answers.server.ts';
import { isApprovedByAnother, stateOf, type State } from '../approvals/approval.ts';
import * as approvals from '../approvals/approvals.server.ts';
import { endOf, type Consultation } from '../consultations/consultation.ts';
import * as consultations from '../consultations/consultations.server.ts';
import * as moderation from '../moderation/moderation.server.ts';
import * as subscriptions from '../subscriptions/subscriptions.server.ts';
import type { Ctx } from '../server/ctx.ts';
import type { Instant } from '../time.ts';
import { closedAt, closingNow } from '../server/db/closure.ts';
import { transaction } from '../server/db/transaction.ts';
import { record } from '../server/journal/journal.server.ts';
import { obey, Stale, type Verdict } from '../verdict.ts';
import { closureSubject, endings, mayClose, mayManageClosure, type Ending } from './closure.ts';
import * as store from './store.server.ts';

/** Since when nothing is written any more; null: the process goes on. */
export async function since(ctx: Ctx): Promise<Instant | null> {
	return closedAt(ctx.db);
}

/** What closing leaves undone for good. */
interface Undone {
	/** Published contributions without an answer. */
	answers: number;
	/** Texts that nobody has screened. */
	screening: number;
	appeals: number;
}

export interface ClosureStanding {
	consultation: Consultation;
	closedAt: Instant | null;
	undone: Undone;
	/** What is confirmed and approved. */
	state: State;
	approvals: approvals.ApprovalStanding;
	verdict: Verdict;
	/** When what is kept goes; as if it were closed now, while it is not. */
	endings: Ending[];
}

/** For admins. Refused: roleMissing, noConsultation. */
export async function standing(ctx: Ctx): Promise<ClosureStanding> {
	obey(mayManageClosure(ctx.person));
	const consultation = await consultations.current(ctx);
	const closed = await closedAt(ctx.db);
	const undone = await undoneIn(ctx, consultation.id);
	const { id, title, phases } = consultation;
	const dates = phases.map(({ slug: kind, beginsAt, endsAt }) => ({ kind, beginsAt, endsAt }));
	const state = stateOf({ text: { id, title }, dates, undone });
	const all = await consultations.all(ctx);
	return {
		...{ consultation, undone, state, closedAt: closed },
		approvals: await approvals.standing(ctx, closureSubject(consultation), state),
		verdict: mayClose({ person: ctx.person, phases: all.flatMap((one) => one.phases), closedAt: closed, now: ctx.now }),
		endings: endings(closed ?? ctx.now, endOf(all.flatMap((one) => one.phases)) ?? ctx.now)
	};
}

async function undoneIn(ctx: Ctx, consultationId: string): Promise<Undone> {
	const { none, byDisposition } = await answers.counts(ctx, consultationId);
	return {
		answers: none + byDisposition.open,
		screening: await moderation.countWaiting(ctx),
		appeals: await moderation.countAppeals(ctx)
	};
}

/** Tells the other admins that the process shall be closed. */
export async function ask(ctx: Ctx): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const { consultation, state, verdict } = await standing(ctx);
		obey(verdict);
		await approvals.ask(ctx, closureSubject(consultation), state);
	});
}

/** Agrees to closing exactly this; `seen` is its digest. */
export async function approve(ctx: Ctx, seen: string): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const { consultation, state, verdict } = await standing(ctx);
		obey(verdict);
		await approvals.give(ctx, closureSubject(consultation), state, seen);
	});
}

export async function takeBack(ctx: Ctx): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const { consultation } = await standing(ctx);
		await approvals.takeBack(ctx, closureSubject(consultation));
	});
}

/**
 * Closes the process for good: from the next transaction on nobody writes in it. `seen`: digest of what was on the
 * screen. Refused: phasesNotOver, phasesMissing, processClosed; approvalMissing, approvalOwn. Stale: something has changed.
 */
export async function close(ctx: Ctx, seen: string): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const { consultation, state, verdict, approvals } = await standing(ctx);
		obey(verdict);
		const approvedBy = approvals.given.map(({ personId }) => personId);
		obey(isApprovedByAnother(ctx.person, approvedBy));
		if (seen !== state.digest) throw new Stale('closure');
		const { id } = consultation;
		await store.add(ctx.db, id, ctx.now);
		// There will be no news: nobody is written to any more, and no address is needed.
		await subscriptions.forgetEverybody(ctx);
		await record(ctx, { verb: 'consultation.closed', subjectId: id, consultationId: id });
		closingNow(ctx);
	});
}
