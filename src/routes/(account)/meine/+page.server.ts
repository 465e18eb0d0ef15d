import { z } from 'zod';
import * as amendments from '#lib/amendments/amendments.server.ts';
import * as answers from '#lib/answers/answers.server.ts';
import * as board from '#lib/board/board.server.ts';
import * as comments from '#lib/comments/comments.server.ts';
import { mayNow, turnOf } from '#lib/consultations/consultation.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import * as evaluations from '#lib/evaluations/evaluations.server.ts';
import * as moderation from '#lib/moderation/moderation.server.ts';
import { mayTakePart } from '#lib/people/participant.ts';
import { isStaff } from '#lib/people/person.ts';
import { mayPropose, titleFrom } from '#lib/proposals/proposal.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import * as recording from '#lib/recording/recording.server.ts';
import { act } from '#lib/server/http/forms/act.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { requireSignIn } from '#lib/server/http/signIn/requireSignIn.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { explain } from '#lib/texts/texts.ts';
import * as understanding from '#lib/understanding/understanding.server.ts';
import * as votes from '#lib/votes/votes.server.ts';

const PlaceInLists = z.object({
	beitraege: z.coerce.number().int().optional().catch(undefined),
	aenderungen: z.coerce.number().int().optional().catch(undefined),
	kommentare: z.uuid().optional().catch(undefined)
});

async function contributions(ctx: Ctx, after: number | null) {
	const { drafts, sent, next } = await proposals.minePage(ctx, after);
	const ids = sent.map((one) => one.id);
	const decisions = await moderation.decisionsFor(ctx, ids);
	const places = await strategy.placesOf(ctx, ids);
	const given = await answers.publishedFor(ctx, ids);
	const changes = await moderation.ownChanges(ctx, ids);
	return {
		drafts: drafts.map(({ id, title, body, language }) => ({ id, title: title || titleFrom(body), language })),
		proposals: sent.map(({ id, number, title, language, kind, field, state, submittedAt }) => ({
			...{ number, title, language, kind, field, state, submittedAt },
			decision: decisions.get(id) ?? null,
			change: changes.get(id) ?? null,
			places: places.get(id) ?? [],
			answer: given.get(id) ?? null
		})),
		nextProposals: next
	};
}

async function discussion(ctx: Ctx, after: string | null) {
	const { comments: own, next } = await comments.minePage(ctx, after);
	const points = await strategy.headingsOf(
		ctx,
		own.flatMap((one) => one.wordingId ?? [])
	);
	const decisions = await moderation.decisionsFor(
		ctx,
		own.map((one) => one.id)
	);
	const changes = await moderation.ownChanges(
		ctx,
		own.map((one) => one.id)
	);
	const amended = await amendments.headings(
		ctx,
		own.flatMap((one) => (one.about.kind === 'amendment' ? one.about.id : []))
	);
	const shown = own.map(({ id, stance, body, state, createdAt, proposal, wordingId, about }) => ({
		...{ id, stance, body, state, createdAt, proposal },
		amendment: amended.find((one) => one.id === about.id && one.state === 'published')?.number ?? null,
		point: (wordingId !== null && points.get(wordingId)) || null,
		decision: decisions.get(id) ?? null,
		change: changes.get(id) ?? null
	}));
	return { comments: shown, nextComments: next };
}

async function proposed(ctx: Ctx, after: number | null) {
	const { amendments: own, next } = await amendments.minePage(ctx, after);
	const points = await strategy.headingsOf(
		ctx,
		own.map((one) => one.wordingId)
	);
	const decisions = await moderation.decisionsFor(
		ctx,
		own.map((one) => one.id)
	);
	const changes = await moderation.ownChanges(
		ctx,
		own.map((one) => one.id)
	);
	const shown = own.map(({ id, number, title, state, createdAt, decision, wordingId }) => ({
		...{ number, title, state, createdAt },
		decision: decision?.publishedAt ? decision : null,
		screening: decisions.get(id) ?? null,
		change: changes.get(id) ?? null,
		point: points.get(wordingId)?.number ?? null
	}));
	return { amendments: shown, nextAmendments: next };
}

export const load = async ({ locals: { ctx }, url }) => {
	requireSignIn(ctx, '/meine');
	const at = PlaceInLists.parse(Object.fromEntries(url.searchParams));
	// Before the first consultation there is nothing one could do, but nothing is wrong either.
	const phases = (await consultations.find(ctx))?.phases ?? [];
	return {
		...(await contributions(ctx, at.beitraege ?? null)),
		asked: mayTakePart(ctx.person).ok ? (await understanding.asked(ctx)).length : 0,
		board: await board.isWaiting(ctx),
		evaluations: await evaluations.countWaiting(ctx),
		...(await proposed(ctx, at.aenderungen ?? null)),
		...(await discussion(ctx, at.kommentare ?? null)),
		peers: proposals.amongPeers(ctx, phases),
		/** In which lists one has gone on: there is a way back. */
		at,
		votes: await votes.own(ctx),
		supports: await proposals.ownSupports(ctx),
		recorded: await recording.countMine(ctx),
		whyNot: isStaff(ctx.person) ? explain(mayTakePart(ctx.person)) : null,
		voting: mayNow(phases, 'vote', ctx.now, turnOf(ctx.person)).ok,
		mayPropose: mayPropose({ person: ctx.person, phases, now: ctx.now }).ok
	};
};

export const actions = {
	takeOver: (event) =>
		act(event, z.object({}), async (ctx) => {
			await recording.claimMine(ctx);
			return '/meine?ok=takenOver';
		})
};
