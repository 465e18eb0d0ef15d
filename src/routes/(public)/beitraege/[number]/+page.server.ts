import { z } from 'zod';
import * as answers from '#lib/answers/answers.server.ts';
import * as calls from '#lib/calls/calls.server.ts';
import { CommentForm, idsIn, mayComment } from '#lib/comments/comment.ts';
import * as comments from '#lib/comments/comments.server.ts';
import type { Phase } from '#lib/consultations/consultation.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { hinting } from '#lib/moderation/hinting.ts';
import { mayModerate } from '#lib/moderation/screening.ts';
import { toAsk } from '#lib/people/consent.ts';
import * as consents from '#lib/people/consents.server.ts';
import { maySupport } from '#lib/proposals/proposal.ts';
import { supporting } from '#lib/people/organisations.server.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { toldAll } from '#lib/recording/told.ts';
import * as recording from '#lib/recording/recording.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { act, showing } from '#lib/server/http/act.ts';
import { newDayId } from '#lib/server/ids.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { explain } from '#lib/texts/texts.ts';
import { no, signInHelps } from '#lib/verdict.ts';

/** What the page shows. When somebody wrote it, and for whom, stays with us. */
function asShown({ number, kind, title, language, body, evidence, field, state, ...rest }: proposals.Proposal) {
	const { authorName, authorGroup, publishedAt, redactedAt, supportCount, commentCount, originUrl } = rest;
	const counts = { supportCount, commentCount };
	const author = { authorName, authorGroup };
	return {
		number,
		kind,
		title,
		language,
		body,
		evidence,
		field,
		state,
		...author,
		publishedAt,
		redactedAt,
		...counts,
		originUrl
	};
}

/** The thread, and whether the one who reads may write in it. */
async function discussion(ctx: Ctx, { id, state }: proposals.Proposal, phases: readonly Phase[], after: string | null) {
	const about = { kind: 'proposal', id } as const;
	const may =
		state === 'withdrawn'
			? no('withdrawnText')
			: mayComment({ person: ctx.person, phases, now: ctx.now, kind: 'proposal' });
	return {
		...(await comments.page(ctx, about, after)),
		whyNot: explain(may),
		signInHelps: signInHelps(may),
		formId: newDayId(ctx.now),
		ask: ctx.person ? toAsk(await consents.allowed(ctx)) : [],
		moderate: mayModerate(ctx.person).ok
	};
}

/** What became of it: the answer, its places in the strategy, and what rests on it in calls. */
async function outcome(ctx: Ctx, id: string) {
	return {
		answer: (await answers.publishedFor(ctx, [id])).get(id) ?? null,
		places: (await strategy.placesOf(ctx, [id])).get(id) ?? [],
		calls: (await calls.restingOnProposals(ctx, [id])).get(id) ?? []
	};
}

export const load = async ({ locals: { ctx }, params, url }) => {
	const proposal = await showing(proposals.byNumber(ctx, Number(params.number)));
	const { phases } = await consultations.byId(ctx, proposal.consultationId);
	const authorId = proposal.mine ? (ctx.person?.id ?? null) : null;
	const supported = (await proposals.supported(ctx, [proposal.id])).has(proposal.id);
	const facts = { person: ctx.person, phases, now: ctx.now, authorId, state: proposal.state };
	const back = maySupport({ ...facts, takingBack: supported });
	const thread = await discussion(ctx, proposal, phases, url.searchParams.get('nach'));
	const notes = await recording.notesOn(ctx, [proposal.id, ...idsIn(thread.comments)]);
	return {
		proposal: asShown(proposal),
		german: (await proposals.summariesOf(ctx, [proposal])).get(proposal.id) ?? null,
		...(await outcome(ctx, proposal.id)),
		discussion: { ...thread, notes: toldAll(notes) },
		recorded: notes.get(proposal.id) ?? null,
		moderateHref: mayModerate(ctx.person).ok ? `/werkstatt/eingang/beitrag/${proposal.id}` : null,
		supported,
		supportingOrganisations: await supporting(ctx, 'proposal', proposal.id),
		whyNotSupport: explain(back),
		signInToSupport: signInHelps(back)
	};
};

const SupportForm = z.object({ wanted: z.enum(['yes', 'no']) });

export const actions = {
	comment: (event) =>
		act(event, hinting(CommentForm), async (ctx, form) => {
			await comments.write(ctx, (ctx) => comments.aboutProposal(ctx, Number(event.params.number)), form);
			return `/beitraege/${event.params.number}?ok=commentSent`;
		}),
	support: (event) =>
		act(event, SupportForm, async (ctx, { wanted }) => {
			await proposals.support(ctx, Number(event.params.number), wanted === 'yes');
			return `/beitraege/${event.params.number}?ok=${wanted === 'yes' ? 'supported' : 'unsupported'}`;
		})
};
