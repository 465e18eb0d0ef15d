import * as calls from '#lib/calls/calls.server.ts';
import { CommentForm } from '#lib/comments/comment.ts';
import * as comments from '#lib/comments/comments.server.ts';
import * as corrections from '#lib/corrections/corrections.server.ts';
import * as hands from '#lib/hands/hands.server.ts';
import { personalDataCheck } from '#lib/moderation/hints/personalDataCheck.ts';
import { shownAs } from '#lib/people/person.ts';
import * as promises from '#lib/promises/promises.server.ts';
import * as readings from '#lib/readings/readings.server.ts';
import * as recording from '#lib/recording/recording.server.ts';
import { act, review, showing } from '#lib/server/http/forms/act.ts';
import { signedIn, type Ctx } from '#lib/server/ctx.ts';
import { wordsOf } from '#lib/server/print/blocks.ts';
import { beginning } from '#lib/texts/excerpt.ts';
import { officialWords } from '#lib/texts/locales/official.ts';
import { isOpen } from '#lib/strategy/points/point.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { lineageText } from '#lib/strategy/versions/changeText.ts';
import { history } from '#lib/strategy/versions/pointChanges.ts';
import { whyNot } from '#lib/texts/texts.ts';
import { VoteForm } from '#lib/votes/vote.ts';
import * as votes from '#lib/votes/votes.server.ts';

export const load = async ({ locals: { ctx }, params, url }) => {
	const point = await showing(strategy.pointByNumber(ctx, Number(params.number)));
	const { may: mayVote, ...panel } = await votes.panel(ctx, point);
	const voting = whyNot(mayVote);
	const { may: mayAmend, ...amendments } = await strategy.amendmentsOn(
		ctx,
		point,
		Number(url.searchParams.get('vor')) || null
	);
	const amending = whyNot(mayAmend);
	const about = { kind: 'point', id: point.id, consultationId: point.consultationId } as const;
	const { discussion } = await recording.discussion(ctx, about, isOpen(point), url.searchParams.get('nach'));
	const { may: mayComment, ...thread } = discussion;
	const currentWordingId = point.current?.wordingId ?? null;
	return {
		number: point.number,
		marks: await corrections.marksOnPoint(ctx, point.number),
		...(await standing(ctx, point)),
		neighbours: await strategy.neighbours(ctx, point),
		drop: point.drop,
		wordings: history(point.wordings),
		kin: lineageText(point),
		updates: await promises.updatesOf(ctx, point.id),
		calls: (await calls.restingOn(ctx, [point.id])).get(point.id) ?? [],
		voting: {
			...panel,
			whyNot: voting.whyNot,
			signInHref: voting.signInHelps ? `/anmelden?weiter=/punkte/${point.number}` : null
		},
		readings: await readings.onPoint(ctx, point.id, currentWordingId),
		hands: await hands.onPoint(ctx, point.id, currentWordingId),
		proposed: {
			...amendments,
			whyNot: amending.whyNot,
			mayBegin: mayAmend.ok || amending.signInHelps
		},
		discussion: { ...thread, ...whyNot(mayComment), currentWordingId }
	};
};

/** The point as it stands today, and how it is told where its page is shared. */
async function standing(ctx: Ctx, point: Awaited<ReturnType<typeof strategy.pointByNumber>>) {
	const standing = await strategy.pointToday(ctx, point);
	const words = wordsOf(officialWords(standing.body), { base: 1, origin: ctx.app.config.origin });
	return { standing, about: beginning(words) };
}

export const actions = {
	vote: (event) =>
		act(event, VoteForm, async (ctx, { choice, wording, seen }) => {
			const number = Number(event.params.number);
			await votes.castVote(ctx, number, choice === 'none' ? null : choice, wording, seen);
			return `/punkte/${number}?ok=${choice === 'none' ? 'voteTakenBack' : 'voted'}#abstimmen`;
		}),
	previewComment: (event) =>
		review(event, personalDataCheck(CommentForm), async (ctx, form) => {
			await comments.write(ctx, (ctx) => strategy.subjectOf(ctx, Number(event.params.number)), form);
			return shownAs(signedIn(ctx));
		}),
	comment: (event) =>
		act(event, personalDataCheck(CommentForm), async (ctx, form) => {
			await comments.write(ctx, (ctx) => strategy.subjectOf(ctx, Number(event.params.number)), form);
			return `/punkte/${event.params.number}?ok=commentSent`;
		})
};
