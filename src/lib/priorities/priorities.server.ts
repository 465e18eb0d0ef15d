import * as consultations from '../consultations/consultations.server.ts';
import type { Phase } from '../consultations/consultation.ts';
import type { Ctx } from '../server/ctx.ts';
import * as strategy from '../strategy/strategy.server.ts';
import { found, NotFound } from '../verdict.ts';
import { computedFrom, readyRound, type Round } from './priority.ts';
import { ResultText, type Result } from './result/result.ts';
import type { Purse } from './shares/equalShares.ts';
import { roundOf, roundsOf } from './rounds.server.ts';
import * as store from './store.server.ts';

export { computeResults } from './computing.server.ts';
export { preparation, preparations, saveCosts, startRound } from './preparing.server.ts';
export { recordTickSheet, tickSheet } from './tickSheets.server.ts';
export { castTicks, ownTicked, takeTicksBack, tickPanel } from './ticking.server.ts';

/** Whether this process asks at all where to begin: then it has its place in the navigation. */
export async function isAsked(ctx: Ctx): Promise<boolean> {
	const process = await consultations.find(ctx);
	return process?.phases.some(({ actions }) => actions.includes('prioritise')) ?? false;
}

/** What there is to read of a phase in which measures were put in order. */
export type EndedRound = { phase: Phase; versionNumber: number } & (
	| { state: 'computed'; computedAt: string }
	/** It is over, and its result comes at this moment. */
	| { state: 'waiting'; from: string }
);

/** Phases that are over, the newest first. Those nobody could tick in are left out. */
export async function endedRounds(ctx: Ctx): Promise<EndedRound[]> {
	const process = await consultations.find(ctx);
	if (!process) return [];
	const rounds = (await roundsOf(ctx, process.id)).filter((round) => readyRound(round) !== null);
	const versions = await strategy.versions(ctx, process.id);
	const ended = rounds.flatMap((round): EndedRound[] => {
		const phase = process.phases.find(({ id }) => id === round.phaseId);
		const versionNumber = versions.find(({ id }) => id === round.versionId)?.number;
		if (!phase || versionNumber === undefined) return [];
		const head = { phase, versionNumber };
		if (round.computedAt !== null) return [{ ...head, state: 'computed', computedAt: round.computedAt }];
		const from = computedFrom(phase, ctx.app.config.graceHours);
		return phase.endsAt <= ctx.now ? [{ ...head, state: 'waiting', from }] : [];
	});
	return ended.sort((a, b) => (a.phase.endsAt < b.phase.endsAt ? 1 : -1));
}

export interface ShownResult {
	phase: Phase;
	versionNumber: number;
	computedAt: string;
	digest: string;
	result: Result;
	/** By number. */
	measures: Map<number, strategy.StandingMeasure>;
}

/** The result of a phase, by its short name. */
export async function resultOf(ctx: Ctx, slug: string): Promise<ShownResult> {
	const { phases, id } = await consultations.current(ctx);
	const phase = found(
		phases.find((one) => one.slug === slug),
		'phase'
	);
	const round = await roundOf(ctx, phase.id);
	const row = round && (await store.resultOf(ctx.db, phase.id));
	if (!row) throw new NotFound('result');
	const versions = await strategy.versions(ctx, id);
	return {
		...{ phase, computedAt: row.computedAt, digest: row.digest },
		versionNumber: versions.find((one) => one.id === round.versionId)?.number ?? 0,
		result: ResultText.parse(JSON.parse(row.body)),
		measures: await textsOf(ctx, round)
	};
}

/** The text of every result as it was computed, numbered, the oldest first; with whose consultation it is of. */
export async function frozenTexts(
	ctx: Ctx
): Promise<{ number: number; consultationId: string; publishedAt: string; frozen: string }[]> {
	const process = await consultations.find(ctx);
	if (!process) return [];
	const ended = (await endedRounds(ctx)).filter(({ state }) => state === 'computed').toReversed();
	const rows = await Promise.all(ended.map(({ phase }) => store.resultOf(ctx.db, phase.id)));
	return rows.flatMap((row, place) =>
		row ? [{ number: place + 1, consultationId: process.id, publishedAt: row.computedAt, frozen: row.body }] : []
	);
}

/** A measure that comes first by a result, with its place by each purse. */
export interface First {
	/** Number of the point it stands at. */
	point: number;
	text: string;
	/** null: this purse does not take it. */
	people: number | null;
	groups: number | null;
}

/** What the newest result takes, in the order for equal people; null: there is none. */
export async function newestFirst(ctx: Ctx): Promise<{ slug: string; phase: string; first: First[] } | null> {
	const newest = (await endedRounds(ctx)).find(({ state }) => state === 'computed');
	if (!newest) return null;
	const { phase, result, measures } = await resultOf(ctx, newest.phase.slug);
	const place = (purse: Purse, number: number) =>
		(result.outcomes?.[purse].rounds ?? []).findIndex((round) => round.number === number) + 1 || null;
	const first = [...measures].flatMap(([number, { point, text }]) => {
		const [people, groups] = [place('people', number), place('groups', number)];
		return people !== null || groups !== null ? [{ point, text, people, groups }] : [];
	});
	first.sort((a, b) => (a.people ?? Infinity) - (b.people ?? Infinity) || (a.groups ?? 0) - (b.groups ?? 0));
	return { slug: phase.slug, phase: phase.title, first };
}

async function textsOf(ctx: Ctx, round: Round): Promise<Map<number, strategy.StandingMeasure>> {
	const standing = new Map((await strategy.measuresIn(ctx, round.versionId)).map((one) => [one.id, one]));
	return new Map(
		round.measures.flatMap(({ number, measureId }) => {
			const measure = standing.get(measureId);
			return measure ? [[number, measure] as const] : [];
		})
	);
}
