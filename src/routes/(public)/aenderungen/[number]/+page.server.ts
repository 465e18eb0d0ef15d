import { z } from 'zod';
import { mayWithdraw } from '#lib/amendments/amendment.ts';
import * as amendments from '#lib/amendments/amendments.server.ts';
import { CommentForm } from '#lib/comments/comment.ts';
import * as comments from '#lib/comments/comments.server.ts';
import { personalDataCheck } from '#lib/moderation/hints/personalDataCheck.ts';
import { shownAs } from '#lib/people/person.ts';
import * as moderation from '#lib/moderation/moderation.server.ts';
import { SupportForm } from '#lib/proposals/proposal.ts';
import * as recording from '#lib/recording/recording.server.ts';
import { signedIn } from '#lib/server/ctx.ts';
import { act, review, showing } from '#lib/server/http/forms/act.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { isoDay } from '#lib/texts/dates.ts';
import { whyNot } from '#lib/texts/texts.ts';
import { yes } from '#lib/verdict.ts';

export const load = async ({ locals: { ctx }, params, url }) => {
	const amendment = await showing(amendments.byNumber(ctx, Number(params.number)));
	const { id, consultationId, number, title, reason, state, supportCount, decision, mine } = amendment;
	// The public reads the day: the minute would tell who was at a screen just then.
	const days = {
		createdAt: isoDay(amendment.createdAt),
		redactedAt: amendment.redactedAt && isoDay(amendment.redactedAt)
	};
	const { authorName, authorGroup } = amendment;
	const point = (await strategy.headingsOf(ctx, [amendment.wordingId])).get(amendment.wordingId);
	const decided = Boolean(decision?.publishedAt);
	const support = await amendments.supportOf(ctx, amendment);
	const supporting = whyNot(support.may);
	const about = { kind: 'amendment', id, consultationId } as const;
	const { discussion } = await recording.discussion(ctx, about, yes, url.searchParams.get('nach'));
	const { may: mayComment, ...thread } = discussion;
	return {
		amendment: { number, title, reason, state, ...days, supportCount, authorName, authorGroup, decision },
		point: { number: point?.number ?? 0, title: point?.title ?? '' },
		change: state === 'withdrawn' ? null : await strategy.changeOf(ctx, amendment),
		former: await moderation.former(ctx, id),
		supported: support.supported,
		supportingOrganisations: support.organisations,
		whyNotSupport: supporting.whyNot,
		signInToSupport: supporting.signInHelps,
		mayWithdraw: mine && state !== 'withdrawn' && mayWithdraw(ctx.person, ctx.person?.id ?? null, decided).ok,
		moderateHref: thread.moderate ? `/werkstatt/eingang/aenderung/${id}` : null,
		discussion: { ...thread, ...whyNot(mayComment) }
	};
};

export const actions = {
	previewComment: (event) =>
		review(event, personalDataCheck(CommentForm), async (ctx, form) => {
			await comments.write(ctx, (ctx) => amendments.subjectOf(ctx, Number(event.params.number)), form);
			return shownAs(signedIn(ctx));
		}),
	comment: (event) =>
		act(event, personalDataCheck(CommentForm), async (ctx, form) => {
			await comments.write(ctx, (ctx) => amendments.subjectOf(ctx, Number(event.params.number)), form);
			return `/aenderungen/${event.params.number}?ok=commentSent`;
		}),
	support: (event) =>
		act(event, SupportForm, async (ctx, { wanted }) => {
			await amendments.support(ctx, Number(event.params.number), wanted === 'yes');
			return `/aenderungen/${event.params.number}?ok=${wanted === 'yes' ? 'amendmentBacked' : 'amendmentUnbacked'}`;
		}),
	withdraw: (event) =>
		act(event, z.object({}), async (ctx) => {
			await moderation.withdrawAmendment(ctx, Number(event.params.number));
			return `/aenderungen/${event.params.number}?ok=amendmentWithdrawn`;
		})
};
