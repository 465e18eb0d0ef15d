import * as consultations from '../consultations/consultations.server.ts';
import type { Ctx } from '../server/ctx.ts';
import { nextNumber } from '../server/db/counters.ts';
import { together } from '../server/db/together.ts';
import { record } from '../server/journal/journal.server.ts';
import * as strategy from '../strategy/strategy.server.ts';
import { knownOf } from '../votes/disclosure.ts';
import { PRESENCE } from '../votes/suppression.ts';
import * as votes from '../votes/votes.server.ts';
import { analyse, type Analysis } from './analysis.ts';
import { draw, numbersOf, peopleIn, type Ground } from './drawing.ts';
import { inputDigest, sha256 } from './input.server.ts';
import { ACTIVE_LEAST, EVERY, LandscapeText, PEOPLE_LEAST } from './landscape.ts';
import type { Matrix } from './matrix.ts';
import { ANSWERS, answersOf, sizesOf } from './releasing.ts';
import * as store from './store.server.ts';
import { collect, dayOf, votersSince } from './voters.server.ts';

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
	if (last && Date.parse(ctx.now) - Date.parse(last.at) < EVERY) return false;
	const points = await strategy.pointsNow(ctx, consultationId);
	const boxes = await store.newestBoxes(
		ctx.db,
		points.map(({ wordingId }) => wordingId)
	);
	if (boxes.length === 0) return false;
	const boxIds = boxes.map(({ id }) => id);
	const before = dayOf(ctx.now);
	if (last && (await votersSince(ctx, boxes, { from: dayOf(last.at), before })) < ACTIVE_LEAST) return false;
	const counts = await store.tallies(ctx.db, boxIds);
	const most = Math.max(0, ...boxes.map(({ id }) => votesIn(counts.filter(({ boxId }) => boxId === id))));
	if (most < PEOPLE_LEAST) return false;
	const { matrix, declared } = await collect(ctx, boxes, before);
	const former = last ? LandscapeText.parse(JSON.parse(last.content)) : null;
	const told = await resultsOn(ctx, points, boxes);
	return publish(ctx, { consultationId, consultation, ground: { matrix, declared, former, points: told } });
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

interface Drawn {
	consultationId: string;
	consultation: string;
	ground: Ground;
}

async function publish(ctx: Ctx, { consultationId, consultation, ground }: Drawn): Promise<boolean> {
	const head = { number: 0, at: ctx.now, consultation, input: inputDigest(ground.matrix) };
	const analysis = analyse(ground.matrix);
	if (peopleIn(analysis) < PEOPLE_LEAST) return false;
	return together(ctx, async (ctx) => {
		// Another process may have been faster.
		const last = await store.newest(ctx.db, consultationId);
		if (last && Date.parse(ctx.now) - Date.parse(last.at) < EVERY) return false;
		const numbers = numbersOf(analysis, ground.matrix, ground.former);
		const released = await release(ctx, consultationId, { analysis, numbers, matrix: ground.matrix });
		const number = await nextNumber(ctx, 'landscape');
		const content = JSON.stringify(draw(analysis, ground, { released, numbers, head: { ...head, number } }));
		await store.add(ctx.db, { number, consultationId, at: ctx.now, content, digest: sha256(content) });
		await votes.noteExtremity(ctx, byWording(ground.matrix, analysis));
		await record(ctx, { verb: 'landscape.published', subjectId: String(number), consultationId, details: { number } });
		return true;
	});
}

interface Counted {
	analysis: Analysis;
	numbers: readonly number[];
	matrix: Matrix;
}

/** What may be told of the counts behind a landscape, beside everything that was told before. */
async function release(ctx: Ctx, consultationId: string, { analysis, numbers, matrix }: Counted) {
	const subject = (what: string) => `landscape ${what} ${consultationId}`;
	const sizes = { subject: subject('sizes'), now: sizesOf(analysis, numbers) };
	const answers = { subject: subject('answers'), now: answersOf(analysis, numbers, matrix) };
	return { sizes: await votes.release(ctx, sizes, PRESENCE), answers: await votes.release(ctx, answers, ANSWERS) };
}

function byWording({ statements }: Matrix, { extremity }: Analysis): Map<string, number> {
	return new Map(statements.map((wording, column) => [wording, extremity[column] ?? 0]));
}
