import { isApprovedByAnother, stateOf, type ApprovalSubject, type State as Approved } from '../approvals/approval.ts';
import * as approvals from '../approvals/approvals.server.ts';
import { expectSeen, type State } from '../editState.ts';
import type { Ctx } from '../server/ctx.ts';
import { together } from '../server/db/together.ts';
import { record } from '../server/journal/journal.server.ts';
import { consultations as words } from '../texts/de/consultations.ts';
import { t } from '../texts/texts.ts';
import { NotFound, obey, Stale } from '../verdict.ts';
import type { Consultation, Phase } from './consultation.ts';
import {
	changeInAddress,
	consequencesOf,
	daysOf,
	endsVotes,
	mayManagePhases,
	mayPlacePhase,
	type Consequence,
	type PhaseInput
} from './phases.ts';
import { all, changing } from './reading.server.ts';
import * as store from './store.server.ts';

/** When phases begin and end. What people would notice at once is confirmed; votes end sooner by two people only. */

/** Every consultation, for those who may change its phases. */
export async function managed(ctx: Ctx): Promise<Consultation[]> {
	obey(mayManagePhases(ctx.person));
	return all(ctx);
}

/** A phase for those who may change it, with the consultation it belongs to. */
export async function managedPhase(ctx: Ctx, phaseId: string): Promise<{ consultation: Consultation; phase: Phase }> {
	for (const consultation of await managed(ctx)) {
		const phase = consultation.phases.find((one) => one.id === phaseId);
		if (phase) return { consultation, phase };
	}
	throw new NotFound('phase');
}

export interface PlannedChange {
	consultation: Consultation;
	phase: Phase;
	/** Empty: it is simply done. */
	consequences: Consequence[];
	/** What is confirmed and approved: from what to what. */
	state: Approved;
	/** null: one person is enough. */
	approvals: approvals.ApprovalStanding | null;
}

/** What a change would do. Refused: phaseOverlap, and whoever may not change phases. */
export async function plannedChange(ctx: Ctx, phaseId: string, form: PhaseInput): Promise<PlannedChange> {
	const { consultation, phase } = await managedPhase(ctx, phaseId);
	obey(mayPlacePhase(consultation, phaseId, form));
	const { beginsAt, endsAt, actions } = phase;
	const becomes = { ...form, actions: [...form.actions].sort() };
	const state = stateOf({ dates: { was: { beginsAt, endsAt, actions: [...actions].sort() }, becomes } });
	const two = endsVotes(phase, form, ctx.now) && (await store.hasVotes(ctx.db, phaseId));
	return {
		...{ consultation, phase, state },
		consequences: consequencesOf(phase, form, ctx.now),
		approvals: two ? await approvals.standing(ctx, subjectOf(consultation, phase, form), state) : null
	};
}

function subjectOf({ id }: Consultation, phase: Phase, form: PhaseInput): ApprovalSubject {
	const days = daysOf({ ...phase, ...form });
	const path = `/werkstatt/phasen/${phase.id}/${changeInAddress({ ...days, actions: form.actions })}`;
	const title = words.phases[phase.kind];
	return { kind: 'phase', id: phase.id, consultationId: id, number: null, title, path };
}

/**
 * Changes when a phase begins and ends and what it allows. What has consequences is only done by somebody who has seen
 * them: `seen` is the digest of the change that was on the screen. Refused: phaseOverlap; approvalMissing, approvalOwn,
 * when votes would end sooner. Stale: not seen, or the phase has changed since.
 */
export async function changePhase(
	ctx: Ctx,
	phaseId: string,
	form: PhaseInput,
	seen: string | null = null
): Promise<void> {
	await together(ctx, async (ctx) => {
		const { consultation, phase, consequences, state, approvals } = await plannedChange(ctx, phaseId, form);
		if (consequences.length > 0 && seen !== state.digest) throw new Stale('phase');
		if (approvals) {
			obey(
				isApprovedByAnother(
					ctx.person,
					approvals.given.map(({ personId }) => personId)
				)
			);
		}
		const consultationId = consultation.id;
		const { actions, ...dates } = form;
		const endChangedAt = form.endsAt > ctx.now ? null : form.endsAt === phase.endsAt ? phase.endChangedAt : ctx.now;
		changing(ctx);
		const row = { id: phaseId, consultationId, kind: phase.kind, ...dates, endChangedAt: endChangedAt ?? null };
		await store.putPhase(ctx.db, row, actions);
		await record(ctx, { verb: 'phase.changed', subjectId: phaseId, consultationId, details: { kind: phase.kind } });
	});
}

/** What the form of a phase shows, by field. */
export const phaseState = (phase: Phase): State => ({ ...daysOf(phase), actions: [...phase.actions].sort() });

/** Like `changePhase`, for what has no consequences, by whoever filled the form: `mark` is that of `phaseState`. */
export async function changeSeenPhase(ctx: Ctx, phaseId: string, form: PhaseInput, mark: string): Promise<void> {
	await together(ctx, async (ctx) => {
		await expectPhase(ctx, phaseId, mark);
		await changePhase(ctx, phaseId, form);
	});
}

/** Stale: somebody else has moved the phase since the form was filled. */
export async function expectPhase(ctx: Ctx, phaseId: string, mark: string): Promise<void> {
	const { phase } = await managedPhase(ctx, phaseId);
	const text = phase.actions.map((action) => words.actions[action]).join(', ');
	expectSeen('phase', mark, phaseState(phase), [{ label: t.workshop.phases.form.actions, text }]);
}

/** Tells everybody who may agree that votes shall end sooner. */
export async function askForPhase(ctx: Ctx, phaseId: string, form: PhaseInput): Promise<void> {
	await together(ctx, async (ctx) => {
		const { consultation, phase, state } = await plannedChange(ctx, phaseId, form);
		await approvals.ask(ctx, subjectOf(consultation, phase, form), state);
	});
}

/** Agrees to exactly this change; `seen` is its digest. */
export async function approvePhase(ctx: Ctx, phaseId: string, form: PhaseInput, seen: string): Promise<void> {
	await together(ctx, async (ctx) => {
		const { consultation, phase, state } = await plannedChange(ctx, phaseId, form);
		await approvals.give(ctx, subjectOf(consultation, phase, form), state, seen);
	});
}

export async function takeBackForPhase(ctx: Ctx, phaseId: string, form: PhaseInput): Promise<void> {
	await together(ctx, async (ctx) => {
		const { consultation, phase } = await plannedChange(ctx, phaseId, form);
		await approvals.takeBack(ctx, subjectOf(consultation, phase, form));
	});
}
