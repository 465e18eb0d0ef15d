import { z } from 'zod';
import { shownApprovals } from '#lib/approvals/shown.ts';
import {
	ApproveForm,
	gate,
	mayApproveCall,
	mayAskApproval,
	mayChangeCall,
	mayPublishCall,
	MoveForm,
	PublishForm,
	RemoveForm
} from '#lib/calls/call.ts';
import * as calls from '#lib/calls/calls.server.ts';
import { itemsOf } from '#lib/calls/itemSources.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { explain } from '#lib/texts/texts.ts';

const deskOf = (number: string) => `/werkstatt/aufrufe/${number}`;

async function release(ctx: Ctx, call: calls.Call) {
	const facts = calls.factsOf(ctx, call);
	const approvals = await calls.approvalsOf(ctx, call);
	return {
		approvals: shownApprovals(approvals),
		state: calls.approvalState(call).digest,
		mayAsk: mayAskApproval(facts).ok,
		whyNotApprove: explain(mayApproveCall(facts)),
		whyNotPublish: explain(
			mayPublishCall(
				facts,
				approvals.given.map((one) => one.personId)
			)
		)
	};
}

export const load = async ({ locals: { ctx }, params }) => {
	const call = await showing(calls.inWorkshop(ctx, Number(params.number)));
	const { points } = await showing(strategy.version(ctx, call.versionNumber));
	const facts = calls.factsOf(ctx, call);
	const { number, title, intro, deadline, versionNumber, revision, publishedAt } = call;
	return {
		call: { number, title, intro, deadline, versionNumber, revision, published: publishedAt !== null },
		items: itemsOf(call, points),
		missing: gate(facts.items)
			.map(explain)
			.filter((sentence) => sentence !== null),
		whyNotChange: explain(mayChangeCall(facts)),
		release: await release(ctx, call)
	};
};

export const actions = {
	move: (event) =>
		act(event, MoveForm, async (ctx, form) => {
			await calls.moveItem(ctx, Number(event.params.number), form);
			return `/werkstatt/aufrufe/${event.params.number}?ok=callSaved`;
		}),
	remove: (event) =>
		act(event, RemoveForm, async (ctx, { item }) => {
			await calls.removeItem(ctx, Number(event.params.number), item);
			return `/werkstatt/aufrufe/${event.params.number}?ok=callItemRemoved`;
		}),
	ask: (event) =>
		act(event, z.object({}), async (ctx) => {
			await calls.ask(ctx, Number(event.params.number));
			return `${deskOf(event.params.number)}?ok=approvalAsked`;
		}),
	approve: (event) =>
		act(event, ApproveForm, async (ctx, { state }) => {
			await calls.approve(ctx, Number(event.params.number), state);
			return `${deskOf(event.params.number)}?ok=approvalGiven`;
		}),
	takeBack: (event) =>
		act(event, z.object({}), async (ctx) => {
			await calls.takeApprovalBack(ctx, Number(event.params.number));
			return `${deskOf(event.params.number)}?ok=approvalTakenBack`;
		}),
	publish: (event) =>
		act(event, PublishForm, async (ctx, { revision }) => {
			await calls.publish(ctx, Number(event.params.number), revision);
			return `/aufrufe/${event.params.number}?ok=callPublished`;
		})
};
