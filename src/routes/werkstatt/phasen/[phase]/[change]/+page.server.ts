import { error } from '@sveltejs/kit';
import { z } from 'zod';
import { isApprovedByAnother, mayApproveKind } from '#lib/approvals/approval.ts';
import { shownApprovals } from '#lib/approvals/shown.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { changeFromAddress, closedBy, announcedChanges } from '#lib/consultations/phases/phases.ts';
import { openingsOf } from '#lib/consultations/phases/phaseShown.ts';
import { authorKeys } from '#lib/profile/groups/group.ts';
import * as profile from '#lib/profile/profile.server.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';
import { explain } from '#lib/texts/texts.ts';

const StateForm = z.object({ state: z.string('wrong').max(64, 'wrong') });

function changeIn({ change }: { change: string }) {
	return changeFromAddress(change) ?? error(404);
}

export const load = async ({ locals: { ctx }, params }) => {
	const { form, from, until } = changeIn(params);
	const planned = await showing(consultations.plannedChange(ctx, params.phase, form));
	const { consultation, phase, consequences, state, votes, approvals } = planned;
	return {
		title: consultation.title,
		name: phase.title,
		was: { beginsAt: phase.beginsAt, endsAt: phase.endsAt, opens: openingsOf(phase) },
		becomes: { beginsAt: form.beginsAt, endsAt: form.endsAt, opens: openingsOf(form) },
		/** What is possible no more. `closed` says of every page whether the process is. */
		noMore: openingsOf(closedBy(phase, form, authorKeys((await profile.current(ctx)).groups))),
		...{ from, until, consequences, votes, state: state.digest },
		told: announcedChanges(phase, form, ctx.now).length > 0,
		graceHours: ctx.app.config.graceHours,
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
