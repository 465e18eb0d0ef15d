import * as consultations from '../../consultations/consultations.server.ts';
import * as profile from '../../profile/profile.server.ts';
import type { Ctx } from '../../server/ctx.ts';
import { nextNumber } from '../../server/db/counters.ts';
import { transaction } from '../../server/db/transaction.ts';
import { record } from '../../server/journal/journal.server.ts';
import * as strategy from '../../strategy/strategy.server.ts';
import { knownOf } from '../../votes/results/publishedResult.ts';
import { PRESENCE } from '../../votes/suppression/suppression.ts';
import * as votes from '../../votes/votes.server.ts';
import { analyse } from '../analysis.ts';
import { compute, draw, peopleIn, type Drawing, type Ground } from './drawLandscape.ts';
import { inputDigest, sha256OfParts } from '../input.server.ts';
import { ACTIVE_MIN, EVERY, LandscapeText, PEOPLE_MIN } from './landscape.ts';
import type { Matrix } from '../matrix.ts';
import { ANSWERS, answersOf, sizesOf } from './releaseGroups.ts';
import * as store from '../store.server.ts';
import { collect, dayOf, votersSince } from '../voters.server.ts';
import { elapsed } from '../../time.ts';

/**
 * A chore: draws the landscape of every consultation anew, at most once a day and only when enough people have voted
 * since. Returns how many were published. The computing is done outside the transaction: it takes seconds.
 *
 * A ballot knows its day and no more. So a landscape holds whole days, up to yesterday: then each vote is in exactly the
 * first one after it, and those of a phase's last day are not lost.
 */
export async function drawLandscapes(ctx: Ctx): Promise<number> {
	// What is told of declared groups follows from their results, as they are published.
	await votes.publishResults(ctx);
	let drawn = 0;
	for (const { id, title } of await consultations.all(ctx)) drawn += (await drawOne(ctx, id, title)) ? 1 : 0;
	return drawn;
}

async function drawOne(ctx: Ctx, consultationId: string, consultation: string): Promise<boolean> {
	const last = await store.newest(ctx.db, consultationId);
	if (last && elapsed(last.at, ctx.now) < EVERY) return false;
	const points = await strategy.currentPoints(ctx, consultationId);
	const boxes = await store.newestBoxes(
		ctx.db,
		points.map(({ wordingId }) => wordingId)
	);
	if (boxes.length === 0) return false;
	const boxIds = boxes.map(({ id }) => id);
	const before = dayOf(ctx.now);
	if (last && (await votersSince(ctx, boxes, { from: dayOf(last.at), before })) < ACTIVE_MIN) return false;
	const counts = await store.tallies(ctx.db, boxIds);
	const most = Math.max(0, ...boxes.map(({ id }) => votesIn(counts.filter(({ boxId }) => boxId === id))));
	if (most < PEOPLE_MIN) return false;
	const { matrix, declared } = await collect(ctx, boxes, before);
	const former = last ? LandscapeText.parse(JSON.parse(last.content)) : null;
	const told = await resultsOn(ctx, points, boxes);
	const groups = await profile.groupKeys(ctx);
	return publish(ctx, { consultationId, consultation, ground: { matrix, declared, groups, former, points: told } });
}

/** By wording, with what everybody may see of its results in this phase. */
async function resultsOn(
	ctx: Ctx,
	points: readonly { pointId: string; wordingId: string; number: number; title: string }[],
	boxes: readonly { wordingId: string; phaseId: string }[]
): Promise<Ground['points']> {
	const rounds = await votes.published(
		ctx,
		points.map(({ pointId }) => pointId)
	);
	const phaseId = boxes[0]?.phaseId;
	const known = points.map(({ pointId, wordingId, number, title }) => {
		const own = rounds.get(pointId)?.find((round) => round.wordingId === wordingId && round.phaseId === phaseId);
		const persons = own?.persons.flatMap((row) => knownOf(row) ?? []) ?? [];
		return [wordingId, { number, title, declared: persons, bridge: own?.summary.bridge ?? null }] as const;
	});
	return new Map(known);
}

function votesIn(counts: readonly { agree: number; pass: number; disagree: number }[]): number {
	return counts.reduce((sum, { agree, pass, disagree }) => sum + agree + pass + disagree, 0);
}

interface Subject {
	consultationId: string;
	consultation: string;
	ground: Ground;
}

async function publish(ctx: Ctx, { consultationId, consultation, ground }: Subject): Promise<boolean> {
	const analysis = analyse(ground.matrix);
	if (peopleIn(analysis) < PEOPLE_MIN) return false;
	const drawing = compute(analysis, ground);
	const head = { at: ctx.now, consultation, input: inputDigest(ground.matrix) };
	return transaction(ctx, async (ctx) => {
		// Another process may have been faster.
		const last = await store.newest(ctx.db, consultationId);
		if (last && elapsed(last.at, ctx.now) < EVERY) return false;
		const released = await release(ctx, consultationId, drawing);
		const number = await nextNumber(ctx, 'landscape');
		const content = JSON.stringify(draw(drawing, released, { ...head, number }));
		await store.add(ctx.db, { number, consultationId, at: ctx.now, content, digest: sha256OfParts(content) });
		await votes.noteTelling(ctx, tellingIn(ground.matrix, drawing));
		await record(ctx, { verb: 'landscape.published', subjectId: String(number), consultationId, details: { number } });
		return true;
	});
}

/** What may be told of the counts behind a landscape, beside everything that was told before. */
async function release(ctx: Ctx, consultationId: string, drawing: Drawing) {
	const subject = (what: string) => `landscape ${what} ${consultationId}`;
	const sizes = { subject: subject('sizes'), now: sizesOf(drawing) };
	const answers = { subject: subject('answers'), now: answersOf(drawing) };
	return { sizes: await votes.release(ctx, sizes, PRESENCE), answers: await votes.release(ctx, answers, ANSWERS) };
}

function tellingIn({ statements }: Matrix, { analysis: { extremity }, undecided }: Drawing) {
	return new Map(
		statements.map((wording, column) => {
			return [wording, { extremity: extremity[column] ?? 0, undecided: undecided.get(wording) ?? 0 }] as const;
		})
	);
}
