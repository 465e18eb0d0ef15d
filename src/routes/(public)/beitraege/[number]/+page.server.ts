import * as answers from '#lib/answers/answers.server.ts';
import * as calls from '#lib/calls/calls.server.ts';
import { CommentForm } from '#lib/comments/comment.ts';
import * as comments from '#lib/comments/comments.server.ts';
import * as moderation from '#lib/moderation/moderation.server.ts';
import { personalDataCheck } from '#lib/moderation/hints/personalDataCheck.ts';
import { shownAs } from '#lib/people/person.ts';
import { SupportForm, takesComments } from '#lib/proposals/proposal.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import * as recording from '#lib/recording/recording.server.ts';
import { signedIn, type Ctx } from '#lib/server/ctx.ts';
import { act, review, showing } from '#lib/server/http/forms/act.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { whyNot } from '#lib/texts/texts.ts';

/** For its author: what was decided about it, and what became of a change. */
async function ownState(ctx: Ctx, id: string) {
	return {
		decision: (await moderation.decisionsFor(ctx, [id])).get(id) ?? null,
		change: (await moderation.ownChanges(ctx, [id])).get(id) ?? null
	};
}

export const load = async ({ locals: { ctx }, params, url }) => {
	const proposal = await showing(proposals.byNumber(ctx, Number(params.number)));
	const { id, consultationId } = proposal;
	const about = { kind: 'proposal', id, consultationId } as const;
	const after = url.searchParams.get('nach');
	const { discussion, recorded } = await recording.discussion(ctx, about, takesComments(proposal), after);
	const { may: mayComment, ...thread } = discussion;
	const support = await proposals.supportOf(ctx, proposal);
	const supporting = whyNot(support.may);
	return {
		proposal: proposals.shown(proposal),
		german: (await proposals.summariesOf(ctx, [proposal])).get(id) ?? null,
		answer: (await answers.publishedFor(ctx, [id])).get(id) ?? null,
		places: (await strategy.placesOf(ctx, [id])).get(id) ?? [],
		calls: (await calls.restingOnProposals(ctx, [id])).get(id) ?? [],
		own: proposal.mine ? await ownState(ctx, id) : null,
		former: await moderation.former(ctx, id),
		discussion: { ...thread, ...whyNot(mayComment) },
		recorded,
		moderateHref: thread.moderate ? `/werkstatt/eingang/beitrag/${id}` : null,
		supported: support.supported,
		supportingOrganisations: support.organisations,
		whyNotSupport: supporting.whyNot,
		signInToSupport: supporting.signInHelps
	};
};

export const actions = {
	previewComment: (event) =>
		review(event, personalDataCheck(CommentForm), async (ctx, form) => {
			await comments.write(ctx, (ctx) => comments.aboutProposal(ctx, Number(event.params.number)), form);
			return shownAs(signedIn(ctx));
		}),
	comment: (event) =>
		act(event, personalDataCheck(CommentForm), async (ctx, form) => {
			await comments.write(ctx, (ctx) => comments.aboutProposal(ctx, Number(event.params.number)), form);
			return `/beitraege/${event.params.number}?ok=commentSent`;
		}),
	support: (event) =>
		act(event, SupportForm, async (ctx, { wanted }) => {
			await proposals.support(ctx, Number(event.params.number), wanted === 'yes');
			return `/beitraege/${event.params.number}?ok=${wanted === 'yes' ? 'supported' : 'unsupported'}`;
		})
};
