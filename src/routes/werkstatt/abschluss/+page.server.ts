import { z } from 'zod';
import { isApprovedByAnother, mayApproveKind } from '#lib/approvals/approval.ts';
import { shownApprovals } from '#lib/approvals/shown.ts';
import * as closure from '#lib/closure/closure.server.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';
import { explain } from '#lib/texts/texts.ts';

const StateForm = z.object({ state: z.string('wrong').max(64, 'wrong') });

export const load = async ({ locals: { ctx } }) => {
	const { consultation, closedAt, undone, state, approvals, verdict, endings } = await showing(closure.standing(ctx));
	const approvedBy = approvals.given.map(({ personId }) => personId);
	return {
		title: consultation.title,
		...{ closedAt, undone, endings, state: state.digest },
		approvals: shownApprovals(approvals),
		/** null: everything announced is over. */
		whyNotClose: explain(verdict),
		whyNotApprove: explain(mayApproveKind(ctx.person, 'closure')),
		whyNotYet: explain(isApprovedByAnother(ctx.person, approvedBy))
	};
};

export const actions = {
	ask: (event) =>
		act(event, z.object({}), async (ctx) => {
			await closure.ask(ctx);
			return '/werkstatt/abschluss?ok=approvalAsked';
		}),
	approve: (event) =>
		act(event, StateForm, async (ctx, { state }) => {
			await closure.approve(ctx, state);
			return '/werkstatt/abschluss?ok=closureApproved';
		}),
	takeBack: (event) =>
		act(event, z.object({}), async (ctx) => {
			await closure.takeBack(ctx);
			return '/werkstatt/abschluss?ok=approvalTakenBack';
		}),
	close: (event) =>
		act(event, StateForm, async (ctx, { state }) => {
			await closure.close(ctx, state);
			return '/werkstatt/abschluss?ok=processClosed';
		})
};
