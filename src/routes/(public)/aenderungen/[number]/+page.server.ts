import { supporting } from '#lib/people/organisations.server.ts';
import { z } from 'zod';
import { mayBack, mayWithdraw, type Amendment } from '#lib/amendments/amendment.ts';
import * as amendments from '#lib/amendments/amendments.server.ts';
import { CommentForm, mayComment } from '#lib/comments/comment.ts';
import * as comments from '#lib/comments/comments.server.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import type { Phase } from '#lib/consultations/consultation.ts';
import { mayModerate } from '#lib/moderation/screening.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { act, showing } from '#lib/server/http/act.ts';
import { newDayId } from '#lib/server/ids.ts';
import { differenceOf } from '#lib/strategy/fits.server.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { isoDay } from '#lib/texts/de/dates.ts';
import { explain } from '#lib/texts/texts.ts';
import { signInHelps } from '#lib/verdict.ts';

/** Beside the others that are open for the same point. */
async function changeOf(ctx: Ctx, amendment: Amendment) {
	const newest = await strategy.latestHead(ctx, amendment.consultationId);
	const others = await amendments.open(ctx, { pointId: amendment.pointId });
	const all = [amendment, ...others.filter((one) => one.id !== amendment.id)];
	const fit = (await strategy.fitsIn(ctx, newest?.id ?? null, all)).get(amendment.number);
	return fit ? { fit: fit.fit, collides: fit.collides, ...differenceOf(fit) } : null;
}

async function discussion(ctx: Ctx, id: string, phases: readonly Phase[], after: string | null) {
	const may = mayComment({ person: ctx.person, phases, now: ctx.now, kind: 'amendment' });
	return {
		...(await comments.page(ctx, { kind: 'amendment', id }, after)),
		whyNot: explain(may),
		signInHelps: signInHelps(may),
		formId: newDayId(ctx.now),
		moderate: mayModerate(ctx.person).ok
	};
}

export const load = async ({ locals: { ctx }, params, url }) => {
	const amendment = await showing(amendments.byNumber(ctx, Number(params.number)));
	const { phases } = await consultations.byId(ctx, amendment.consultationId);
	const { id, number, title, reason, state, supportCount, decision, mine } = amendment;
	// The public reads the day: the minute would tell who was at a screen just then.
	const days = {
		createdAt: isoDay(amendment.createdAt),
		redactedAt: amendment.redactedAt && isoDay(amendment.redactedAt)
	};
	const { authorName, authorGroup } = amendment;
	const point = (await strategy.headingsOf(ctx, [amendment.wordingId])).get(amendment.wordingId);
	const decided = Boolean(decision?.publishedAt);
	const facts = { person: ctx.person, phases, now: ctx.now, state, mine, decided };
	const supported = await amendments.supported(ctx, id);
	const back = mayBack({ ...facts, takingBack: supported });
	return {
		amendment: { number, title, reason, state, ...days, supportCount, authorName, authorGroup, decision },
		point: { number: point?.number ?? 0, title: point?.title ?? '' },
		change: state === 'withdrawn' ? null : await changeOf(ctx, amendment),
		supported,
		supportingOrganisations: await supporting(ctx, 'amendment', id),
		whyNotSupport: explain(back),
		signInToSupport: signInHelps(back),
		mayWithdraw: mine && state !== 'withdrawn' && mayWithdraw(ctx.person, ctx.person?.id ?? null, decided).ok,
		moderateHref: mayModerate(ctx.person).ok ? `/werkstatt/eingang/aenderung/${id}` : null,
		discussion: await discussion(ctx, id, phases, url.searchParams.get('nach'))
	};
};

const SupportForm = z.object({ wanted: z.enum(['yes', 'no']) });

export const actions = {
	comment: (event) =>
		act(event, CommentForm, async (ctx, form) => {
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
			await amendments.withdraw(ctx, Number(event.params.number));
			return `/aenderungen/${event.params.number}?ok=amendmentWithdrawn`;
		})
};
