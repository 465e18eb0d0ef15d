import { z } from 'zod';
import * as amendments from '#lib/amendments/amendments.server.ts';
import * as answers from '#lib/answers/answers.server.ts';
import * as comments from '#lib/comments/comments.server.ts';
import { mayNow } from '#lib/consultations/consultation.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import * as moderation from '#lib/moderation/moderation.server.ts';
import { mayPropose } from '#lib/proposals/proposal.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import * as recording from '#lib/recording/recording.server.ts';
import { act } from '#lib/server/http/act.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { visitorOrSignIn } from '#lib/server/http/visitor.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import * as understanding from '#lib/understanding/understanding.server.ts';
import * as votes from '#lib/votes/votes.server.ts';

async function contributions(ctx: Ctx) {
	const all = await proposals.mine(ctx);
	const sent = all.filter((one) => one.state !== 'draft');
	const ids = sent.map((one) => one.id);
	const decisions = await moderation.decisionsFor(ctx, ids);
	const places = await strategy.placesOf(ctx, ids);
	const given = await answers.publishedFor(ctx, ids);
	return {
		drafts: all.filter((one) => one.state === 'draft').map(({ id, title }) => ({ id, title })),
		proposals: sent.map(({ id, number, title, kind, field, state, submittedAt }) => ({
			...{ number, title, kind, field, state, submittedAt },
			decision: decisions.get(id) ?? null,
			places: places.get(id) ?? [],
			answer: given.get(id) ?? null
		}))
	};
}

async function discussion(ctx: Ctx) {
	const own = await comments.mine(ctx);
	const points = await strategy.headingsOf(
		ctx,
		own.flatMap((one) => one.wordingId ?? [])
	);
	const decisions = await moderation.decisionsFor(
		ctx,
		own.map((one) => one.id)
	);
	const amended = await amendments.headings(
		ctx,
		own.flatMap((one) => (one.about.kind === 'amendment' ? one.about.id : []))
	);
	return own.map(({ id, stance, body, state, createdAt, proposal, wordingId, about }) => ({
		...{ id, stance, body, state, createdAt, proposal },
		amendment: amended.find((one) => one.id === about.id && one.state === 'published')?.number ?? null,
		point: (wordingId !== null && points.get(wordingId)) || null,
		decision: decisions.get(id) ?? null
	}));
}

async function proposed(ctx: Ctx) {
	const own = await amendments.mine(ctx);
	const points = await strategy.headingsOf(
		ctx,
		own.map((one) => one.wordingId)
	);
	return own.map(({ number, title, state, createdAt, decision, wordingId }) => ({
		...{ number, title, state, createdAt },
		decision: decision?.publishedAt ? decision : null,
		point: points.get(wordingId)?.number ?? null
	}));
}

export const load = async ({ locals: { ctx } }) => {
	visitorOrSignIn(ctx, '/meine');
	// Before the first consultation there is nothing one could do, but nothing is wrong either.
	const phases = (await consultations.all(ctx))[0]?.phases ?? [];
	return {
		...(await contributions(ctx)),
		asked: (await understanding.asked(ctx)).length,
		amendments: await proposed(ctx),
		comments: await discussion(ctx),
		votes: await votes.own(ctx),
		supports: await proposals.ownSupports(ctx),
		recorded: await recording.countMine(ctx),
		voting: mayNow(phases, 'vote', ctx.now).ok,
		mayPropose: mayPropose({ person: ctx.person, phases, now: ctx.now }).ok
	};
};

export const actions = {
	takeOver: (event) =>
		act(event, z.object({}), async (ctx) => {
			await recording.takeOverMine(ctx);
			return '/meine?ok=takenOver';
		})
};
