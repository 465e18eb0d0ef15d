import { mayAmend } from '#lib/amendments/amendment.ts';
import * as amendments from '#lib/amendments/amendments.server.ts';
import * as calls from '#lib/calls/calls.server.ts';
import { CommentForm, idsIn, mayComment } from '#lib/comments/comment.ts';
import * as comments from '#lib/comments/comments.server.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { hinting } from '#lib/moderation/hinting.ts';
import * as hands from '#lib/hands/hands.server.ts';
import { mayModerate } from '#lib/moderation/screening.ts';
import * as recording from '#lib/recording/recording.server.ts';
import { toldAll } from '#lib/recording/told.ts';
import { toAsk } from '#lib/people/consent.ts';
import * as consents from '#lib/people/consents.server.ts';
import * as promises from '#lib/promises/promises.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { act, showing } from '#lib/server/http/act.ts';
import { newDayId } from '#lib/server/ids.ts';
import { amendmentRows } from '#lib/strategy/amendmentRows.ts';
import { history } from '#lib/strategy/changes.ts';
import { toldKin } from '#lib/strategy/told.ts';
import type { Point } from '#lib/strategy/point.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { explain } from '#lib/texts/texts.ts';
import { no, signInHelps } from '#lib/verdict.ts';
import { VoteForm } from '#lib/votes/vote.ts';
import * as votes from '#lib/votes/votes.server.ts';

/** As it stands today; a dropped point as it stood last. */
async function standing(ctx: Ctx, point: Point) {
	const shown = point.current ?? point.wordings[0];
	const number = shown?.versionNumbers.at(-1);
	const head = number === undefined ? null : await strategy.headByNumber(ctx, number);
	const inVersion = head && (await strategy.pointIn(ctx, head.id, point.id));
	return {
		title: shown?.title ?? '',
		body: shown?.body ?? '',
		field: shown?.field ?? '',
		versionNumbers: shown?.versionNumbers ?? [],
		versionNumber: head?.number ?? null,
		published: Boolean(head?.publishedAt),
		sources: inVersion?.sources ?? [],
		amendments: inVersion?.amendments ?? [],
		measures: inVersion?.measures ?? [],
		note: inVersion?.editorialNote ?? null
	};
}

async function discussion(ctx: Ctx, point: Point, after: string | null) {
	const { phases } = await consultations.byId(ctx, point.consultationId);
	const facts = { person: ctx.person, phases, now: ctx.now, kind: 'point' } as const;
	const may = point.drop ? no('pointDropped') : mayComment(facts);
	const thread = await comments.page(ctx, { kind: 'point', id: point.id }, after);
	return {
		...thread,
		notes: toldAll(await recording.notesOn(ctx, idsIn(thread.comments))),
		whyNot: explain(may),
		signInHelps: signInHelps(may),
		formId: newDayId(ctx.now),
		ask: ctx.person ? toAsk(await consents.allowed(ctx)) : [],
		currentWordingId: point.current?.wordingId ?? null,
		moderate: mayModerate(ctx.person).ok
	};
}

/** What is proposed for it, and how that stands to today's wording. */
async function proposed(ctx: Ctx, point: Point, before: number | null) {
	const { phases } = await consultations.byId(ctx, point.consultationId);
	const may = point.drop ? no('pointDropped') : mayAmend({ person: ctx.person, phases, now: ctx.now });
	const { amendments: list, next } = await amendments.onPoint(ctx, point.id, before);
	const others = await amendments.open(ctx, { pointId: point.id });
	const all = [...list, ...others.filter((other) => !list.some((one) => one.id === other.id))];
	const newest = await strategy.latestHead(ctx, point.consultationId);
	const about = {
		fits: await strategy.fitsIn(ctx, newest?.id ?? null, all),
		comments: await comments.countsOnAmendments(
			ctx,
			list.map((one) => one.id)
		),
		hrefOf: (number: number) => `/aenderungen/${number}`
	};
	return {
		rows: amendmentRows(list, about),
		next,
		first: before === null,
		whyNot: explain(may),
		mayBegin: may.ok || signInHelps(may)
	};
}

/** Before and after it in the newest version, for whoever goes through it point by point. */
async function neighbours(ctx: Ctx, point: Point) {
	const all = await strategy.pointsNow(ctx, point.consultationId);
	const place = all.findIndex(({ pointId }) => pointId === point.id);
	const shown = (at: number) => all.slice(at, at + 1).map(({ number, title }) => ({ number, title }))[0] ?? null;
	return place < 0 ? null : { before: place > 0 ? shown(place - 1) : null, after: shown(place + 1) };
}

async function voting(ctx: Ctx, point: Point) {
	const { may, ...panel } = await votes.panel(ctx, point);
	return {
		...panel,
		whyNot: explain(may),
		signInHref: signInHelps(may) ? `/anmelden?weiter=/punkte/${point.number}` : null
	};
}

export const load = async ({ locals: { ctx }, params, url }) => {
	const point = await showing(strategy.pointByNumber(ctx, Number(params.number)));
	return {
		number: point.number,
		standing: await standing(ctx, point),
		neighbours: await neighbours(ctx, point),
		drop: point.drop,
		wordings: history(point.wordings),
		kin: toldKin(point),
		updates: await promises.updatesOf(ctx, point.id),
		calls: (await calls.restingOn(ctx, [point.id])).get(point.id) ?? [],
		voting: await voting(ctx, point),
		hands: await hands.onPoint(ctx, point.id, point.current?.wordingId ?? null),
		proposed: await proposed(ctx, point, Number(url.searchParams.get('vor')) || null),
		discussion: await discussion(ctx, point, url.searchParams.get('nach'))
	};
};

export const actions = {
	vote: (event) =>
		act(event, VoteForm, async (ctx, { choice, wording, seen }) => {
			const number = Number(event.params.number);
			await votes.cast(ctx, number, choice === 'none' ? null : choice, wording, seen);
			return `/punkte/${number}?ok=${choice === 'none' ? 'voteTakenBack' : 'voted'}#abstimmen`;
		}),
	comment: (event) =>
		act(event, hinting(CommentForm), async (ctx, form) => {
			await comments.write(ctx, (ctx) => strategy.subjectOf(ctx, Number(event.params.number)), form);
			return `/punkte/${event.params.number}?ok=commentSent`;
		})
};
