import { z } from 'zod';
import { shownApprovals } from '#lib/approvals/shown.ts';
import { ApproveForm, mayPublishAddendum } from '#lib/corrections/addendum.ts';
import * as corrections from '#lib/corrections/corrections.server.ts';
import { placeLabel, thingLink } from '#lib/corrections/shown.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';
import { compareMarkdown } from '#lib/strategy/diff/wordDiff.ts';
import { explain } from '#lib/texts/texts.ts';
import { all } from '#lib/verdict.ts';

const desk = (id: string) => `/werkstatt/berichtigungen/${id}`;

/** What it would do, in the words of the page. */
async function effect(ctx: Ctx, draft: corrections.Draft) {
	const { facts, target } = draft;
	const nothing = { correction: null, removal: null, restores: null, successor: null };
	if (facts.kind === 'correction') {
		const parts = compareMarkdown(facts.old, facts.new);
		return { ...nothing, correction: { place: placeLabel(facts.place), old: facts.old, parts } };
	}
	if (facts.kind === 'removal') {
		const { passages, days, order } = facts;
		return { ...nothing, removal: { passages, days, order, found: await corrections.blackenedBy(ctx, draft) } };
	}
	if (facts.kind === 'restoration') return { ...nothing, restores: facts.removal };
	const { successor: number } = facts;
	return { ...nothing, successor: number === null ? null : thingLink({ kind: target.kind, number }) };
}

async function read(ctx: Ctx, id: string) {
	const draft = await corrections.draft(ctx, id);
	const { title } = await corrections.published(ctx, draft.target);
	const may = await corrections.mayCarryOut(ctx, draft);
	const approvals = await corrections.approvalsOf(ctx, draft);
	const approvedBy = approvals.given.map((one) => one.personId);
	return {
		...{ kind: draft.facts.kind, reason: draft.reason, thing: { ...thingLink(draft.target), title } },
		...(await effect(ctx, draft)),
		approvals: shownApprovals(approvals),
		state: (await corrections.approvalState(ctx, draft)).digest,
		whyNotApprove: explain(may),
		whyNotPublish: explain(all(may, mayPublishAddendum(ctx.person, approvedBy)))
	};
}

export const load = ({ locals: { ctx }, params }) => showing(read(ctx, params.id));

const Nothing = z.object({});

export const actions = {
	ask: (event) =>
		act(event, Nothing, async (ctx) => {
			await corrections.ask(ctx, event.params.id);
			return `${desk(event.params.id)}?ok=approvalAsked`;
		}),
	approve: (event) =>
		act(event, ApproveForm, async (ctx, form) => {
			await corrections.approve(ctx, event.params.id, form);
			return `${desk(event.params.id)}?ok=approvalGiven`;
		}),
	takeBack: (event) =>
		act(event, Nothing, async (ctx) => {
			await corrections.takeApprovalBack(ctx, event.params.id);
			return `${desk(event.params.id)}?ok=approvalTakenBack`;
		}),
	publish: (event) =>
		act(event, Nothing, async (ctx) => {
			const number = await corrections.publish(ctx, event.params.id);
			return `/berichtigungen?ok=addendumPublished#nr-${number}`;
		}),
	discard: (event) =>
		act(event, Nothing, async (ctx) => {
			await corrections.discard(ctx, event.params.id);
			return '/werkstatt/berichtigungen?ok=addendumDiscarded';
		})
};
