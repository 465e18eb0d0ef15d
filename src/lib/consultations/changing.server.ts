import { isApprovedByAnother, stateOf, type ApprovalSubject, type State as Approved } from '../approvals/approval.ts';
import * as approvals from '../approvals/approvals.server.ts';
import { expectSeen, type State } from '../editState.ts';
import type { Ctx } from '../server/ctx.ts';
import { transaction } from '../server/db/transaction.ts';
import { t } from '../texts/texts.ts';
import { found, obey, Stale } from '../verdict.ts';
import type { Consultation, Phase } from './consultation.ts';
import {
	changeInAddress,
	consequencesOf,
	daysOf,
	endsVotes,
	groupBoxes,
	mayManagePhases,
	mayPlacePhase,
	opensPeers,
	type Consequence,
	type PhaseInput
} from './phases/phases.ts';
import { apply } from './edits.server.ts';
import { stateOfPhase } from './process.ts';
import { current } from './reading.server.ts';
import * as store from './store.server.ts';

/** When phases begin and end. What people would notice at once is confirmed; votes end sooner by two people only. */

/** The process, for those who may change its phases. */
export async function managed(ctx: Ctx): Promise<Consultation> {
	obey(mayManagePhases(ctx.person));
	return current(ctx);
}

/** A phase for those who may change it, with the consultation it belongs to. */
export async function managedPhase(ctx: Ctx, phaseId: string): Promise<{ consultation: Consultation; phase: Phase }> {
	const consultation = await managed(ctx);
	const phase = consultation.phases.find((one) => one.id === phaseId);
	return { consultation, phase: found(phase, 'phase') };
}

export interface PlannedChange {
	consultation: Consultation;
	phase: Phase;
	/** Empty: it is simply done. */
	consequences: Consequence[];
	/** What is confirmed and approved: from what to what. */
	state: Approved;
	/** Whether votes end sooner. */
	votes: boolean;
	/** null: one person is enough. */
	approvals: approvals.ApprovalStanding | null;
}

/** What a change would do. Refused: phaseOverlap, and whoever may not change phases. */
export async function plannedChange(ctx: Ctx, phaseId: string, form: PhaseInput): Promise<PlannedChange> {
	const { consultation, phase } = await managedPhase(ctx, phaseId);
	obey(mayPlacePhase(consultation, phaseId, form));
	const state = stateOf({ dates: { was: placeOf(phase), becomes: placeOf(form) } });
	const votes = endsVotes(phase, form, ctx.now) && (await store.hasVotes(ctx.db, phaseId));
	const opens = opensPeers(phase, form, ctx.now) && (await store.hasPeerTexts(ctx.db, phaseId));
	return {
		...{ consultation, phase, state },
		consequences: consequencesOf(phase, form, ctx.now),
		votes,
		approvals: votes || opens ? await approvals.standing(ctx, subjectOf(consultation, phase, form), state) : null
	};
}

/** What is approved. For whom it is stands there only where it is not for everybody. */
function placeOf({ beginsAt, endsAt, actions, groups }: Pick<Phase, 'beginsAt' | 'endsAt' | 'actions' | 'groups'>) {
	const boxes = groupBoxes(groups).sort();
	return { beginsAt, endsAt, actions: [...actions].sort(), ...(boxes.length > 0 && { groups: boxes }) };
}

function subjectOf({ id }: Consultation, phase: Phase, form: PhaseInput): ApprovalSubject {
	const days = daysOf({ ...phase, ...form });
	const { actions, groups } = form;
	const path = `/werkstatt/phasen/${phase.id}/${changeInAddress({ ...days, actions, groups })}`;
	return { kind: 'phase', id: phase.id, consultationId: id, number: null, title: phase.title, path };
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
	await transaction(ctx, async (ctx) => {
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
		const after = stateOfPhase({ ...phase, ...form, groups: form.groups ?? {} });
		await apply(ctx, consultation, { part: 'phase', partId: phaseId, after });
	});
}

/** What the form of a phase shows, by field. */
export const phaseState = (phase: Phase): State => ({
	...daysOf(phase),
	actions: [...phase.actions].sort(),
	groups: groupBoxes(phase.groups).sort()
});

/** Like `changePhase`, for what has no consequences, by whoever filled the form: `mark` is that of `phaseState`. */
export async function changeSeenPhase(ctx: Ctx, phaseId: string, form: PhaseInput, mark: string): Promise<void> {
	await transaction(ctx, async (ctx) => {
		await expectPhase(ctx, phaseId, mark);
		await changePhase(ctx, phaseId, form);
	});
}

/** Stale: somebody else has moved the phase since the form was filled. */
export async function expectPhase(ctx: Ctx, phaseId: string, mark: string): Promise<void> {
	const { phase } = await managedPhase(ctx, phaseId);
	const text = phase.actions.map((action) => t.consultations.actions[action]).join(', ');
	expectSeen('phase', mark, phaseState(phase), [{ label: t.workshop.phases.form.actions, text }]);
}

/** Tells everybody who may agree that votes shall end sooner. */
export async function askForPhase(ctx: Ctx, phaseId: string, form: PhaseInput): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const { consultation, phase, state } = await plannedChange(ctx, phaseId, form);
		await approvals.ask(ctx, subjectOf(consultation, phase, form), state);
	});
}

/** Agrees to exactly this change; `seen` is its digest. */
export async function approvePhase(ctx: Ctx, phaseId: string, form: PhaseInput, seen: string): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const { consultation, phase, state } = await plannedChange(ctx, phaseId, form);
		await approvals.give(ctx, subjectOf(consultation, phase, form), state, seen);
	});
}

export async function takeBackForPhase(ctx: Ctx, phaseId: string, form: PhaseInput): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const { consultation, phase } = await plannedChange(ctx, phaseId, form);
		await approvals.takeBack(ctx, subjectOf(consultation, phase, form));
	});
}
