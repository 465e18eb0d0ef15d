import { z } from 'zod';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { ApproveForm, mayApprove, mayAsk, mayPublish, PublishForm } from '#lib/publishing/publishing.ts';
import * as publishing from '#lib/publishing/publishing.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { act, showing } from '#lib/server/http/act.ts';
import { mayDraft, mayReadDraft, WaiverForm } from '#lib/strategy/draft.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { CHECKS } from '#lib/strategy/understood.ts';
import { explain } from '#lib/texts/texts.ts';
import { obey } from '#lib/verdict.ts';
import { saved } from '../entwurf/saved.ts';

const desk = '/werkstatt/freigabe';

async function desktop(ctx: Ctx) {
	obey(mayReadDraft(ctx.person));
	const { id } = await consultations.leading(ctx);
	const draft = await strategy.draftOf(ctx, id);
	if (!draft) return { gate: null, draft: null };
	const { facts, versionId, number, title, revision, conditions, approvals, askedAt } = await publishing.standing(
		ctx,
		draft.id
	);
	return {
		gate: { versionId, number, title, revision, conditions, approvals, askedAt, lacking: facts.lacking },
		draft: {
			marks: { version: draft.id, revision: draft.revision },
			waived: draft.waived,
			checks: mayDraft(ctx.person).ok
				? CHECKS.filter((check) => conditions.some(({ key, state }) => key === check && state !== 'met'))
				: []
		},
		approved: approvals.some((one) => one.mine),
		mayAsk: mayAsk(ctx.person, facts).ok,
		whyNotApprove: explain(mayApprove(ctx.person, facts)),
		whyNotPublish: explain(mayPublish(ctx.person, facts))
	};
}

export const load = ({ locals: { ctx } }) => showing(desktop(ctx));

export const actions = {
	ask: (event) =>
		act(event, z.object({ version: z.uuid('wrong') }), async (ctx, { version }) => {
			await publishing.ask(ctx, version);
			return `${desk}?ok=approvalAsked`;
		}),
	waive: (event) =>
		act(event, WaiverForm, async (ctx, form) => {
			await strategy.waive(ctx, form);
			return `${desk}?ok=${await saved(ctx, form.version, 'checkWaived')}`;
		}),
	approve: (event) =>
		act(event, ApproveForm, async (ctx, { version, revision }) => {
			await publishing.approve(ctx, version, revision);
			return `${desk}?ok=approvalGiven`;
		}),
	publish: (event) =>
		act(event, PublishForm, async (ctx, { version, lacking }) => {
			const { number } = await publishing.publish(ctx, version, lacking);
			return `/fassungen/${number}?ok=versionPublished`;
		})
};
