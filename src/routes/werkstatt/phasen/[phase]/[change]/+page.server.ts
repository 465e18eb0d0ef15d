import { error } from '@sveltejs/kit';
import { z } from 'zod';
import { isApprovedByAnother, mayApproveKind } from '#lib/approvals/approval.ts';
import { shownApprovals } from '#lib/approvals/shown.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { changeFromAddress } from '#lib/consultations/phases.ts';
import { act, showing } from '#lib/server/http/act.ts';
import { explain } from '#lib/texts/texts.ts';

const StateForm = z.object({ state: z.string('wrong').max(64, 'wrong') });

function changeIn({ change }: { change: string }) {
	return changeFromAddress(change) ?? error(404);
}

export const load = async ({ locals: { ctx }, params }) => {
	const { form, from, until } = changeIn(params);
	const planned = await showing(consultations.plannedChange(ctx, params.phase, form));
	const { consultation, phase, consequences, state, approvals } = planned;
	return {
		title: consultation.title,
		kind: phase.kind,
		was: { beginsAt: phase.beginsAt, endsAt: phase.endsAt, actions: [...phase.actions] },
		becomes: { ...form, actions: [...form.actions] },
		...{ from, until, consequences, state: state.digest },
		graceHours: ctx.house.config.graceHours,
		second: approvals && {
			approvals: shownApprovals(approvals),
			whyNotApprove: explain(mayApproveKind(ctx.person, 'phase')),
			whyNotYet: explain(
				isApprovedByAnother(
					ctx.person,
					approvals.given.map(({ personId }) => personId)
				)
			)
		}
	};
};

const here = ({ phase, change }: { phase: string; change: string }) => `/werkstatt/phasen/${phase}/${change}`;

export const actions = {
	change: (event) =>
		act(event, StateForm, async (ctx, { state }) => {
			await consultations.changePhase(ctx, event.params.phase, changeIn(event.params).form, state);
			return '/werkstatt/phasen?ok=phaseChanged';
		}),
	ask: (event) =>
		act(event, z.object({}), async (ctx) => {
			await consultations.askForPhase(ctx, event.params.phase, changeIn(event.params).form);
			return `${here(event.params)}?ok=approvalAsked`;
		}),
	approve: (event) =>
		act(event, StateForm, async (ctx, { state }) => {
			await consultations.approvePhase(ctx, event.params.phase, changeIn(event.params).form, state);
			return `${here(event.params)}?ok=phaseApproved`;
		}),
	takeBack: (event) =>
		act(event, z.object({}), async (ctx) => {
			await consultations.takeBackForPhase(ctx, event.params.phase, changeIn(event.params).form);
			return `${here(event.params)}?ok=approvalTakenBack`;
		})
};
